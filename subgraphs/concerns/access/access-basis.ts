/**
 * What the access index is derived from beside the concerns themselves: the policy, whose remit is what, and where
 * providers are. As digests, so that nothing but a few hundred rows of the directory is read to see that all is well.
 */
import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import { policyVersion } from "../../../authorisation/policy.js";
import type { Bodies } from "../../../authorisation/relations-of.js";
import { bodiesFrom, placesDigest } from "../published-directory.js";

export interface AccessBasis {
  /** Of what decides for every concern. */
  readonly bodies: string;
  /** Of regions and boards by organisation, which decide for the concerns at these. */
  readonly places: string;
}

export async function currentBasis(manager: EntityManager): Promise<AccessBasis> {
  return { bodies: digestOf(await bodiesFrom(manager)), places: await placesDigest(manager) };
}

function digestOf({ national, remits }: Bodies): string {
  const sorted = [...remits]
    .sort((one, other) => (one.regulator < other.regulator ? -1 : 1))
    .map(({ regulator, professions }) => [
      regulator,
      professions === "EVERY_SETTING" ? professions : [...professions].sort(),
    ]);
  return createHash("sha256")
    .update(JSON.stringify([policyVersion, national, sorted]))
    .digest("hex");
}

/** Any number, the same in every process. */
const reportsUnderWay = 4_201_105;

/** Holds up a walk until the end of this transaction: what it is about to read of the directory goes into a new concern. */
export async function beginReport(manager: EntityManager): Promise<void> {
  await manager.query("select pg_advisory_xact_lock_shared($1)", [reportsUnderWay]);
}

/** Waits for the reports that may have read an earlier directory; those after it read this one or a later. */
export async function awaitReportsUnderWay(manager: EntityManager): Promise<void> {
  await manager.query("select pg_advisory_xact_lock($1)", [reportsUnderWay]);
}
