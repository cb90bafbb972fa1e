/**
 * Writes into the feed of changes, in the transaction of their cause: for each organisation, concern and compartment
 * the last change alone, since who asks reads the concern as it is then. Changes of access note themselves.
 */
import type { EntityManager } from "typeorm";
import type { Compartment } from "../../../authorisation/data-class.js";
import { openedBy } from "../../../authorisation/policy.js";
import type { ToldChange } from "./change-rules.js";

interface NotedChange extends ToldChange {
  readonly concern: { readonly key: string; readonly id: string };
}

export async function noteChanges(manager: EntityManager, told: readonly NotedChange[], today: string): Promise<void> {
  if (told.length === 0) return;
  // In one order, so that two transactions never wait for each other.
  await manager.query(
    `insert into concerns.concern_change (organisation, concern, compartment, id, changed_on)
     select told.*, $5 from unnest($1::text[], $2::bigint[], $3::text[], $4::uuid[]) as told order by 1, 2, 3
     ${lastOneStands}`,
    [
      told.map(({ organisation }) => organisation),
      told.map(({ concern }) => concern.key),
      told.map(({ compartment }) => compartment),
      told.map(({ concern }) => concern.id),
      today,
    ],
  );
}

/** A change of many concerns that is no event on any of them, in what everybody reads who reads the compartment. */
export async function noteChangesOf(
  manager: EntityManager,
  concerns: readonly string[],
  compartment: Compartment,
  today: string,
): Promise<void> {
  if (concerns.length === 0) return;
  await manager.query(
    `insert into concerns.concern_change (organisation, concern, compartment, id, changed_on)
     select a.organisation, a.concern, $2, c.id, $3
     from concerns.concern_access a join concerns.concern c on c.key = a.concern
     where a.concern = any($1) and a.relations && $4::text[] order by 1, 2
     ${lastOneStands}`,
    [concerns, compartment, today, Object.keys(openedBy[compartment])],
  );
}

const lastOneStands = `on conflict (organisation, concern, compartment) do update
       set feed_position = excluded.feed_position, changed_on = excluded.changed_on`;
