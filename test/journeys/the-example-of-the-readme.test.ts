/** The README asks one question as several callers and shows what each gets. This asks it again. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { loadDemonstration } from "../../demonstration/load-demonstration.js";
import { persona } from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const query = /```graphql\n(.*?)```/s.exec(readme)?.[1] ?? "";
/** A line that names the persona, and the answer below it. */
const shown = [...readme.matchAll(/^\*\*`([a-z-]+)`\*\*[^\n]*\n\n```json\n(.*?)```/gms)].map(
  ([, name = "", answer = ""]) => ({ name, answer: JSON.parse(answer) as unknown }),
);

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
  const client = new pg.Client({ connectionString: hub.database.writerUrl });
  await client.connect();
  // The one that is asked for is the first.
  await loadDemonstration(client, { concerns: 1, identityKeys: hub.settings.identityKeys });
  await client.end();
});
afterAll(() => hub.close());

describe("the example of the README", () => {
  it("is asked as a regional team, a provider and a regulator", () => {
    expect(shown.map(({ name }) => name)).toEqual(["midlands-lead", "northmoor-lead", "gmc"]);
  });

  it.each(shown)("is what $name gets", async ({ name, answer }) => {
    const { text } = await hub.as(persona(name)).for(query);
    expect(JSON.parse(text)).toEqual(answer);
  });

  it("is not there for another provider, and nothing is redacted of what is not there", async () => {
    const { text } = await hub.as(persona("eastvale-lead")).for(query);
    expect(JSON.parse(text)).toEqual({
      data: { concerns: { nodes: [] } },
      extensions: { handling: "OFFICIAL-SENSITIVE" },
    });
  });
});
