/** What the removals of learners that belong to a concern say of its category. None is recorded in the hub yet. */
import type { EntityManager } from "typeorm";
import type { ConcernRow } from "../concern-tables.js";
import type { RemovalEffect } from "../intensive-support/intensive-support.js";

type ReadRemovalEffect = (manager: EntityManager, concern: Pick<ConcernRow, "key">) => Promise<RemovalEffect>;

export const removalEffectOf: ReadRemovalEffect = () => Promise.resolve("NONE");
