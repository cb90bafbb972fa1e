/** Publishes statistics over the concerns of a database: on a connection of its own, as the writer, in one transaction. */
import { openPatientWriterSource } from "../database/writer-source.js";
import type { Settings } from "../settings/structured-settings.js";
import { concernsTables } from "../subgraphs/concerns/every-table.js";
import { publishStatistics, type PublishedSnapshot } from "../subgraphs/concerns/statistics/statistics-commands.js";
import { dayInEngland } from "./day-in-england.js";

/** Undefined where every quarter that is over was published before. */
export async function publishStatisticsAt(settings: Settings, url: string): Promise<PublishedSnapshot | undefined> {
  const writer = await openPatientWriterSource(settings, url, concernsTables);
  try {
    return await writer.transaction((manager) => publishStatistics(manager, dayInEngland()));
  } finally {
    await writer.destroy();
  }
}
