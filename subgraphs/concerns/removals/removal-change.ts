/**
 * A removal of learners under change: one that the caller may know of, in a state that its rules allow. One that is
 * hidden is answered like one that never was.
 */
import { randomUUID } from "node:crypto";
import { actionRefusal } from "../../action-rule.js";
import { idShape } from "../../records.js";
import type { ConcernChange } from "../concern-change.js";
import type { Decision } from "../concern-command.js";
import { refusals } from "../refusals.js";
import { removalActions, type RemovalAction } from "./learner-removal.js";
import type { RemovalInput } from "./removal-inputs.js";
import { isKnownTo } from "./removal-proposal.js";
import { removalRefusals } from "./removal-refusals.js";
import { LearnerRemovalRow } from "./removal-tables.js";

export interface RemovalChange extends ConcernChange {
  readonly removal: LearnerRemovalRow;
}

type Decide<Input> = (change: RemovalChange, input: Input) => Promise<Decision>;

/** What a command on a concern does with one of its removals. */
export function onRemoval<Input extends RemovalInput>(
  actionOf: (input: Input) => RemovalAction,
  decide: Decide<Input>,
): (change: ConcernChange, input: Input) => Promise<Decision> {
  return async (change, input) => {
    const { manager, concern, acting } = change;
    const removal = idShape.test(input.removalId)
      ? await manager.findOneBy(LearnerRemovalRow, { id: input.removalId, concern: concern.key })
      : null;
    if (removal === null || !isKnownTo(acting.relations, removal)) return { refused: removalRefusals.noRemoval };
    const refusal = actionRefusal(removalActions[actionOf(input)], acting, removal.state);
    if (refusal === "NOT_YOURS_TO_DO") return { refused: refusals[refusal] };
    if (refusal !== undefined) return { refused: removalRefusals.wrongState };
    return decide({ ...change, removal }, input);
  };
}

export async function saveRemoval(
  { manager, removal }: RemovalChange,
  changes: Partial<LearnerRemovalRow>,
): Promise<void> {
  await manager.update(LearnerRemovalRow, { id: removal.id }, changes);
}

/** What a record that hangs on the removal begins with. */
export function hanging({ removal, concern }: RemovalChange): { id: string; removal: string; concern: string } {
  return { id: randomUUID(), removal: removal.id, concern: concern.key };
}
