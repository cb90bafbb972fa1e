/** For commands: deliveries on connections of their own, as the writer of the database at an address. */
import type pg from "pg";
import type { Logger } from "pino";
import { createAuditSink } from "../audit/audit-sink.js";
import { createPools } from "../database/pools.js";
import { openPatientWriterSource } from "../database/writer-source.js";
import type { Settings } from "../settings/structured-settings.js";
import { reviveDeliveries, type DeadDelivery } from "../subgraphs/concerns/delivery/delivery-queue.js";
import { concernsTables } from "../subgraphs/concerns/every-table.js";
import { deliverWaiting } from "./delivering.js";
import { createDeliveryMetrics } from "./delivery-metrics.js";

export async function deliverAt(settings: Settings, url: string, logger: Logger): Promise<number> {
  const pools = createPools(settings, url);
  try {
    const writer = await openPatientWriterSource(settings, url, concernsTables);
    try {
      const database = { writer, audit: createAuditSink(pools.auditWriter) };
      return await deliverWaiting({ settings, database, url, logger, metrics: createDeliveryMetrics() });
    } finally {
      await writer.destroy();
    }
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
