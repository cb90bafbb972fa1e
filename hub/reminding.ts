/** Reminds people of what the clock brings, every few minutes while the concerns are served, or once for a command. */
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import type { Settings } from "../settings/structured-settings.js";
import { remindPeople, type Reminded } from "../subgraphs/concerns/inbox/remind.js";
import { againAndAgain } from "./again-and-again.js";
import { dayInEngland } from "./day-in-england.js";
import type { Closable } from "./opened-together.js";
import { withConcernsWriter } from "./with-concerns-writer.js";

const usualPause = 5 * 60_000;
/** When those who wait for the hub to start have been served. */
const usualStart = 10_000;

export function keepReminding(writer: DataSource, logger: Logger, pause = usualPause): Closable {
  const failure = "not everybody was reminded; another try follows";
  return againAndAgain({ logger, pause, first: Math.min(pause, usualStart), failure }, async (stopping) => {
    const reminded = await remindPeople(writer, { today: dayInEngland, stopping });
    if (Object.keys(reminded).length > 0) logger.info({ reminded }, "people were reminded");
  });
}

/** For commands: on a connection of its own, as the writer of the database at the address. */
export function remindAt(settings: Settings, url: string): Promise<Reminded> {
  return withConcernsWriter(settings, url, (writer) => remindPeople(writer, { today: dayInEngland }));
}
