import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { hash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readTrustedDocuments } from "../../hub/trusted-documents.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "trusted-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function holding(text: string): string {
  const file = path.join(folder, "documents.json");
  writeFileSync(file, text);
  return file;
}

const digest = hash("sha256", "{ me { role } }");

it("any document may be run where no file is named", async () => {
  expect(await readTrustedDocuments(null)).toBeUndefined();
});

it("those whose digests the file holds may be run", async () => {
  expect(await readTrustedDocuments(holding(JSON.stringify([digest])))).toEqual(new Set([digest]));
});

it.each([
  ["is not there", () => path.join(folder, "missing.json")],
  ["holds no JSON", () => holding("digests")],
  ["holds documents in place of digests", () => holding('["{ me { role } }"]')],
  ["holds digests in capitals", () => holding(JSON.stringify([digest.toUpperCase()]))],
])("the hub does not start on a file that %s, and says what it wants without a word of it", async (_what, file) => {
  await expect(readTrustedDocuments(file())).rejects.toThrow(/^TRUSTED_DOCUMENTS: must be a file [^{]*$/);
});
