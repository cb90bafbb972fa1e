/** How deliveries of messages end, counted. Labels come from closed lists: no organisation and no address. */
import { Counter, Registry } from "prom-client";
import type { DeliveryFailure } from "../subgraphs/concerns/delivery/delivery-failure.js";
import type { DeliveryOutcome } from "../subgraphs/concerns/delivery/deliver.js";

export interface DeliveryMetrics {
  readonly registry: Registry;
  ended(outcome: DeliveryOutcome): void;
  /** Given up: it is kept aside and not tried again. */
  failed(because: DeliveryFailure["because"], isGivenUp: boolean): void;
}

export function createDeliveryMetrics(): DeliveryMetrics {
  const registry = new Registry();
  const registers = [registry];
  const ended = new Counter({
    name: "hub_deliveries_total",
    help: "Messages that left by e-mail or webhook, or were not to, by how it ended",
    labelNames: ["outcome"],
    registers,
  });
  const failed = new Counter({
    name: "hub_delivery_failures_total",
    help: "Tries to deliver a message that failed, by why, and whether that was the last try",
    labelNames: ["because", "given_up"],
    registers,
  });
  return {
    registry,
    ended: (outcome) => {
      ended.inc({ outcome });
    },
    failed: (because, isGivenUp) => {
      failed.inc({ because, given_up: isGivenUp ? "yes" : "no" });
    },
  };
}
