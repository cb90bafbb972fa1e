/** The commands on a review panel: what each changes once its lifecycle allows it. */
import { randomUUID } from "node:crypto";
import { idShape } from "../../records.js";
import { protocolParties } from "../published-directory.js";
import { inviteeRefusal } from "./panel-convening.js";
import type { PanelChange, PanelCommand } from "./panel-command.js";
import type * as inputs from "./panel-inputs.js";
import { panelRefusals } from "./panel-refusals.js";
import { PanelActionRow, PanelContributionRow, PanelDissentRow, PanelInvitationRow } from "./panel-tables.js";
import { actionChangeRefusal, disclosureOf, invitationRefusal, panelClosureRefusal } from "./review-panel.js";

export const inviteToPanel: PanelCommand<inputs.InviteToPanelInput> = {
  action: "invite",
  writes: ["invitations"],
  decide: async ({ manager, context, panel, invitations }, { invite }) => {
    const known = { convenor: panel.convenor, invitations };
    const refusal = inviteeRefusal(invite, known, await protocolParties(manager), context.today);
    if (refusal !== undefined) return { refused: panelRefusals[refusal] };
    await manager.upsert(PanelInvitationRow, newInvitations(panel.id, invite, context.today), {
      conflictPaths: ["panel", "organisation"],
    });
    return { changes: {}, invited: invite };
  },
};

export function newInvitations(panel: string, invite: readonly string[], today: string): PanelInvitationRow[] {
  return invite.map((organisation) => ({
    id: randomUUID(),
    panel,
    organisation,
    state: "INVITED",
    invitedOn: today,
    answeredOn: null,
    reason: null,
  }));
}

export const respondToInvitation: PanelCommand<inputs.RespondToInvitationInput> = {
  action: "respondToInvitation",
  writes: ["invitations"],
  decide: async ({ manager, context, panel }, { answer, reason }) => {
    const refusal = invitationRefusal(answer, reason ?? "");
    if (refusal !== undefined) return { refused: panelRefusals[refusal] };
    await manager.update(
      PanelInvitationRow,
      { panel: panel.id, organisation: context.caller.organisation },
      { state: answer, answeredOn: context.today, reason: reason ?? null },
    );
    return { changes: {} };
  },
};

export const contributeToPanel: PanelCommand<inputs.ContributeToPanelInput> = {
  action: "contribute",
  writes: ["contributions"],
  decide: async ({ manager, context, panel }, { text }) => {
    await manager.insert(PanelContributionRow, {
      id: randomUUID(),
      panel: panel.id,
      owner: context.caller.organisation,
      text,
      contributedOn: context.today,
      byRole: context.caller.role,
      sequence: 1 + (await manager.countBy(PanelContributionRow, { panel: panel.id })),
    });
    return { changes: {} };
  },
};

export const recordDissent: PanelCommand<inputs.RecordDissentInput> = {
  action: "dissent",
  writes: ["dissents"],
  decide: async ({ manager, context, panel }, { text }) => {
    const { organisation } = context.caller;
    if (panel.attended?.includes(organisation) !== true) return { refused: panelRefusals.tookNoPart };
    await manager.insert(PanelDissentRow, {
      id: randomUUID(),
      panel: panel.id,
      organisation,
      text,
      recordedOn: context.today,
      sequence: 1 + (await manager.countBy(PanelDissentRow, { panel: panel.id })),
    });
    return { changes: {} };
  },
};

const actionRefusals = {
  NOT_YOURS_TO_DO: panelRefusals.actionNotYours,
  NOT_IN_THIS_STATE: panelRefusals.actionEnded,
  REASON_MISSING: panelRefusals.noteMissing,
} as const;

export const completePanelAction: PanelCommand<inputs.CompletePanelActionInput> = {
  action: "completeAction",
  writes: ["actions"],
  decide: async (change, { actionId, status, note }) => {
    const action = await actionOf(change, actionId);
    if (action === null) return { refused: panelRefusals.noAction };
    if (status === "AGREED") return { refused: panelRefusals.notAnEnd };
    const { manager, context } = change;
    const refusal = actionChangeRefusal(action, status, context.caller.organisation, note ?? "");
    if (refusal !== undefined) return { refused: actionRefusals[refusal] };
    await manager.update(PanelActionRow, { id: action.id }, { status, endedOn: context.today, note: note ?? null });
    return { changes: {} };
  },
};

/** An action of this panel; one of another panel is as absent as one that never was. */
async function actionOf({ manager, panel }: PanelChange, id: string): Promise<PanelActionRow | null> {
  return idShape.test(id) ? manager.findOneBy(PanelActionRow, { id, panel: panel.id }) : null;
}

export const decideDisclosure: PanelCommand<inputs.DecideDisclosureInput> = {
  action: "decideDisclosure",
  writes: ["disclosure"],
  decide: ({ panel }, { tell, whom, by, on, because }) => {
    const proposal = { tell, whom: whom ?? null, by: by ?? null, on: on ?? null, because: because ?? null };
    const disclosure = disclosureOf(proposal, panel.attended ?? []);
    return disclosure === undefined ? { refused: panelRefusals.disclosureIncomplete } : { changes: { disclosure } };
  },
};

export const closePanel: PanelCommand<inputs.ClosePanelInput> = {
  action: "close",
  writes: ["state", "closedOn"],
  happened: "PANEL_CLOSED",
  decide: async ({ manager, context, panel }) => {
    const actions = await manager.findBy(PanelActionRow, { panel: panel.id });
    const refusal = panelClosureRefusal({ ...panel, actions }, context.today);
    return refusal === undefined ? { changes: { closedOn: context.today } } : { refused: panelRefusals[refusal] };
  },
};
