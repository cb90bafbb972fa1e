/**
 * Which concerns a command may change at all: those that the caller may know of, and for the owner of a record on one,
 * that one. Any other is as absent as one that never was.
 */
import type { EntityManager } from "typeorm";
import type { Role } from "../../authorisation/caller.js";
import { existence } from "../../authorisation/data-class.js";
import type { Relation } from "../../authorisation/relation.js";
import { unlocksOf } from "../../authorisation/unlocks.js";
import { standsOn } from "../../database/masked-view.js";
import { idShape } from "../records.js";
import type { SubgraphContext } from "../subgraph-context.js";
import type { ConcernChange } from "./concern-change.js";
import { concernIdShape } from "./concern-reader.js";
import { ConcernRow } from "./concern-tables.js";

/** A record on a concern that belongs to one body. */
export interface OwnRecord {
  readonly table: "concerns.contribution" | "concerns.regulator_case" | "concerns.concern_share";
  /** Column of the body that it belongs to. */
  readonly owner: "owner" | "shared_by";
  readonly id: string;
}

/**
 * Locks concerns that the caller may know of, in the order of their keys. Nothing is locked, and no time spent, for one
 * that is hidden.
 */
export async function lockVisible(
  manager: EntityManager,
  context: SubgraphContext,
  ids: readonly string[],
): Promise<ConcernChange[]> {
  const { caller } = context;
  const known = ids.filter((id) => concernIdShape.test(id));
  if (known.length === 0 || unlocksOf(caller)[existence].length === 0) return [];
  const access = standsOn("$3::date");
  const visible: { key: string; relations: Relation[] }[] = await manager.query(
    `select c.key, ${access.relations} as relations
     from concerns.concern c join concerns.concern_access a on a.concern = c.key
     where c.id = any($1) and a.organisation = $2 and ${access.isLive} order by c.key for update of c`,
    [known, caller.organisation, context.today],
  );
  const changes: ConcernChange[] = [];
  for (const { key, relations } of visible) {
    const concern = await manager.findOneByOrFail(ConcernRow, { key });
    changes.push({ manager, context, concern, acting: { role: caller.role, relations } });
  }
  return changes;
}

/**
 * Locks a concern that the caller may not know of for the owner of a record on it, in one of the roles that may. Owning
 * the record is no relation to the concern: there is none.
 */
export async function lockForOwner(
  manager: EntityManager,
  context: SubgraphContext,
  roles: readonly Role[],
  id: string,
  own: OwnRecord | undefined,
): Promise<ConcernChange | undefined> {
  const { caller } = context;
  if (own === undefined || !idShape.test(own.id) || !concernIdShape.test(id)) return undefined;
  if (!roles.includes(caller.role) || unlocksOf(caller)[existence].length === 0) return undefined;
  const [found]: { key: string }[] = await manager.query(
    `select c.key from ${own.table} r join concerns.concern c on c.key = r.concern
     where r.id = $1 and r.${own.owner} = $2 and c.id = $3 for update of c`,
    [own.id, caller.organisation, id],
  );
  if (found === undefined) return undefined;
  const concern = await manager.findOneByOrFail(ConcernRow, { key: found.key });
  return { manager, context, concern, acting: { role: caller.role, relations: [] } };
}
