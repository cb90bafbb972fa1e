/**
 * Reads risk profiles for several organisations in one statement, over the caller's visible view. Where the state of a
 * concern is masked the figures are null rather than wrong.
 */
import { today } from "../../database/view-settings.js";
import type { SubgraphContext } from "../subgraph-context.js";
import type { CategoryCount, RiskProfile, TrendMonth } from "./risk-profile.js";
import type { ParentColumn } from "./concern-reader.js";

interface ProfileRow {
  readonly parent: string;
  readonly readable: boolean;
  readonly open: string;
  readonly overdue: string;
  readonly oldestOpenDays: number | null;
  readonly byCategory: CategoryCount[];
  readonly trend: TrendMonth[];
}

/** Conditions and periods are of ours; the parents are the only parameter. */
const profilesSql = (column: ParentColumn): string => `
  with mine as (
    select parent.key as parent, v.status, v.category, v.overdue, v.raised_on, v.closed_on,
           v.status not in ('CLOSED', 'DECLINED', 'MERGED') as open
    from unnest($1::text[]) as parent (key) join concerns.visible_concern v on v.${column} = parent.key
  ), months as (
    select generate_series(date_trunc('month', ${today}) - interval '11 months', ${today}, interval '1 month')::date as month
  )
  select parent.key as parent,
         coalesce((select bool_and(m.status is not null) from mine m where m.parent = parent.key), true) as readable,
         (select count(*) from mine m where m.parent = parent.key and m.open) as open,
         (select count(*) from mine m where m.parent = parent.key and m.open and m.overdue) as overdue,
         (select ${today} - min(m.raised_on) from mine m where m.parent = parent.key and m.open) as "oldestOpenDays",
         (select coalesce(json_agg(c order by c.category desc), '[]') from
           (select m.category, count(*)::int as count from mine m where m.parent = parent.key and m.open group by 1) c
         ) as "byCategory",
         (select json_agg(json_build_object(
             'time', month,
             'opened', (select count(*) from mine m where m.parent = parent.key
                         and m.raised_on >= month and m.raised_on < month + interval '1 month'),
             'closed', (select count(*) from mine m where m.parent = parent.key
                         and m.closed_on >= month and m.closed_on < month + interval '1 month')) order by month)
          from months) as trend
  from unnest($1::text[]) as parent (key)`;

export async function readRiskProfiles(
  context: SubgraphContext,
  column: ParentColumn,
  parents: readonly string[],
): Promise<Map<string, RiskProfile>> {
  const rows = await context.database.read<ProfileRow>(profilesSql(column), [parents]);
  return new Map(rows.map((row) => [row.parent, profileOf(row)]));
}

function profileOf({ readable, open, overdue, oldestOpenDays, byCategory, trend }: ProfileRow): RiskProfile {
  if (!readable) return { open: null, byCategory: null, overdue: null, oldestOpenDays: null, trend: null };
  return { open: Number(open), overdue: Number(overdue), oldestOpenDays, byCategory, trend };
}
