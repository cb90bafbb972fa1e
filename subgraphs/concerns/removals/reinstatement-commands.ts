/** Reviewing a removal of learners and bringing them back: in phases, under conditions, halted where it does not hold. */
import { IsNull } from "typeorm";
import { idShape } from "../../records.js";
import { learnerRemoval, requirementKinds } from "../casework-references.js";
import type { ConcernCommand } from "../concern-command.js";
import { RequirementRow } from "../concern-tables.js";
import { holdsConcernOpen } from "../requirements/requirement-lifecycle.js";
import { RequirementConditionRow } from "../requirements/requirement-tables.js";
import { consentsFor, consentsGiven } from "./decide-removal-command.js";
import { isNextPhase, mayEnd, reinstatementRefusal } from "./learner-reinstatement.js";
import { nextRemovalReviewOn } from "./learner-removal.js";
import { stepDown } from "./removal-category.js";
import { hanging, onRemoval, saveRemoval, type RemovalChange } from "./removal-change.js";
import { RemovalReviewOutcome } from "./removal-codes.js";
import { isDecided } from "./removal-decision.js";
import { RemovalConsentRow, RemovalReviewRow, ReturnPhaseRow } from "./removal-tables.js";
import type * as inputs from "./return-inputs.js";
import { returnRefusals } from "./return-refusals.js";

export const reviewRemoval: ConcernCommand<inputs.ReviewRemovalInput> = {
  action: "reviewRemoval",
  writes: ["removals.reviews", "removals.nextReviewOn"],
  decide: onRemoval(
    () => "review",
    async (change, { outcome, onTheSpot, findings }) => {
      const { context, removal } = change;
      if (outcome === RemovalReviewOutcome.RETURN_HALTED) return { refused: returnRefusals.haltedByReview };
      await review(change, { outcome, onTheSpot, findings });
      await saveRemoval(change, { nextReviewOn: nextRemovalReviewOn(context.today, learnerRemoval()) });
      return { changes: {}, happened: [{ kind: "REMOVAL_REVIEWED", record: removal.id }] };
    },
  ),
};

export const reinstateLearners: ConcernCommand<inputs.ReinstateLearnersInput> = {
  action: "reinstateLearners",
  writes: ["removals.state", "removals.phases", "removals.regulatorView"],
  decide: onRemoval(
    () => "reinstate",
    async (change, { regulatorView, phases }) => {
      const { manager, context, removal } = change;
      const plan = {
        inForceSince: removal.inForceSince ?? context.today,
        hasOpenRequirements: await hasOpenRequirements(change),
        verifiedOn: await lastSeenOn(change),
        regulatorView,
        isConsentedTo: isDecided(await consentsFor(change), await consentsGiven(change, "RETURN")),
        phases,
      };
      const refusal = reinstatementRefusal(plan, context.today);
      if (refusal !== undefined) return { refused: returnRefusals[refusal] };
      const before = await manager.countBy(ReturnPhaseRow, { removal: removal.id });
      await manager.insert(
        ReturnPhaseRow,
        phases.map(({ startsOn, conditions }, index) => ({
          ...hanging(change),
          sequence: before + index + 1,
          startsOn,
          conditions: conditions.map(({ text, owner, dueOn }) => ({ text, owner, dueOn })),
          completedOn: null,
          haltedOn: null,
        })),
      );
      await saveRemoval(change, { state: "REINSTATING", regulatorView });
      return { changes: {}, happened: [{ kind: "LEARNERS_RETURNING", record: removal.id }] };
    },
  ),
};

export const completeReturnPhase: ConcernCommand<inputs.CompleteReturnPhaseInput> = {
  action: "completeReturnPhase",
  writes: ["removals.phases"],
  decide: onRemoval(
    () => "completePhase",
    async (change, { phaseId }) => {
      const { manager, context, removal } = change;
      const phases = await phasesOf(change);
      const phase = idShape.test(phaseId) ? phases.find(({ id }) => id === phaseId) : undefined;
      if (phase === undefined) return { refused: returnRefusals.noPhase };
      if (!isNextPhase(phase, phases, context.today)) return { refused: returnRefusals.phaseNotNext };
      await manager.update(ReturnPhaseRow, { id: phase.id }, { completedOn: context.today });
      return { changes: {}, happened: [{ kind: "RETURN_PHASE_COMPLETED", record: removal.id }] };
    },
  ),
};

export const haltReturn: ConcernCommand<inputs.HaltReturnInput> = {
  action: "haltReturn",
  writes: ["removals.state", "removals.phases", "removals.consents", "removals.reviews"],
  decide: onRemoval(
    () => "haltReinstatement",
    async (change, { reason }) => {
      const { manager, context, removal } = change;
      const open = { removal: removal.id };
      await review(change, { outcome: RemovalReviewOutcome.RETURN_HALTED, onTheSpot: false, findings: reason });
      await manager.update(
        ReturnPhaseRow,
        { ...open, completedOn: IsNull(), haltedOn: IsNull() },
        { haltedOn: context.today },
      );
      // Whoever consented did so to that return and not to the next.
      const lapsed = { ...open, subject: "RETURN", lapsedOn: IsNull() } as const;
      await manager.update(RemovalConsentRow, lapsed, { lapsedOn: context.today });
      await saveRemoval(change, {
        state: "IN_FORCE",
        nextReviewOn: nextRemovalReviewOn(context.today, learnerRemoval()),
      });
      return { changes: {}, happened: [{ kind: "RETURN_HALTED", record: removal.id }] };
    },
  ),
};

export const endRemoval: ConcernCommand<inputs.EndRemovalInput> = {
  action: "endRemoval",
  writes: ["removals.state", "removals.endedOn", "category", "categoryHistory", "nextReviewOn"],
  decide: onRemoval(
    () => "end",
    async (change, { category, reason }) => {
      const phases = await phasesOf(change);
      if (!mayEnd(phases.map(({ completedOn }) => ({ isComplete: completedOn !== null }))))
        return { refused: returnRefusals.phasesNotComplete };
      return stepDown(change, category, reason);
    },
  ),
};

/** Phases of the return under way, in order. */
function phasesOf({ manager, removal }: RemovalChange): Promise<ReturnPhaseRow[]> {
  return manager.find(ReturnPhaseRow, {
    where: { removal: removal.id, haltedOn: IsNull() },
    order: { sequence: "ASC" },
  });
}

async function review(
  change: RemovalChange,
  found: Pick<RemovalReviewRow, "outcome" | "onTheSpot" | "findings">,
): Promise<void> {
  const { manager, context, removal } = change;
  const sequence = 1 + (await manager.countBy(RemovalReviewRow, { removal: removal.id }));
  await manager.insert(RemovalReviewRow, { ...hanging(change), ...found, reviewedOn: context.today, sequence });
}

async function lastSeenOn({ manager, removal }: RemovalChange): Promise<string | null> {
  const [last] = await manager.find(RemovalReviewRow, {
    where: { removal: removal.id, onTheSpot: true },
    order: { sequence: "DESC" },
    take: 1,
  });
  return last?.reviewedOn ?? null;
}

async function hasOpenRequirements({ manager, concern }: RemovalChange): Promise<boolean> {
  const requirements = await manager.findBy(RequirementRow, { concern: concern.key });
  const conditions = await manager.findBy(RequirementConditionRow, { concern: concern.key });
  return requirements.some(({ id, kind, status }) => {
    const own = conditions.filter(({ requirement }) => requirement === id);
    return holdsConcernOpen({ kind, state: status, conditions: own }, requirementKinds());
  });
}
