/** Patterns in the graph: the same theme at several sites of one provider. */
import { Arg, Ctx, ID, Int, Resolver } from "type-graphql";
import { HubError } from "../../../errors/hub-error.js";
import { CarrierQuery } from "../../annotations.js";
import { isStorable } from "../../plain-text.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { mostFilterValues } from "../concern-filter.js";
import { RecurringTheme } from "./recurring-theme.js";
import { readRecurringThemes } from "./recurring-themes-reader.js";

/** One site is no pattern; further back than five years nobody asks. */
const fewestSites = 2;
const mostSites = 100;
const mostDays = 5 * 366;

@Resolver()
export class RecurringThemesResolver {
  @CarrierQuery(() => [RecurringTheme], {
    description: "Themes that recur at several sites of one provider; at most a hundred, the most widespread first.",
    argumentClasses: { minimumSites: "OPERATIONAL", withinDays: "OPERATIONAL", provider: "OPERATIONAL:headline" },
  })
  recurringThemes(
    @Arg("minimumSites", () => Int, { defaultValue: 3, description: "At this many sites or more; at least 2." })
    minimumSites: number,
    @Arg("withinDays", () => Int, { defaultValue: 365, description: "Reported in this many days up to today." })
    withinDays: number,
    @Arg("provider", () => [ID], { nullable: true, description: "At these providers, by code." })
    provider: string[] | null | undefined,
    @Ctx() context: SubgraphContext,
  ): Promise<RecurringTheme[]> {
    refuseBeyond("minimumSites", minimumSites, fewestSites, mostSites);
    refuseBeyond("withinDays", withinDays, 1, mostDays);
    if (provider !== undefined && provider !== null && provider.length > mostFilterValues)
      throw new HubError("BAD_USER_INPUT", { field: "provider", problem: `at most ${mostFilterValues} values` });
    if (provider?.every(isStorable) === false)
      throw new HubError("BAD_USER_INPUT", { field: "provider", problem: "not plain text" });
    return readRecurringThemes(context, { minimumSites, withinDays, providers: provider ?? null });
  }
}

function refuseBeyond(field: string, value: number, least: number, most: number): void {
  if (value < least || value > most)
    throw new HubError("BAD_USER_INPUT", { field, problem: `must be from ${least} to ${most}` });
}
