/**
 * Writes entries so that they are durable before what they tell of leaves the hub. Entries that arrive while an
 * insert is under way share the next one (group commit). If an entry cannot be written, `record` fails, and so must
 * the disclosure.
 */
import type { Pool } from "pg";
import { HubError } from "../errors/hub-error.js";
import { auditColumns, auditValues, type AuditEntry } from "./audit-entry.js";

export interface AuditSink {
  /** Resolves when the entry is durable. */
  record(entry: AuditEntry): Promise<void>;
}

interface Waiting {
  readonly entry: AuditEntry;
  readonly resolve: () => void;
  readonly reject: (reason: HubError) => void;
}

const mostEntriesInOneInsert = 500;
const mostWaiting = 10_000;

export function createAuditSink(pool: Pool): AuditSink {
  const waiting: Waiting[] = [];
  let writing = false;

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      await pool.query(
        insertSql(batch.length),
        batch.flatMap(({ entry }) => auditValues(entry)),
      );
      for (const { resolve } of batch) resolve();
    } catch (cause) {
      // One that PostgreSQL does not take fails nobody else's.
      if (batch.length > 1 && isOfAnEntry(cause)) for (const each of batch) await write([each]);
      else for (const { reject } of batch) reject(new HubError("UNAVAILABLE", {}, { cause }));
    }
  };

  const writeAll = async (): Promise<void> => {
    writing = true;
    while (waiting.length > 0) await write(waiting.splice(0, mostEntriesInOneInsert));
    writing = false;
  };

  return {
    record: (entry) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= mostWaiting) {
          reject(new HubError("OVERLOADED"));
          return;
        }
        waiting.push({ entry, resolve, reject });
        if (!writing) void writeAll();
      }),
  };
}

/** Data exceptions and broken constraints. */
function isOfAnEntry(cause: unknown): boolean {
  return typeof cause === "object" && cause !== null && "code" in cause && /^2[23]\w{3}$/.test(String(cause.code));
}

export function insertSql(rows: number): string {
  const width = auditColumns.length;
  const tuples = Array.from({ length: rows }, (_, row) => {
    const places = Array.from({ length: width }, (_, column) => `$${row * width + column + 1}`);
    return `(${places.join()})`;
  });
  return `insert into audit.entry (${auditColumns.join()}) values ${tuples.join()}`;
}
