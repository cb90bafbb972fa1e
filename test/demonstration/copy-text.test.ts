import { afterAll, beforeAll, expect, it } from "@jest/globals";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { copyLine } from "../../demonstration/copy-text.js";
import type { CopyValue } from "../../demonstration/copy-text.js";
import { createTestDatabase } from "../support/database.js";
import type { TestDatabase } from "../support/database.js";

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.writerUrl });
  await client.connect();
  await client.query(
    "create temporary table received (words text, list text[], number integer, claim boolean, bytes bytea, record jsonb)",
  );
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const awkward = [
  "",
  "\\N",
  "\\.",
  "null",
  "a tab\there, a line\nand a return\r",
  'quotes " and \\ backslashes \\\\',
  "{braces,commas}",
  "Zoë Ní Bhraonáin 王 🏥",
];

it.each(awkward)("the server reads %j as it was written, alone, in a list and in a record", async (words) => {
  const row: CopyValue[] = [words, [words, "NULL", words], -7, true, Buffer.from([0, 92, 255]), { words, none: null }];
  await client.query("truncate pg_temp.received");
  await pipeline(Readable.from([copyLine(row)]), client.query(copyFrom("copy pg_temp.received from stdin")));
  const { rows } = await client.query({ text: "select * from pg_temp.received", rowMode: "array" });
  expect(rows).toEqual([row]);
});

it("the server reads nothing as nothing", async () => {
  await client.query("truncate pg_temp.received");
  const nothing = copyLine([null, [], null, false, Buffer.alloc(0), null]);
  await pipeline(Readable.from([nothing]), client.query(copyFrom("copy pg_temp.received from stdin")));
  const { rows } = await client.query({ text: "select * from pg_temp.received", rowMode: "array" });
  expect(rows).toEqual([[null, [], null, false, Buffer.alloc(0), null]]);
});
