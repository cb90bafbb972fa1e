/**
 * Works off the queue of deliveries while the concerns are served, or once for a command. What is under way when the
 * hub stops is finished; what a process that was killed had taken is given back and delivered again, under the same id.
 */
import type pg from "pg";
import type { Logger } from "pino";
import { openWriterPool } from "../database/pools.js";
import type { Log } from "../database/start-refusal.js";
import type { Settings } from "../settings/structured-settings.js";
import { deliver, type DeliveryParts } from "../subgraphs/concerns/delivery/deliver.js";
import { DeliveryFailure } from "../subgraphs/concerns/delivery/delivery-failure.js";
import {
  openDeliveryQueue,
  type DeliveryQueue,
  type TakenDelivery,
} from "../subgraphs/concerns/delivery/delivery-queue.js";
import { emailSender } from "../subgraphs/concerns/delivery/send-email.js";
import { webhookSender } from "../subgraphs/concerns/delivery/send-webhook.js";
import { againAndAgain } from "./again-and-again.js";
import { dayInEngland } from "./day-in-england.js";
import type { DeliveryMetrics } from "./delivery-metrics.js";
import type { Closable } from "./opened-together.js";
import type { HubDatabase } from "./subgraph-runtime.js";

export interface Delivering {
  readonly settings: Settings;
  readonly database: Pick<HubDatabase, "writer" | "audit">;
  readonly url: string;
  readonly logger: Logger;
  readonly metrics: DeliveryMetrics;
  /** Told, where the hub serves, what it does not send. */
  readonly log?: Log;
  /** Milliseconds between two looks at the queue. */
  readonly pause?: number;
}

const usualPause = 1_000;
const mostAtOnce = 10;
const tidyEvery = 60_000;

export function keepDelivering(delivering: Delivering): Closable {
  const { logger, log, settings, pause = usualPause } = delivering;
  if (settings.delivery.mail === null) log?.("No e-mail is sent: SMTP_URL is not set.");
  const pool = poolOf(delivering);
  const parts = partsOf(delivering);
  let queue: DeliveryQueue | undefined;
  let tidied = 0;
  const failure = "messages were not delivered; another try follows";
  const loop = againAndAgain({ logger, pause, failure }, async (closing) => {
    queue ??= await openDeliveryQueue(pool);
    if (Date.now() - tidied > tidyEvery) {
      tidied = Date.now();
      await queue.tidy();
    }
    await workOff(queue, parts, delivering, closing);
  });
  return {
    close: async () => {
      await loop.close();
      await pool.end();
    },
  };
}

/** For a command: everything that waits now, tried once. Gives how many were taken from the queue. */
export async function deliverWaiting(delivering: Delivering): Promise<number> {
  const pool = poolOf(delivering);
  try {
    const queue = await openDeliveryQueue(pool);
    await queue.tidy();
    return await workOff(queue, partsOf(delivering), delivering, new AbortController().signal);
  } finally {
    await pool.end();
  }
}

function poolOf({ settings, url, logger }: Delivering): pg.Pool {
  return openWriterPool(settings, url, (line) => {
    logger.warn(line);
  });
}

async function workOff(
  queue: DeliveryQueue,
  parts: DeliveryParts,
  delivering: Pick<Delivering, "logger" | "metrics">,
  closing: AbortSignal,
): Promise<number> {
  let taken = 0;
  while (!closing.aborted) {
    const jobs = await queue.take(mostAtOnce);
    if (jobs.length === 0) break;
    taken += jobs.length;
    const settled = await Promise.allSettled(jobs.map((job) => tryOne(queue, parts, job, delivering)));
    for (const { reason } of settled.filter((each) => each.status === "rejected")) throw reason;
  }
  return taken;
}

async function tryOne(
  queue: DeliveryQueue,
  parts: DeliveryParts,
  { job, isLastTry, ...delivery }: TakenDelivery,
  { logger, metrics }: Pick<Delivering, "logger" | "metrics">,
): Promise<void> {
  try {
    const outcome = await deliver(parts, delivery);
    await queue.done(job);
    metrics.ended(outcome);
  } catch (error) {
    // Anything else is the hub's own trouble, such as its database: the job is given back when its time is up.
    if (!(error instanceof DeliveryFailure)) throw error;
    const { because } = error;
    await queue.failed(job, because);
    metrics.failed(because, isLastTry);
    logger.warn({ ...delivery, because, isGivenUp: isLastTry }, "a message was not delivered");
  }
}

function partsOf({ settings, database }: Delivering): DeliveryParts {
  const { mail, privateWebhooks } = settings.delivery;
  return {
    manager: database.writer.manager,
    audit: database.audit,
    sendEmail: mail && emailSender(mail),
    sendWebhook: webhookSender({ allowPrivate: privateWebhooks }),
    keys: settings.identityKeys,
    publicUrl: settings.publicUrl,
    today: dayInEngland,
  };
}
