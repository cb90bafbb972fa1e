/**
 * Removes files that nobody attached in time, and what a stop in the middle left behind: when the concerns are opened,
 * and then every ten minutes.
 */
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import type { ContentStore } from "../subgraphs/concerns/evidence/content-store.js";
import { removeUnattached } from "../subgraphs/concerns/evidence/remove-unattached.js";
import { againAndAgain } from "./again-and-again.js";
import type { Closable } from "./opened-together.js";

const pause = 600_000;
const failure = "files that nobody attached are not removed; another try follows";

export function keepEvidence(writer: DataSource, store: ContentStore, logger: Logger): Closable {
  return againAndAgain({ logger, pause, first: 0, failure }, async () => {
    const files = await removeUnattached(writer.manager, store, new Date());
    if (files > 0) logger.info({ files }, "files that nobody attached are removed");
  });
}
