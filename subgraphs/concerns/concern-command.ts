/**
 * How a command changes a concern: in one transaction, on a concern that the caller may know of, by a role, relation
 * and state that the lifecycle allows, at the version the caller read; with its rows of the access index and its
 * audit entry. A hidden concern and one that never was give the same answer, to all but the owner of a record on it.
 */
import { actionRefusal } from "../action-rule.js";
import { answerOnce } from "../answer-once.js";
import type { CommandAnswer } from "../idempotency.js";
import type { SubgraphContext } from "../subgraph-context.js";
import type { UserError } from "../user-error.js";
import { refreshAccess } from "./access/access-index.js";
import type { ConcernChange } from "./concern-change.js";
import type { ChangeInput } from "./concern-inputs.js";
import { actionRules, type Action } from "./concern-lifecycle.js";
import { ConcernRow } from "./concern-tables.js";
import type { Happening } from "./events/event-rules.js";
import { recordHappenings } from "./events/record-happenings.js";
import { lockForOwner, lockVisible, type OwnRecord } from "./lock-concerns.js";
import { refusals } from "./refusals.js";

/**
 * What a command changes of the OPERATIONAL fields of the concern or its requirements, or that it only added what
 * others may not see, with what happened; or why it is refused.
 */
export type Decision =
  | {
      readonly changes: Partial<ConcernRow>;
      readonly happened: readonly Happening[];
      /** Which of what the command may write it wrote, where that depends on what was asked for. */
      readonly wrote?: readonly string[];
    }
  | { readonly appended: true; readonly happened: readonly Happening[] }
  | { readonly refused: UserError };

export interface ConcernCommand<Input extends ChangeInput> {
  readonly action: Action;
  /** Names of what it writes, for the audit. */
  readonly writes: readonly string[];
  /** The record that it changes, where its owner takes it back also without knowing of the concern any longer. */
  ownRecord?(input: Input): OwnRecord;
  /** Ids of further concerns that it changes: locked with the first, in the order of keys. */
  alsoChanges?(input: Input): readonly string[];
  /** @param others those of the further concerns that the caller may know of. */
  decide(change: ConcernChange, input: Input, others: readonly ConcernChange[]): Promise<Decision> | Decision;
}

/** Where its keys are kept and what the audit says it changes. */
export const concernMutation = { subgraph: "concerns", typeName: "Concern" } as const;

export function changeConcern<Input extends ChangeInput>(
  context: SubgraphContext,
  command: ConcernCommand<Input>,
  input: Input,
): Promise<CommandAnswer> {
  return answerOnce(context, { ...concernMutation, name: command.action, input }, async (manager) => {
    const refused = (error: UserError, subject: string | null = null) => ({
      answer: { subject, userErrors: [error] },
      writes: [],
    });
    const changes = await lockVisible(manager, context, [input.id, ...(command.alsoChanges?.(input) ?? [])]);
    const rule = actionRules[command.action];
    const visible = changes.find((one) => one.concern.id === input.id);
    const change = visible ?? (await lockForOwner(manager, context, rule.roles, input.id, command.ownRecord?.(input)));
    if (change === undefined) return refused(refusals.absent);
    const others = changes.filter((one) => one !== change);

    const { concern } = change;
    const subject = visible?.concern.id ?? null;
    // An owner acts by owning; and who may not know of the concern learns neither its state nor, by trying, its version.
    const refusal = visible && actionRefusal(rule, visible.acting, concern.status);
    if (refusal !== undefined) return refused(refusals[refusal], concern.id);
    const { expectedVersion } = input;
    if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== visible?.concern.version)
      return refused(refusals.stale, subject);

    const decision = await command.decide(change, input, others);
    if ("refused" in decision) return refused(decision.refused, subject);
    if ("changes" in decision) await saveConcern(change, { ...decision.changes, ...statusAfter(command.action) });
    await recordHappenings(manager, [concern], context, decision.happened);
    const ids = [change, ...others].map((one) => one.concern.id);
    const writes = ("changes" in decision ? decision.wrote : undefined) ?? command.writes;
    return { answer: { subject: concern.id, userErrors: [] }, writes, ids };
  });
}

function statusAfter(action: Action): Partial<ConcernRow> {
  const { to } = actionRules[action];
  return to === undefined ? {} : { status: to };
}

/** An OPERATIONAL change is a new version. Whatever else hangs on a concern leaves no trace on it. */
export async function saveConcern(
  { manager, concern, context }: ConcernChange,
  changes: Partial<ConcernRow>,
): Promise<void> {
  const changed = { ...changes, version: concern.version + 1, changedOn: context.today };
  await manager.update(ConcernRow, { key: concern.key }, changed);
  await refreshAccess(manager, { ...concern, ...changed }, context.today);
}
