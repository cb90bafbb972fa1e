/**
 * Finds themes that recur at several sites of a provider, in one statement over the caller's visible view: what is
 * masked counts nowhere, and what may not be known of makes no pattern.
 */
import { addDays } from "../../calendar-day.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import type { RecurringTheme } from "./recurring-theme.js";

export interface RecurrenceQuestion {
  readonly minimumSites: number;
  readonly withinDays: number;
  readonly providers: readonly string[] | null;
}

const mostPatterns = 100;

interface RecurrenceRow {
  readonly provider: string;
  readonly theme: string;
  readonly sites: readonly string[];
  readonly concerns: number;
}

/** At most a hundred, those at most sites first. */
export async function readRecurringThemes(
  context: SubgraphContext,
  { minimumSites, withinDays, providers }: RecurrenceQuestion,
): Promise<RecurringTheme[]> {
  const rows = await context.database.read<RecurrenceRow>(
    `select v.provider, theme, array_agg(distinct v.site order by v.site) as sites, count(*)::integer as concerns
       from concerns.visible_concern v cross join unnest(v.themes) as theme
      where v.site is not null and v.raised_on >= $1 and v.raised_order >= $1
        and ($2::text[] is null or v.provider = any ($2))
      group by v.provider, theme having count(distinct v.site) >= $3
      order by count(distinct v.site) desc, count(*) desc, v.provider, theme limit ${mostPatterns}`,
    [addDays(context.today, -withinDays), providers, minimumSites],
  );
  return rows.map(({ provider, theme, sites, concerns }) => ({
    provider: { code: provider },
    theme,
    sites: sites.map((code) => ({ code })),
    concerns,
  }));
}
