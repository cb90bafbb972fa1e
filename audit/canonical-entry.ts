/**
 * What of an entry the chain covers: each column that holds something, by its name, as PostgreSQL writes it. A column
 * that is added later is null in all entries before it and changes nothing for them; any other change of what is
 * covered takes a new form, beside the old ones.
 */
import { createHash } from "node:crypto";

/** A row with each column as text, read under `canonicalSession`. */
export type EntryRow = Readonly<Record<string, string | null>>;

/** Stands beside each digest, so that what was digested in a former way is verified in that way. */
export const canonicalForm = 1;

/** Whatever else a server or a role is set to: dates, times and bytes are written in this way. For a transaction. */
export const canonicalSession =
  "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local bytea_output = 'hex'";

/** Leaves every value as the text that PostgreSQL sent. */
export const asText = { getTypeParser: () => (value: string) => value };

export function canonicalText(row: EntryRow): string {
  const names = Object.keys(row).filter((name) => row[name] !== null);
  return JSON.stringify(names.sort().map((name) => [name, row[name]]));
}

/** SHA-256 of the canonical text in UTF-8. */
export function entryDigest(row: EntryRow): Buffer {
  return createHash("sha256").update(canonicalText(row)).digest();
}

/** Bytes as PostgreSQL writes them in such a session. */
export function bytesOf(text: string | null | undefined): Buffer {
  return Buffer.from((text ?? "").slice(2), "hex");
}
