/** Heads of the audit as they are kept elsewhere: a JSON object on each line, in order of number. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { SignedHead } from "../audit/signed-head.js";

const bytes = (length: number, encoding: "hex" | "base64") =>
  z
    .string()
    .transform((text) => Buffer.from(text, encoding))
    .refine((value) => value.length === length);
const number = z.int().min(0);

const keptHead = z.strictObject({
  number,
  position: number,
  hash: bytes(32, "hex"),
  settled: number,
  signedAt: z.string(),
  key: z.string(),
  signature: bytes(64, "base64"),
});

export function headLine({ hash, signature, ...head }: SignedHead): string {
  return `${JSON.stringify({ ...head, hash: hash.toString("hex"), signature: signature.toString("base64") })}\n`;
}

/** Without a file, none. Several exports in one file are read where each goes on from the one before. */
export async function* readHeads(file: string | undefined): AsyncGenerator<SignedHead> {
  if (file === undefined) return;
  let line = 0;
  let last = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    line += 1;
    const head = keptHead.safeParse(parsed(text));
    if (!head.success) throw new Error(`line ${line} of ${file} is no head of an audit`);
    if (head.data.number <= last) throw new Error(`line ${line} of ${file} is not in order`);
    last = head.data.number;
    yield head.data;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
