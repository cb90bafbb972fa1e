/** Who may know of a concern on a day, and why: whom an event on it can be told to. */
import type { EntityManager } from "typeorm";
import type { Relation } from "../../../authorisation/relation.js";
import { standsOn } from "../../../database/masked-view.js";

export type RelatedBodies = ReadonlyMap<string, ReadonlySet<Relation>>;

export async function relatedTo(
  manager: EntityManager,
  { key }: { readonly key: string },
  today: string,
): Promise<RelatedBodies> {
  const { relations, isLive } = standsOn("$2::date");
  const rows: { organisation: string; relations: Relation[] }[] = await manager.query(
    `select a.organisation, ${relations} as relations from concerns.concern_access a
     where a.concern = $1 and ${isLive}`,
    [key, today],
  );
  return new Map(rows.map(({ organisation, relations: held }) => [organisation, new Set(held)]));
}
