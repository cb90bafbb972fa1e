/**
 * Liveness says that the process answers; readiness that it can serve, by the probes of what it relies on. They say
 * which part is away and never why. Anybody may ask, so asking often costs no more than asking once: a probe runs once at a
 * time, and what it found holds for a moment.
 */
import { setMaxListeners } from "node:events";
import type { FastifyInstance } from "fastify";
import { withDeadline } from "./deadline.js";

/** True when the part is in order. Relied on to end by itself, however long the part takes. */
export type Probe = () => Promise<boolean>;

export interface HealthDependencies {
  readonly probes: Readonly<Record<string, Probe>>;
  /** How long an answer waits for a probe. */
  readonly probeMilliseconds: number;
  /** How long what a probe found is told again without asking. */
  readonly probeHoldsMilliseconds: number;
  readonly isStopping: () => boolean;
}

export function healthRoutes(
  app: FastifyInstance,
  { probes, probeMilliseconds, probeHoldsMilliseconds, isStopping }: HealthDependencies,
): void {
  const never = new AbortController().signal;
  // However many ask at once, each waits for every part.
  setMaxListeners(0, never);
  const parts = Object.entries(probes).map(([name, probe]) => [name, held(probe, probeHoldsMilliseconds)] as const);

  async function check(probe: Probe): Promise<"ok" | "failing"> {
    const outcome = await withDeadline(probeMilliseconds, never, probe);
    return outcome.kind === "answered" && outcome.value ? "ok" : "failing";
  }

  app.get("/health/live", () => ({ status: "live" }));

  app.get("/health/ready", async (_, reply) => {
    if (isStopping()) return reply.code(503).send({ status: "stopping" });
    const checks = Object.fromEntries(
      await Promise.all(parts.map(async ([name, probe]) => [name, await check(probe)] as const)),
    );
    const ready = Object.values(checks).every((state) => state === "ok");
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready", checks });
  });
}

function held(probe: Probe, milliseconds: number): Probe {
  let found: Promise<boolean> | undefined;
  let holdsUntil = 0;
  return () => {
    if (found !== undefined && performance.now() < holdsUntil) return found;
    holdsUntil = Infinity;
    found = probe().finally(() => {
      holdsUntil = performance.now() + milliseconds;
    });
    return found;
  };
}
