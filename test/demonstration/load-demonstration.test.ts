import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { randomBytes } from "node:crypto";
import pg from "pg";
import { loadDemonstration } from "../../demonstration/load-demonstration.js";
import { openIdentity } from "../../subgraphs/concerns/speaking-up/identity-seal.js";
import { loadReference } from "../../subgraphs/organisations/load-reference.js";
import { readReference } from "../../subgraphs/organisations/reference-file.js";
import { createTestDatabase } from "../support/database.js";
import type { TestDatabase } from "../support/database.js";
import { firstConcerns } from "./demonstration-world.js";

const identityKeys = [{ id: "now", key: randomBytes(32) }];

let database: TestDatabase;
let writer: pg.Client;

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function count(table: string): Promise<number> {
  const { rows } = await writer.query<{ count: number }>(`select count(*)::int as count from concerns.${table}`);
  return rows[0]?.count ?? -1;
}

beforeAll(async () => {
  database = await createTestDatabase();
  writer = await connected(database.writerUrl);
});
afterAll(async () => {
  await writer.end();
  await database.drop();
});

describe("a load of the demonstration", () => {
  it("refuses a directory that does not know whose remit is what", async () => {
    await expect(loadDemonstration(writer, { concerns: 10, identityKeys })).rejects.toMatchObject({ code: "INTERNAL" });
    expect(await count("concern")).toBe(0);
  });

  it("refuses to seal identities without a key", async () => {
    await expect(loadDemonstration(writer, { concerns: 10, identityKeys: [] })).rejects.toMatchObject({
      code: "INTERNAL",
    });
    expect(await count("concern")).toBe(0);
  });

  it("stores as many concerns as were asked for, with all that belongs to them", async () => {
    await loadReference(writer, (await readReference()).reference);
    const told: number[] = [];
    const counts = await loadDemonstration(writer, {
      concerns: 1_200,
      identityKeys,
      onProgress: (stored) => told.push(stored),
    });
    expect(counts).toMatchObject({ alreadyThere: 0, added: 1_200 });
    expect(told).toEqual([1_000, 1_200]);

    const made = await firstConcerns(1_200);
    const rowsOf = (name: "categoryChanges" | "requirements" | "responses" | "progress" | "notes") =>
      made.reduce((sum, each) => sum + each[name].length, 0);
    expect(await count("concern")).toBe(1_200);
    expect(await count("concern_access")).toBe(counts.accessRows);
    expect(await count("category_change")).toBe(rowsOf("categoryChanges"));
    expect(await count("requirement")).toBe(rowsOf("requirements"));
    expect(await count("requirement_response")).toBe(rowsOf("responses"));
    expect(await count("progress_update")).toBe(rowsOf("progress"));
    expect(await count("internal_note")).toBe(rowsOf("notes"));
    expect(await count("reporter_identity")).toBe(made.filter(({ reporter }) => reporter !== null).length);
  });

  it("stores what was made, to the letter", async () => {
    for (const { concern } of await firstConcerns(60)) {
      const { rows } = await writer.query<Record<string, unknown>>(
        `select id, reference, title, status, category, raised_on::text, next_review_on::text, version, professions,
                standards, risk, narrative, summary, learners_affected
           from concerns.concern where key = $1`,
        [concern.key],
      );
      expect(rows[0]).toEqual({
        id: concern.id,
        reference: concern.reference,
        title: concern.title,
        status: concern.status,
        category: concern.category,
        raised_on: concern.raisedOn,
        next_review_on: concern.nextReviewOn,
        version: concern.version,
        professions: concern.professions,
        standards: concern.standards,
        risk: concern.risk,
        narrative: concern.narrative,
        summary: concern.summary,
        learners_affected: concern.learnersAffected,
      });
    }
  });

  it("seals who reported, and nothing of those who wanted to stay unknown", async () => {
    for (const { concern, reporter } of await firstConcerns(60)) {
      const { rows } = await writer.query<{ keyId: string; sealed: Buffer }>(
        `select key_id as "keyId", sealed from concerns.reporter_identity where concern = $1`,
        [concern.key],
      );
      const opened = rows[0] === undefined ? null : openIdentity(rows[0], identityKeys, concern.id);
      expect(opened).toEqual(reporter);
    }
  });

  it("adds nothing the second time", async () => {
    const again = await loadDemonstration(writer, { concerns: 1_200, identityKeys });
    expect(again).toEqual({ organisations: 0, alreadyThere: 1_200, added: 0, accessRows: 0 });
    expect(await loadDemonstration(writer, { concerns: 5, identityKeys })).toMatchObject({ alreadyThere: 5, added: 0 });
    expect(await count("concern")).toBe(1_200);
  });

  it("goes on where one that was stopped had come to, and leaves half a batch to nobody", async () => {
    const stopped = await connected(database.writerUrl);
    const load = loadDemonstration(stopped, {
      concerns: 4_000,
      identityKeys,
      onProgress: () => {
        throw new Error("pulled the plug");
      },
    });
    await expect(load).rejects.toThrow("pulled the plug");
    await stopped.end();
    expect(await count("concern")).toBe(2_200);
    expect(await loadDemonstration(writer, { concerns: 2_500, identityKeys })).toMatchObject({
      alreadyThere: 2_200,
      added: 300,
    });
    const { rows } = await writer.query(
      "select from concerns.concern c where not exists (select from concerns.concern_access a where a.concern = c.key)",
    );
    expect(rows).toEqual([]);
  });
});
