/** The directory and the library of a test: all reference data, and the invented organisations of the demonstration. */
import pg from "pg";
import { trusts } from "../../demonstration/organisations/trusts.js";
import { trustSites } from "../../demonstration/organisations/trust-sites.js";
import { universities } from "../../demonstration/organisations/universities.js";
import { loadReference } from "../../subgraphs/organisations/load-reference.js";
import { readReference } from "../../subgraphs/organisations/reference-file.js";
import { loadLibrary } from "../../subgraphs/standards/load-library.js";
import { readLibrary } from "../../subgraphs/standards/read-library.js";

export async function loadDirectory(writerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: writerUrl });
  await client.connect();
  try {
    const { reference } = await readReference();
    await loadReference(client, reference);
    const read = await readLibrary();
    if ("findings" in read) throw new Error(read.findings.join("\n"));
    await loadLibrary(client, read.library);
    const rows = [
      ...trusts.map((trust) => ({ ...trust, kind: "TRUST", parent: null })),
      ...trustSites.map(({ trust, ...site }) => ({ ...site, kind: "TRUST_SITE", parent: trust })),
      ...universities.map(({ code, name }) => ({ code, name, kind: "EDUCATION_PROVIDER", parent: null })),
    ];
    await client.query(
      `insert into organisations.organisation (code, name, kind, parent, region, icb, opened_on, closed_on, source)
       select code, name, kind, parent, region, icb, "openedOn", "closedOn", 'invented'
       from json_to_recordset($1) as row (code text, name text, kind text, parent text, region text, icb text,
                                          "openedOn" date, "closedOn" date)`,
      [JSON.stringify(rows)],
    );
  } finally {
    await client.end();
  }
}
