/**
 * Keeps the access index at what the directory says: once before the concerns are served or loaded, and then every
 * minute, for what others import and what arrives by replication. A look that finds nothing changed costs two digests.
 */
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import type { Log } from "../database/start-refusal.js";
import type { Settings } from "../settings/structured-settings.js";
import { refreshAccessIndex } from "../subgraphs/concerns/access/access-refresh.js";
import { againAndAgain } from "./again-and-again.js";
import { dayInEngland } from "./day-in-england.js";
import type { Closable } from "./opened-together.js";
import { withConcernsWriter } from "./with-concerns-writer.js";

export interface AccessUpkeep {
  readonly logger: Logger;
  readonly log: Log;
  readonly stopping?: AbortSignal | undefined;
  /** Milliseconds between two looks at the directory. */
  readonly pause?: number;
}

const usualPause = 60_000;
const failure = "access not brought up to the directory; another try follows";

/** Resolves when the index is what the directory says. */
export async function keepAccess(writer: DataSource, upkeep: AccessUpkeep): Promise<Closable> {
  const { logger, log, stopping, pause = usualPause } = upkeep;
  const onWalk = () => {
    log("The directory or the policy has changed: working out who may know of which concern.");
  };
  await refreshAccessIndex(writer, { today: dayInEngland, stopping, onWalk });
  return againAndAgain({ logger, pause, failure }, async (closing) => {
    const concerns = await refreshAccessIndex(writer, { today: dayInEngland, stopping: closing });
    if (concerns > 0) logger.info({ concerns }, "access brought up to the directory");
  });
}

/** For commands: on a connection of its own, as the writer of the database at the address. Gives how many it went through. */
export function refreshAccessAt(settings: Settings, url: string): Promise<number> {
  return withConcernsWriter(settings, url, (writer) => refreshAccessIndex(writer, { today: dayInEngland }));
}
