/**
 * Which concerns a command may change at all: those that the caller may know of, and for the owner of a record on one,
 * that one. Any other is as absent as one that never was.
 */
import { In, type EntityManager } from "typeorm";
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
  const isVisible = `a.organisation = $2 and ${access.isLive}`;
  const locked: { key: string }[] = await manager.query(
    `select c.key from concerns.concern c join concerns.concern_access a on a.concern = c.key
     where c.id = any($1) and ${isVisible} order by c.key for update of c`,
    [known, caller.organisation, context.today],
  );
  if (locked.length === 0) return [];
  // Who waited for a lock was found by what stood before the wait: only a statement after it sees who may know now.
  const visible: { key: string; relations: Relation[] }[] = await manager.query(
    `select a.concern as key, ${access.relations} as relations from concerns.concern_access a
     where a.concern = any($1) and ${isVisible}`,
    [locked.map(({ key }) => key), caller.organisation, context.today],
  );
  const relationsTo = new Map(visible.map(({ key, relations }) => [key, relations]));
  const concerns = await manager.find(ConcernRow, {
    where: { key: In([...relationsTo.keys()]) },
    order: { key: "ASC" },
  });
  return concerns.map((concern) => {
    const relations = relationsTo.get(concern.key) ?? [];
    return { manager, context, concern, acting: { role: caller.role, relations } };
  });
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
