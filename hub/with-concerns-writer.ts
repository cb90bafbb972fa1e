/** For work over all concerns beside requests: a writer of their tables for as long as the work takes. */
import type { DataSource } from "typeorm";
import { openPatientWriterSource } from "../database/writer-source.js";
import type { Settings } from "../settings/structured-settings.js";
import { concernsTables } from "../subgraphs/concerns/every-table.js";

/** @param url the database at which the concerns are at home. */
export async function withConcernsWriter<Value>(
  settings: Settings,
  url: string,
  work: (writer: DataSource) => Promise<Value>,
): Promise<Value> {
  const writer = await openPatientWriterSource(settings, url, concernsTables);
  try {
    return await work(writer);
  } finally {
    await writer.destroy();
  }
}
