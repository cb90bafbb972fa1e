/** Suggestions of whom to invite, from the published directory; what any body holds is not read for them. */
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { bodiesFrom, protocolParties } from "../published-directory.js";
import { queriesOf } from "../published-reader.js";
import { InviteeReason } from "./panel-codes.js";
import { suggestedInvitees, type PanelMatter } from "./panel-invitees.js";
import type { SuggestedInvitee } from "./panel-values.js";

export async function suggestFor(context: SubgraphContext, matter: PanelMatter): Promise<SuggestedInvitee[]> {
  const suggest = await loaderOf(context, loadSuggestions).load(context.today);
  return suggest?.(matter) ?? [];
}

/** The directory is read once for a request, however many panels ask. */
async function loadSuggestions(
  context: SubgraphContext,
  days: readonly string[],
): Promise<ReadonlyMap<string, (matter: PanelMatter) => SuggestedInvitee[]>> {
  const reading = queriesOf(context);
  const { remits } = await bodiesFrom(reading);
  const parties = await protocolParties(reading);
  const suggestOn = (day: string) => (matter: PanelMatter) =>
    suggestedInvitees(matter, remits, parties, day).map(({ organisation, because, professions }) => ({
      organisation: { code: organisation },
      because: InviteeReason[because],
      professions,
    }));
  return new Map(days.map((day) => [day, suggestOn(day)]));
}
