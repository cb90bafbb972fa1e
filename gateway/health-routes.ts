/**
 * Liveness says that the process answers; readiness that it can serve, by the probes of what it relies on. They say
 * which part is away and never why.
 */
import type { FastifyInstance } from "fastify";
import { withDeadline } from "./deadline.js";

/** True when the part is in order. */
export type Probe = () => Promise<boolean>;

export interface HealthDependencies {
  readonly probes: Readonly<Record<string, Probe>>;
  readonly probeMilliseconds: number;
  readonly isStopping: () => boolean;
}

export function healthRoutes(
  app: FastifyInstance,
  { probes, probeMilliseconds, isStopping }: HealthDependencies,
): void {
  const never = new AbortController().signal;

  async function check(probe: Probe): Promise<"ok" | "failing"> {
    const outcome = await withDeadline(probeMilliseconds, never, probe);
    return outcome.kind === "answered" && outcome.value ? "ok" : "failing";
  }

  app.get("/health/live", () => ({ status: "live" }));

  app.get("/health/ready", async (_, reply) => {
    if (isStopping()) return reply.code(503).send({ status: "stopping" });
    const checks = Object.fromEntries(
      await Promise.all(Object.entries(probes).map(async ([name, probe]) => [name, await check(probe)] as const)),
    );
    const ready = Object.values(checks).every((state) => state === "ok");
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready", checks });
  });
}
