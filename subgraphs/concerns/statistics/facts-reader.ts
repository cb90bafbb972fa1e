/** Reads the facts of a quarter from which its figures are made, as the writer: over all concerns, whoever may see them. */
import type { EntityManager } from "typeorm";
import type { Quarter } from "./quarter.js";
import type { FactGroup } from "./statistics-cube.js";

interface FactRow {
  readonly region: string | null;
  readonly provider: string;
  readonly category: string;
  readonly professions: readonly string[];
  readonly standards: readonly string[];
  readonly raised: number;
  readonly closed: number;
  readonly open: number;
  readonly closedDays: number[] | null;
}

/** By profession its regulator, and by standard of an Education Quality Framework its domain. */
export interface Groupings {
  readonly regulatorOf: ReadonlyMap<string, string>;
  readonly domainOf: ReadonlyMap<string, string>;
}

/** What a concern has that belongs to no member of a dimension. */
export const noMember = "NONE";

/** The first day on which a concern that was accepted was reported; undefined where there is none. */
export async function firstDay(manager: EntityManager): Promise<string | undefined> {
  const [row]: { first: string | null }[] = await manager.query(
    "select min(raised_on)::text as first from concerns.concern where status not in ('REPORTED', 'DECLINED', 'MERGED')",
  );
  return row?.first ?? undefined;
}

export async function readGroupings(manager: EntityManager): Promise<Groupings> {
  const professions: { profession: string; regulator: string }[] = await manager.query(
    "select profession, min(regulator) as regulator from organisations.published_remit where profession is not null group by profession",
  );
  const standards: { id: string; parent: string }[] = await manager.query(
    "select id, parent from standards.published_standard where framework like 'EQF-%' and parent is not null",
  );
  return {
    regulatorOf: new Map(professions.map(({ profession, regulator }) => [profession, regulator])),
    domainOf: new Map(standards.map(({ id, parent }) => [id, parent])),
  };
}

/** Concerns that were accepted and that were raised, closed or open in the quarter; in the category of its last day. */
export async function readFacts(
  manager: EntityManager,
  { from, to }: Quarter,
  { regulatorOf, domainOf }: Groupings,
): Promise<FactGroup[]> {
  const rows: FactRow[] = await manager.query(
    `select c.region, c.provider, stood.category, c.professions, c.standards,
            count(*) filter (where c.raised_on >= $1)::integer as raised,
            count(*) filter (where c.closed_on between $1 and $2)::integer as closed,
            count(*) filter (where c.closed_on is null or c.closed_on > $2)::integer as open,
            array_agg(c.closed_on - c.raised_on) filter (where c.closed_on between $1 and $2) as "closedDays"
       from concerns.concern c
       cross join lateral (
         select h.to_category as category from concerns.category_change h
          where h.concern = c.key and h.changed_on <= $2 order by h.sequence desc limit 1) stood
      where c.status not in ('REPORTED', 'DECLINED', 'MERGED') and c.raised_on <= $2
        and (c.closed_on is null or c.closed_on >= $1)
      group by c.region, c.provider, stood.category, c.professions, c.standards`,
    [from, to],
  );
  return rows.map((row) => ({
    members: {
      REGION: [row.region ?? noMember],
      PROVIDER: [row.provider],
      ISF_CATEGORY: [row.category],
      EQF_DOMAIN: membersIn(row.standards, domainOf),
      PROFESSION: membersIn(row.professions, regulatorOf),
    },
    counts: { RAISED: row.raised, CLOSED: row.closed, OPEN_CONCERNS: row.open },
    closedDays: row.closedDays ?? [],
  }));
}

function membersIn(codes: readonly string[], groupOf: ReadonlyMap<string, string>): string[] {
  const groups = new Set(codes.flatMap((code) => groupOf.get(code) ?? []));
  return groups.size === 0 ? [noMember] : [...groups];
}
