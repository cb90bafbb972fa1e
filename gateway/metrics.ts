/**
 * What the gateway counts and times. Labels come from closed lists (codes, operation types, subgraph names, outcomes),
 * never from a request: a label is kept for ever and read by people who may not read the request.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { ErrorCode } from "../errors/hub-error.js";
import type { Outcome } from "../endpoint/deadline.js";

export type OperationType = "query" | "mutation" | "none";

export interface GatewayMetrics {
  readonly registry: Registry;
  /** Counts and times one request; the code is that of its first error, or OK. */
  observeRequest(type: OperationType, code: ErrorCode | "OK", seconds: number): void;
  startSubgraphTimer(subgraph: string): (outcome: Outcome<unknown>["kind"]) => void;
  showInFlight(operations: number): void;
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): GatewayMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "hub_graph_requests_total",
    help: "Requests to the graph by operation type and code of the first error",
    labelNames: ["type", "code"],
    registers,
  });
  const durations = new Histogram({
    name: "hub_graph_request_seconds",
    help: "Time from the request's headers to its answer",
    labelNames: ["type"],
    buckets,
    registers,
  });
  const subgraphDurations = new Histogram({
    name: "hub_subgraph_request_seconds",
    help: "Time a subgraph took, by how the call ended",
    labelNames: ["subgraph", "outcome"],
    buckets,
    registers,
  });
  const gauge = new Gauge({ name: "hub_graph_operations_in_flight", help: "Operations being executed", registers });
  return {
    registry,
    observeRequest(type, code, seconds) {
      requests.inc({ type, code });
      durations.observe({ type }, seconds);
    },
    startSubgraphTimer(subgraph) {
      const stop = subgraphDurations.startTimer({ subgraph });
      return (outcome) => stop({ outcome });
    },
    showInFlight(operations) {
      gauge.set(operations);
    },
  };
}
