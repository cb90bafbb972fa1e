/** Removes the keys of requests whose time is over: when a database is opened for commands, and then every hour. */
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import { forgetKeys } from "../subgraphs/idempotency.js";
import { againAndAgain } from "./again-and-again.js";
import type { Closable } from "./opened-together.js";

const pause = 3_600_000;
const failure = "keys of requests whose time is over are not removed; another try follows";

export function keepIdempotency(writer: DataSource, logger: Logger): Closable {
  return againAndAgain({ logger, pause, first: 0, failure }, async (closing) => {
    const keys = await forgetKeys(writer.manager, closing);
    if (keys > 0) logger.info({ keys }, "keys of requests whose time is over are removed");
  });
}
