/** Suggestions of whom to invite, from the published directory; what any body holds is not read for them. */
import type { SubgraphContext } from "../../subgraph-context.js";
import { bodiesFrom, protocolParties } from "../published-directory.js";
import { queriesOf } from "../published-reader.js";
import { InviteeReason } from "./panel-codes.js";
import { suggestedInvitees, type PanelMatter } from "./panel-invitees.js";
import type { SuggestedInvitee } from "./panel-values.js";

export async function suggestFor(context: SubgraphContext, matter: PanelMatter): Promise<SuggestedInvitee[]> {
  const reading = queriesOf(context);
  const { remits } = await bodiesFrom(reading);
  const parties = await protocolParties(reading);
  return suggestedInvitees(matter, remits, parties, context.today).map(({ organisation, because, professions }) => ({
    organisation: { code: organisation },
    because: InviteeReason[because],
    professions,
  }));
}
