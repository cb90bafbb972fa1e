/** What a command on a concern is given to work with. */
import type { EntityManager } from "typeorm";
import type { Relation } from "../../authorisation/relation.js";
import type { Acting } from "../action-rule.js";
import type { SubgraphContext } from "../subgraph-context.js";
import type { ConcernRow } from "./concern-tables.js";

/** A concern under change, locked until the end of the transaction. */
export interface ConcernChange {
  readonly manager: EntityManager;
  readonly context: SubgraphContext;
  readonly concern: ConcernRow;
  /** Without a relation where the owner of a record acts, who may not know of the concern. */
  readonly acting: Acting<Relation>;
}
