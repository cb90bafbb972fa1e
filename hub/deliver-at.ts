/** For commands: deliveries on connections of their own, as the writer of the database at an address. */
import type pg from "pg";
import type { Logger } from "pino";
import { createAuditSink } from "../audit/audit-sink.js";
import { createPools } from "../database/pools.js";
import type { Settings } from "../settings/structured-settings.js";
import { reviveDeliveries, type DeadDelivery } from "../subgraphs/concerns/delivery/delivery-queue.js";
import { deliverWaiting } from "./delivering.js";
import { createDeliveryMetrics } from "./delivery-metrics.js";
import { withConcernsWriter } from "./with-concerns-writer.js";

export async function deliverAt(settings: Settings, url: string, logger: Logger): Promise<number> {
  const pools = createPools(settings, url);
  try {
    const audit = createAuditSink(pools.auditWriter);
    const metrics = createDeliveryMetrics();
    return await withConcernsWriter(settings, url, (writer) =>
      deliverWaiting({ settings, database: { writer, audit }, url, logger, metrics }),
    );
  } finally {
    await pools.end();
  }
}

const mostAtOnce = 1_000;

/** What could not be delivered, put back to be tried anew; or listed only. */
export async function reviveDeadAt(client: pg.ClientBase, listOnly: boolean): Promise<DeadDelivery[]> {
  await client.query("begin");
  try {
    const found = await reviveDeliveries(client, mostAtOnce);
    await client.query(listOnly ? "rollback" : "commit");
    return found;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}
