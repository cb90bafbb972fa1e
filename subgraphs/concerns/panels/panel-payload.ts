/** What every mutation on a review panel answers: the panel as its caller now sees it, or why nothing was changed. */
import { Carrier, PlainType } from "../../annotations.js";
import type { CommandAnswer } from "../../idempotency.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { UserError } from "../../user-error.js";
import { loadPanels, type PanelRecord } from "./panel-reader.js";
import { ReviewPanel } from "./panel-record.js";

@PlainType("ReviewPanelPayload", { description: "The review panel after the change, or why there was none." })
export class ReviewPanelPayload {
  @Carrier(() => ReviewPanel, {
    nullable: true,
    description: "The panel as you may now see it; null where you no longer have a part in it.",
  })
  panel!: PanelRecord | null;

  @Carrier(() => [UserError], { description: "Why it was refused; empty where it was done." })
  userErrors!: readonly UserError[];
}

export async function showPanel(answer: Promise<CommandAnswer>, context: SubgraphContext): Promise<ReviewPanelPayload> {
  const { subject: id, userErrors } = await answer;
  if (id === null) return { panel: null, userErrors };
  return { panel: (await loaderOf(context, loadPanels).load(id)) ?? null, userErrors };
}
