/** Who may know of a concern on a day, and why: whom an event on it can be told to. */
import type { EntityManager } from "typeorm";
import type { Relation } from "../../../authorisation/relation.js";
import { standsOn } from "../../../database/masked-view.js";

export type RelatedBodies = ReadonlyMap<string, ReadonlySet<Relation>>;

export const nobody: RelatedBodies = new Map();

/** By the key of the concern. */
export async function relatedToEach(
  manager: EntityManager,
  keys: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, RelatedBodies>> {
  const { relations, isLive } = standsOn("$2::date");
  const rows: { concern: string; organisation: string; relations: Relation[] }[] = await manager.query(
    `select a.concern, a.organisation, ${relations} as relations from concerns.concern_access a
     where a.concern = any($1) and ${isLive}`,
    [keys, today],
  );
  const related = new Map(keys.map((key) => [key, new Map<string, ReadonlySet<Relation>>()]));
  for (const { concern, organisation, relations: held } of rows) related.get(concern)?.set(organisation, new Set(held));
  return related;
}

export async function relatedTo(
  manager: EntityManager,
  { key }: { readonly key: string },
  today: string,
): Promise<RelatedBodies> {
  return (await relatedToEach(manager, [key], today)).get(key) ?? nobody;
}
