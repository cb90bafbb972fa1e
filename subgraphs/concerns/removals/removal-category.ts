/** The category of a concern whose learners are removed: ISF4 with the decision, and a step down with their return. */
import { categoryMoves } from "../casework-references.js";
import type { Decision } from "../concern-command.js";
import { intensiveSupport } from "../concern-references.js";
import { categoryMoveRefusal } from "../intensive-support/intensive-support.js";
import { hasSignOff, move, movedFrom } from "../intensive-support/category-commands.js";
import { categoryRefusals } from "../intensive-support/category-refusals.js";
import { effectOf } from "./learner-removal.js";
import { saveRemoval, type RemovalChange } from "./removal-change.js";
import { removalStatesOf } from "./removal-effect.js";

/** The last authority has consented: decided and suspended in one step, so that whoever learns of it by that does. */
export async function suspend(change: RemovalChange): Promise<Decision> {
  const { concern, context, removal } = change;
  const { suspension } = categoryMoves();
  await saveRemoval(change, { state: "DECIDED", decidedOn: context.today });
  const decided = { kind: "REMOVAL_DECIDED", record: removal.id } as const;
  if (concern.category === suspension) return { changes: {}, happened: [decided] };
  const changes = await move(change, {
    category: suspension,
    reason: "The removal of learners was decided.",
    evidence: null,
  });
  return { changes, happened: [decided, movedFrom(concern.category, suspension)] };
}

/** The learners are back: the concern steps down and stays open, or stands where another removal holds it. */
export async function stepDown(change: RemovalChange, category: string, reason: string): Promise<Decision> {
  const { manager, concern, context, removal } = change;
  const others = effectOf(await removalStatesOf(manager, concern, removal.id));
  const isHeld = others === "HOLDS_SUSPENSION" && category === concern.category;
  const refusal = isHeld
    ? undefined
    : categoryMoveRefusal(
        {
          from: concern.category,
          to: category,
          reason,
          isNationallySignedOff: await hasSignOff(change, category),
          removal: others,
        },
        intensiveSupport(),
        categoryMoves(),
      );
  if (refusal !== undefined) return { refused: categoryRefusals[refusal] };
  await saveRemoval(change, { state: "ENDED", endedOn: context.today, nextReviewOn: null });
  const ended = { kind: "REMOVAL_ENDED", record: removal.id } as const;
  if (isHeld) return { changes: {}, happened: [ended] };
  const changes = await move(change, { category, reason, evidence: null });
  return { changes, happened: [ended, movedFrom(concern.category, category)] };
}
