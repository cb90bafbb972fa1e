/** Publishes statistics over the concerns of a database: on a connection of its own, as the writer, in one transaction. */
import type { Settings } from "../settings/structured-settings.js";
import { publishStatistics, type PublishedSnapshot } from "../subgraphs/concerns/statistics/statistics-commands.js";
import { dayInEngland } from "./day-in-england.js";
import { withConcernsWriter } from "./with-concerns-writer.js";

/** Undefined where every quarter that is over was published before. */
export function publishStatisticsAt(settings: Settings, url: string): Promise<PublishedSnapshot | undefined> {
  return withConcernsWriter(settings, url, (writer) =>
    writer.transaction((manager) => publishStatistics(manager, dayInEngland())),
  );
}
