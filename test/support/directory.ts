/** The directory and the library of a test: all reference data, and the invented organisations of the demonstration. */
import pg from "pg";
import { loadDemonstrationOrganisations } from "../../demonstration/load-organisations.js";
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
    if ("findings" in read) throw new Error(JSON.stringify(read.findings));
    await loadLibrary(client, read.library);
    await loadDemonstrationOrganisations(client);
  } finally {
    await client.end();
  }
}
