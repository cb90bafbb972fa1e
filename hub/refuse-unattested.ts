/**
 * A router over subgraphs in other processes waits for them for a while, so that all may be started at once, and serves
 * only when every guard has answered for the committed supergraph.
 */
import { setTimeout as wait } from "node:timers/promises";
import { StartRefusal } from "../database/start-refusal.js";
import { attestationCheck, type GuardAttestation } from "../gateway/attestation.js";
import type { SubgraphConnection } from "../gateway/subgraph-connection.js";
import { committedComposition } from "./composition.js";
import type { HubOptions } from "./open-hub.js";

/** Milliseconds that the subgraphs may take to come up: they migrate and, in a demonstration, load it. */
const usualPatience = 120_000;

export interface Patience {
  readonly patience?: number;
}

type Waiting = Pick<HubOptions, "log" | "stopping"> & Patience;

export async function refuseUnattested(subgraphs: readonly SubgraphConnection[], waiting: Waiting): Promise<void> {
  const findings = attestationCheck(committedComposition())(await attestations(subgraphs, waiting));
  if (findings.length > 0) throw new StartRefusal(`The gateway does not serve:\n  ${findings.join("\n  ")}`);
}

async function attestations(
  subgraphs: readonly SubgraphConnection[],
  { log, stopping, patience = usualPatience }: Waiting,
): Promise<GuardAttestation[]> {
  const deadline = Date.now() + patience;
  for (let round = 1; ; round += 1) {
    const answers = await Promise.allSettled(subgraphs.map((subgraph) => subgraph.attest()));
    const away = subgraphs.filter((_, index) => answers[index]?.status === "rejected").map(({ name }) => name);
    if (away.length === 0) return answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    if (Date.now() > deadline) {
      throw new StartRefusal(
        `No answer from ${away.join(", ")}. Start each with npm run start:subgraph -- NAME, and give it the ROUTER_CREDENTIAL of this gateway.`,
      );
    }
    if (round === 1) log(`Waiting for ${away.join(", ")}.`);
    await wait(250, undefined, { signal: stopping });
  }
}
