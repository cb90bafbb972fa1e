/**
 * The category of a concern: set with the rating of its risk or by itself, always by a person, with a reason and by
 * the moves that the framework allows; and the national sign-off of a step down by more than one.
 */
import { randomUUID } from "node:crypto";
import { remitFromCategory } from "../../../authorisation/relations-of.js";
import { categoryMoves } from "../casework-references.js";
import type { ConcernChange } from "../concern-change.js";
import type { ConcernCommand } from "../concern-command.js";
import type { AssessConcernInput } from "../concern-inputs.js";
import { actionRules } from "../concern-lifecycle.js";
import { intensiveSupport } from "../concern-references.js";
import { CategoryChangeRow, type ConcernRow } from "../concern-tables.js";
import type { Happening } from "../events/event-rules.js";
import { isEscalation } from "../inbox/notification-rules.js";
import { removalEffectOf } from "../removals/removal-effect.js";
import { categoryRefusals } from "./category-refusals.js";
import type { ChangeCategoryInput, SignOffCategoryMoveInput } from "./intensive-support-inputs.js";
import {
  categoryLevel,
  categoryMoveRefusal,
  nextReviewOn,
  rate,
  type CategoryMoveRefusal,
} from "./intensive-support.js";
import { CategorySignOffRow } from "./intensive-support-tables.js";

export const assessConcern: ConcernCommand<AssessConcernInput> = {
  action: "assess",
  writes: ["status", "risk", "category", "categoryHistory", "nextReviewOn"],
  decide: async (change, { inherent, residual, category, reason }) => {
    const { concern, context } = change;
    const framework = intensiveSupport();
    const risk = {
      inherent: rate(inherent, framework),
      residual: rate(residual, framework),
      scoredBy: context.caller.role,
      scoredOn: context.today,
    };
    const assessed: Happening = { kind: "ASSESSED" };
    if (category === concern.category) {
      const nextReview = nextReviewOn(category, context.today, framework);
      return { changes: { risk, nextReviewOn: nextReview }, happened: [assessed] };
    }
    const refusal = await moveRefusal(change, category, reason);
    if (refusal !== undefined) return { refused: categoryRefusals[refusal] };
    const changes = await move(change, { category, reason, evidence: null });
    return { changes: { risk, ...changes }, happened: [assessed, movedFrom(concern.category, category)] };
  },
};

export const changeCategory: ConcernCommand<ChangeCategoryInput> = {
  action: "changeCategory",
  writes: ["category", "categoryHistory", "nextReviewOn"],
  decide: async (change, { category, reason, evidence }) => {
    const refusal = await moveRefusal(change, category, reason);
    if (refusal !== undefined) return { refused: categoryRefusals[refusal] };
    const changes = await move(change, { category, reason, evidence: evidence ?? null });
    return { changes, happened: [movedFrom(change.concern.category, category)] };
  },
};

export const signOffCategoryMove: ConcernCommand<SignOffCategoryMoveInput> = {
  action: "signOffCategoryMove",
  writes: ["categorySignOffs"],
  decide: async (change, { category, reason }) => {
    const { manager, concern, context } = change;
    const refusal = await moveRefusal(change, category, reason, true);
    if (refusal !== undefined) return { refused: categoryRefusals[refusal] };
    const withoutIt = await moveRefusal(change, category, reason, false);
    if (withoutIt === undefined) return { refused: categoryRefusals.signOffNotNeeded };
    if (await isSignedOff(change, category)) return { refused: categoryRefusals.signedOffAlready };
    const id = randomUUID();
    await manager.insert(CategorySignOffRow, {
      id,
      concern: concern.key,
      step: await stepsTaken(change),
      fromCategory: concern.category,
      toCategory: category,
      reason,
      signedOn: context.today,
      byRole: context.caller.role,
      byOrganisation: context.caller.organisation,
    });
    return { appended: true, happened: [{ kind: "CATEGORY_SIGNED_OFF", record: id }] };
  },
};

/** Why the category may not be set, by the rules of the framework and what is recorded on the concern. */
async function moveRefusal(
  change: ConcernChange,
  category: string,
  reason: string,
  isSignedOff?: boolean,
): Promise<CategoryMoveRefusal | undefined> {
  const { manager, concern } = change;
  const isNationallySignedOff = isSignedOff ?? (await hasSignOff(change, category));
  const removal = await removalEffectOf(manager, concern);
  return categoryMoveRefusal(
    { from: concern.category, to: category, reason, isNationallySignedOff, removal },
    intensiveSupport(),
    categoryMoves(),
  );
}

/** Where whoever signs off nationally acts, they sign off by that; otherwise it was done for this very step. */
export async function hasSignOff(change: ConcernChange, category: string): Promise<boolean> {
  const { acting } = change;
  const { relations, roles } = actionRules.signOffCategoryMove;
  if (roles.includes(acting.role) && relations.some((relation) => acting.relations.includes(relation))) return true;
  return isSignedOff(change, category);
}

async function isSignedOff(change: ConcernChange, category: string): Promise<boolean> {
  const { manager, concern } = change;
  const step = await stepsTaken(change);
  return manager.existsBy(CategorySignOffRow, { concern: concern.key, step, toCategory: category });
}

function stepsTaken({ manager, concern }: ConcernChange): Promise<number> {
  return manager.countBy(CategoryChangeRow, { concern: concern.key });
}

/** Writes the step into the history, and gives what it changes of the concern. */
export async function move(
  change: ConcernChange,
  { category, reason, evidence }: Pick<CategoryChangeRow, "reason" | "evidence"> & { readonly category: string },
): Promise<Pick<ConcernRow, "category" | "categorySince" | "nextReviewOn">> {
  const { manager, concern, context } = change;
  const { caller, today } = context;
  await manager.insert(CategoryChangeRow, {
    id: randomUUID(),
    concern: concern.key,
    sequence: 1 + (await stepsTaken(change)),
    fromCategory: concern.category,
    toCategory: category,
    changedOn: today,
    byRole: caller.role,
    byOrganisation: caller.organisation,
    reason,
    evidence,
  });
  return { category, categorySince: today, nextReviewOn: nextReviewOn(category, today, intensiveSupport()) };
}

export function movedFrom(from: string, to: string): Happening {
  const [before, after] = [categoryLevel(from), categoryLevel(to)];
  return { kind: isEscalation(before, after, remitFromCategory) ? "ESCALATED" : "CATEGORY_CHANGED" };
}
