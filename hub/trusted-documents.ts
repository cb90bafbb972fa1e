/** The file of the only documents that may be run, for those who know all their clients. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { StartRefusal } from "../database/start-refusal.js";

const digests = z.array(z.string().regex(/^[0-9a-f]{64}$/));

/** SHA-256 of each document, in hexadecimal; undefined, which is any document, where there is no file. */
export async function readTrustedDocuments(file: string | null): Promise<ReadonlySet<string> | undefined> {
  if (file === null) return undefined;
  try {
    return new Set(digests.parse(JSON.parse(await readFile(file, "utf8"))));
  } catch {
    throw new StartRefusal(
      "TRUSTED_DOCUMENTS: must be a file that holds a JSON list of SHA-256 digests, each 64 small hexadecimal digits",
    );
  }
}
