/** A mutation made ready to be sent: who may do it, and what brings about that it can be done. Written by hand. */
import { mutationInputs } from "./mutation-inputs.js";
import { atIsf3 } from "./removal-steps.js";
import type { TestHub } from "./test-hub.js";

/** A concern at ISF3 that is made once for a hub and serves all that leave it usable. */
function onceForAHub(): (hub: TestHub) => Promise<string> {
  const made = new WeakMap<TestHub, Promise<string>>();
  return (hub) => {
    const id = made.get(hub) ?? atIsf3(hub);
    made.set(hub, id);
    return id;
  };
}

export const theConcern = onceForAHub();
/** Another one, which the HCPC comes to know of by a share or a panel. */
export const theSharedConcern = onceForAHub();

export type Input = Readonly<Record<string, unknown>>;

/**
 * What ends it. OVER: that what it is done on is over, which is a concern that was declined or a panel that was closed;
 * DONE: that as well, and that it was done; ONCE: that it was done, whatever has become of the concern; NEVER: nothing.
 */
export type EndsWhen = "OVER" | "DONE" | "ONCE" | "NEVER";

export interface ReadyCommand {
  /** Names of those of everybody who may. The first of them does it. */
  readonly may: readonly string[];
  readonly endsWhen: EndsWhen;
  /** Brings it about that the first of them can do it, and gives the input. */
  ready(hub: TestHub): Promise<Input>;
}

export type ReadyCommands = Readonly<Record<string, ReadyCommand>>;

/** What is done on a concern, or on a panel: with the input that is right but for what is told of it here. */
export function on(
  mutation: string,
  may: readonly string[],
  endsWhen: EndsWhen,
  prepare: (hub: TestHub) => Promise<object> = async (hub) => ({ id: await theConcern(hub) }),
): ReadyCommands {
  const input = mutationInputs[mutation];
  return { [mutation]: { may, endsWhen, ready: async (hub) => ({ ...input, ...(await prepare(hub)) }) } };
}

const leadsOfTheRegion = ["midlands-lead", "midlands-caseholder"];

/** Whoever handles concerns for NHS England. */
export const handlers = [...leadsOfTheRegion, "national-lead"];
/** Those of NHS England whose word binds it. */
export const decisionMakers = ["midlands-lead", "national-lead", "midlands-executive", "national-executive"];
export const regionsPeople = [...leadsOfTheRegion, "midlands-executive"];
export const handlersAndExecutives = [...regionsPeople, "national-lead", "national-executive"];
export const providersPeople = ["northmoor-lead", "northmoor-executive"];
/** What purpose they declare changes what they read, and nothing of what they may do. */
export const gmcsPeople = ["gmc", "gmc-executive", "gmc-in-an-emergency"];
/** Regulators that know of the concern. */
export const regulatorsPeople = [...gmcsPeople, "cqc"];
