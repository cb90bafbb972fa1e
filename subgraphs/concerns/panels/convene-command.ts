/**
 * Convening a review panel on one concern or several: the convenor holds each of them in its own right, and no concern
 * shows that there is a panel to anybody who does not attend it.
 */
import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import { actionRefusal } from "../../action-rule.js";
import { answerOnce } from "../../answer-once.js";
import type { CommandAnswer } from "../../idempotency.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import type { UserError } from "../../user-error.js";
import type { ConcernChange } from "../concern-change.js";
import { lockVisible } from "../lock-concerns.js";
import type { ConcernRow } from "../concern-tables.js";
import { protocolParties } from "../published-directory.js";
import { refusals } from "../refusals.js";
import { refreshPanelAccess } from "./panel-access.js";
import { newInvitations } from "./panel-commands.js";
import { panelMutation, tellInvited } from "./panel-command.js";
import { convening, conveningRefusal } from "./panel-convening.js";
import type { ConvenePanelInput } from "./panel-inputs.js";
import { panelRefusals } from "./panel-refusals.js";
import { PanelConcernRow, PanelInvitationRow, ReviewPanelRow } from "./panel-tables.js";

const conveningRefusals = { ...panelRefusals, NOT_A_PARTY: refusals.NOT_A_PARTY } as const;

export function convenePanel(context: SubgraphContext, input: ConvenePanelInput): Promise<CommandAnswer> {
  return answerOnce(context, { ...panelMutation, name: "panel: convene", input }, async (manager) => {
    const refused = (error: UserError) => ({ answer: { subject: null, userErrors: [error] }, writes: [] });
    const linked = [...new Set(input.linkedConcerns ?? [])].filter((id) => id !== input.id);
    const changes = await lockVisible(manager, context, [input.id, ...linked]);
    const leading = changes.find(({ concern }) => concern.id === input.id);
    if (leading === undefined) return refused(refusals.absent);
    const refusal = mayConvene(leading);
    if (refusal !== undefined) return refused(refusals[refusal]);
    const { expectedVersion } = input;
    if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== leading.concern.version)
      return refused(refusals.stale);
    // A concern that is hidden, and one on which the caller may not convene, are one answer.
    if (changes.length !== linked.length + 1 || changes.some((change) => mayConvene(change) !== undefined))
      return refused(panelRefusals.noLinkedConcern);

    const invite = input.invite ?? [];
    const { organisation: convenor } = context.caller;
    const proposal = { convenor, invite, meetsOn: input.meetsOn };
    const problem = conveningRefusal(proposal, await protocolParties(manager), context.today);
    if (problem !== undefined) return refused(conveningRefusals[problem]);

    const concerns = changes.map(({ concern }) => concern);
    const panel = await insertPanel(manager, context, input, concerns);
    await manager.insert(PanelInvitationRow, newInvitations(panel.id, invite, context.today));
    await refreshPanelAccess(manager, panel, context, "PANEL_CONVENED");
    await tellInvited(manager, panel.id, invite, context);
    return { answer: { subject: panel.id, userErrors: [] }, writes: Object.keys(input) };
  });
}

function mayConvene({ acting, concern }: ConcernChange) {
  return actionRefusal(convening, acting, concern.status);
}

async function insertPanel(
  manager: EntityManager,
  { caller, today }: SubgraphContext,
  { id: leading, reason, purpose, mode, meetsOn }: ConvenePanelInput,
  concerns: readonly ConcernRow[],
): Promise<Pick<ReviewPanelRow, "id" | "state" | "convenor">> {
  const distinct = (codes: readonly (string | null)[]): string[] =>
    [...new Set(codes)].filter((code) => code !== null).sort();
  const panel = { id: randomUUID(), state: "CONVENED", convenor: caller.organisation } as const;
  await manager.insert(ReviewPanelRow, {
    ...panel,
    version: 1,
    convenedOn: today,
    convenedByRole: caller.role,
    reason,
    purpose,
    mode,
    meetsOn,
    providers: distinct(concerns.map(({ provider }) => provider)),
    regions: distinct(concerns.map(({ region }) => region)),
    professions: distinct(concerns.flatMap(({ professions }) => professions)),
  });
  await manager.insert(
    PanelConcernRow,
    concerns.map(({ key, id }) => ({ id: randomUUID(), panel: panel.id, concern: key, leads: id === leading })),
  );
  return panel;
}
