/**
 * How a command changes a review panel: in one transaction, on a panel that the caller may know of, by a role, part and
 * state that the lifecycle allows, at the version the caller read; with who may know of it, and its audit entry. A
 * hidden panel and one that never was give the same answer, and no concern changes version or date.
 */
import type { EntityManager } from "typeorm";
import type { Caller } from "../../../authorisation/caller.js";
import { unlocksOf } from "../../../authorisation/unlocks.js";
import { actionRefusal } from "../../action-rule.js";
import { answerOnce } from "../../answer-once.js";
import type { CommandAnswer } from "../../idempotency.js";
import { idShape } from "../../records.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import type { UserError } from "../../user-error.js";
import type { PlainEventKind } from "../events/event-rules.js";
import { tell } from "../events/record-happenings.js";
import { refreshPanelAccess } from "./panel-access.js";
import type { PanelInput } from "./panel-inputs.js";
import { panelRefusals } from "./panel-refusals.js";
import { PanelInvitationRow, ReviewPanelRow } from "./panel-tables.js";
import { panelActions, partsOf, type PanelAction } from "./review-panel.js";

/** A panel under change, locked until the end of the transaction. */
export interface PanelChange {
  readonly manager: EntityManager;
  readonly context: SubgraphContext;
  readonly panel: ReviewPanelRow;
  readonly invitations: readonly PanelInvitationRow[];
}

/** What a command changes of the panel, and whom it invited; or why it is refused. */
export type PanelOutcome =
  { readonly changes: Partial<ReviewPanelRow>; readonly invited?: readonly string[] } | { readonly refused: UserError };

export interface PanelCommand<Input extends PanelInput> {
  readonly action: PanelAction;
  /** Names of what it writes, for the audit. */
  readonly writes: readonly string[];
  /** What the stories of its concerns tell of it. */
  readonly happened?: PlainEventKind;
  decide(change: PanelChange, input: Input): Promise<PanelOutcome> | PanelOutcome;
}

/** After the decision no invitation stands open, and a closed panel opens its concerns no longer. */
const changesWhoTakesPart: readonly PanelAction[] = ["invite", "respondToInvitation", "recordDecision", "close"];

export const panelMutation = { subgraph: "concerns", typeName: "ReviewPanel" } as const;

export function changePanel<Input extends PanelInput & { expectedVersion?: number | null }>(
  context: SubgraphContext,
  command: PanelCommand<Input>,
  input: Input,
): Promise<CommandAnswer> {
  const { action } = command;
  return answerOnce(context, { ...panelMutation, name: `panel: ${action}`, input }, async (manager) => {
    const refused = (error: UserError, subject: string | null = null) => ({
      answer: { subject, userErrors: [error] },
      writes: [],
    });
    const change = await lockPanel(manager, context, input.id);
    if (change === undefined) return refused(panelRefusals.absent);

    const { panel, invitations } = change;
    const { organisation, role } = context.caller;
    const relations = partsOf(organisation, { convenor: panel.convenor, invitations });
    const refusal = actionRefusal(panelActions[action], { role, relations }, panel.state);
    if (refusal !== undefined) return refused(panelRefusals[refusal], panel.id);
    const { expectedVersion } = input;
    if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== panel.version)
      return refused(panelRefusals.stale, panel.id);

    const decision = await command.decide(change, input);
    if ("refused" in decision) return refused(decision.refused, panel.id);
    const { to: state = panel.state } = panelActions[action];
    await manager.update(ReviewPanelRow, { id: panel.id }, { ...decision.changes, state, version: panel.version + 1 });
    if (changesWhoTakesPart.includes(action))
      await refreshPanelAccess(manager, { ...panel, state }, context, command.happened);
    await tellInvited(manager, panel.id, decision.invited ?? [], context);
    return { answer: { subject: panel.id, userErrors: [] }, writes: command.writes };
  });
}

/** Names the panel and no concern: whoever is invited does not know of one by that. */
export function tellInvited(
  manager: EntityManager,
  panel: string,
  named: readonly string[],
  { caller, today }: Pick<SubgraphContext, "caller" | "today">,
): Promise<void> {
  const { organisation, role } = caller;
  return tell(
    manager,
    [
      {
        kind: "PANEL_INVITATION",
        reference: null,
        link: { type: "ReviewPanel", id: panel },
        related: new Map(),
        named,
        by: { organisation, role },
      },
    ],
    today,
  );
}

export function mayKnowOfPanels(caller: Pick<Caller, "role" | "purpose">): boolean {
  return unlocksOf(caller)["DELIBERATION:invitation"].length > 0;
}

/** Nothing is locked, and no time spent, for a panel that is hidden. */
async function lockPanel(
  manager: EntityManager,
  context: SubgraphContext,
  id: string,
): Promise<PanelChange | undefined> {
  if (!idShape.test(id) || !mayKnowOfPanels(context.caller)) return undefined;
  const isKnown = async (locking: string): Promise<boolean> => {
    const visible: unknown[] = await manager.query(
      `select 1 as one from concerns.review_panel p join concerns.panel_access a on a.panel = p.id
       where p.id = $1 and a.organisation = $2 ${locking}`,
      [id, context.caller.organisation],
    );
    return visible.length > 0;
  };
  // The second time for who waited for the lock: only a statement after it sees who may know now.
  if (!(await isKnown("for update of p")) || !(await isKnown(""))) return undefined;
  const panel = await manager.findOneByOrFail(ReviewPanelRow, { id });
  return { manager, context, panel, invitations: await manager.findBy(PanelInvitationRow, { panel: id }) };
}
