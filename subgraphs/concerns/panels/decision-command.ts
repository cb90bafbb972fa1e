/** The decision of a review panel: recorded by its convenor, with the actions agreed and every dissent kept. */
import { randomUUID } from "node:crypto";
import { reviewPanel } from "../casework-references.js";
import type { RecordPanelDecisionInput } from "./decision-inputs.js";
import type { PanelCommand } from "./panel-command.js";
import { decisionRefusal, type PanelDecision } from "./panel-decision.js";
import { panelRefusals } from "./panel-refusals.js";
import { PanelActionRow, PanelDissentRow } from "./panel-tables.js";

export const recordPanelDecision: PanelCommand<RecordPanelDecisionInput> = {
  action: "recordDecision",
  writes: ["state", "heldOn", "attended", "atRisk", "urgency", "outcomes", "rationale", "actions", "dissents"],
  happened: "PANEL_DECIDED",
  decide: async ({ manager, context, panel, invitations }, input) => {
    const decision = decisionOf(input);
    const refusal = decisionRefusal(decision, context.today, {
      ...reviewPanel(),
      convenedOn: panel.convenedOn,
      convenor: panel.convenor,
      attending: [
        panel.convenor,
        ...invitations.filter(({ state }) => state === "ACCEPTED").map(({ organisation }) => organisation),
      ],
    });
    if (refusal !== undefined) return { refused: panelRefusals[refusal] };
    const { actions, dissents, ...decided } = decision;
    await manager.insert(
      PanelActionRow,
      actions.map((action) => ({
        id: randomUUID(),
        panel: panel.id,
        ...action,
        status: "AGREED" as const,
        endedOn: null,
        note: null,
      })),
    );
    await manager.insert(
      PanelDissentRow,
      dissents.map((dissent, index) => ({
        id: randomUUID(),
        panel: panel.id,
        ...dissent,
        recordedOn: context.today,
        sequence: index + 1,
      })),
    );
    const { caller, today } = context;
    return {
      changes: {
        ...decided,
        attended: [...decided.attended],
        outcomes: [...decided.outcomes],
        atRisk: [...decided.atRisk],
        rationale: input.rationale,
        decidedOn: today,
        decidedByRole: caller.role,
      },
    };
  },
};

function decisionOf(input: RecordPanelDecisionInput): PanelDecision {
  const { heldOn, attended, atRisk, urgency, outcomes, actions, dissents, personalData, reviewOn } = input;
  return {
    heldOn,
    attended: [...attended].sort(),
    atRisk: [...new Set(atRisk)].sort(),
    urgency,
    outcomes: [...outcomes].sort(),
    actions: (actions ?? []).map(({ owner, text, dueOn }) => ({ owner, text, dueOn })),
    dissents: (dissents ?? []).map(({ organisation, text }) => ({ organisation, text })),
    personalData:
      personalData === undefined || personalData === null
        ? null
        : { lawfulBasis: personalData.lawfulBasis, whyNecessary: personalData.whyNecessary },
    reviewOn: reviewOn ?? null,
  };
}
