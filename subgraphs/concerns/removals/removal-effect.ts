/** What the removals of learners that belong to a concern say of its category, and whether one keeps it from closing. */
import type { EntityManager } from "typeorm";
import type { ConcernRow } from "../concern-tables.js";
import type { RemovalEffect } from "../intensive-support/intensive-support.js";
import { effectOf, isOver, isStanding, type RemovalState } from "./learner-removal.js";
import { LearnerRemovalRow } from "./removal-tables.js";

type Concern = Pick<ConcernRow, "key">;

export async function removalEffectOf(manager: EntityManager, concern: Concern): Promise<RemovalEffect> {
  return effectOf(await removalStatesOf(manager, concern));
}

/** Of all its removals, proposals included, or of all but one. */
export async function removalStatesOf(manager: EntityManager, { key }: Concern, but?: string): Promise<RemovalState[]> {
  const rows = await manager.findBy(LearnerRemovalRow, { concern: key });
  return rows.filter(({ id }) => id !== but).map(({ state }) => state);
}

/** Whether a removal is decided and has not ended: what everybody who works on the concern may know. */
export async function hasStandingRemoval(manager: EntityManager, concern: Concern): Promise<boolean> {
  return (await removalStatesOf(manager, concern)).some(isStanding);
}

/** How many have not ended, undecided ones included: NHS England alone may know of all of them. */
export async function countRemovalsUnderWay(manager: EntityManager, concern: Concern): Promise<number> {
  return (await removalStatesOf(manager, concern)).filter((state) => !isOver(state)).length;
}
