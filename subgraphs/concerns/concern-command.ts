/**
 * How a command changes a concern: in one transaction, on a concern that the caller may know of, by a role, relation
 * and state that the lifecycle allows, at the version the caller read; with its rows of the access index and its
 * audit entry. A hidden concern and one that never was give the same answer.
 */
import type { EntityManager } from "typeorm";
import { existence } from "../../authorisation/data-class.js";
import type { Relation } from "../../authorisation/relation.js";
import { unlocksOf } from "../../authorisation/unlocks.js";
import { standsOn } from "../../database/masked-view.js";
import { actionRefusal, type Acting } from "../action-rule.js";
import { answerOnce } from "../answer-once.js";
import type { CommandAnswer } from "../idempotency.js";
import type { SubgraphContext } from "../subgraph-context.js";
import type { UserError } from "../user-error.js";
import { refreshAccess } from "./access/access-index.js";
import type { ChangeInput } from "./concern-inputs.js";
import { actionRules, type Action } from "./concern-lifecycle.js";
import { concernIdShape } from "./concern-reader.js";
import { ConcernRow } from "./concern-tables.js";
import type { Happening } from "./events/event-rules.js";
import { recordHappenings } from "./events/record-happenings.js";
import { refusals } from "./refusals.js";

/** A concern under change, locked until the end of the transaction. */
export interface ConcernChange {
  readonly manager: EntityManager;
  readonly context: SubgraphContext;
  readonly concern: ConcernRow;
  readonly acting: Acting<Relation>;
}

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
    const change = changes.find((one) => one.concern.id === input.id);
    if (change === undefined) return refused(refusals.absent);
    const others = changes.filter((one) => one !== change);

    const { concern, acting } = change;
    const refusal = actionRefusal(actionRules[command.action], acting, concern.status);
    if (refusal !== undefined) return refused(refusals[refusal], concern.id);
    const { expectedVersion } = input;
    if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== concern.version)
      return refused(refusals.stale, concern.id);

    const decision = await command.decide(change, input, others);
    if ("refused" in decision) return refused(decision.refused, concern.id);
    if ("changes" in decision) await saveConcern(change, { ...decision.changes, ...statusAfter(command.action) });
    await recordHappenings(manager, concern, context, decision.happened);
    const ids = changes.map((one) => one.concern.id);
    const writes = ("changes" in decision ? decision.wrote : undefined) ?? command.writes;
    return { answer: { subject: concern.id, userErrors: [] }, writes, ids };
  });
}

function statusAfter(action: Action): Partial<ConcernRow> {
  const { to } = actionRules[action];
  return to === undefined ? {} : { status: to };
}

/**
 * Locks concerns that the caller may know of, in the order of their keys. Nothing is locked, and no time spent, for one
 * that is hidden.
 */
export async function lockVisible(
  manager: EntityManager,
  context: SubgraphContext,
  ids: readonly string[],
): Promise<ConcernChange[]> {
  const { caller } = context;
  const known = ids.filter((id) => concernIdShape.test(id));
  if (known.length === 0 || unlocksOf(caller)[existence].length === 0) return [];
  const access = standsOn("$3::date");
  const visible: { key: string; relations: Relation[] }[] = await manager.query(
    `select c.key, ${access.relations} as relations
     from concerns.concern c join concerns.concern_access a on a.concern = c.key
     where c.id = any($1) and a.organisation = $2 and ${access.isLive} order by c.key for update of c`,
    [known, caller.organisation, context.today],
  );
  const changes: ConcernChange[] = [];
  for (const { key, relations } of visible) {
    const concern = await manager.findOneByOrFail(ConcernRow, { key });
    changes.push({ manager, context, concern, acting: { role: caller.role, relations } });
  }
  return changes;
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
