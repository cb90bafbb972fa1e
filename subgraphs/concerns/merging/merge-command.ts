/**
 * Merging a duplicate: the duplicate ends, the survivor takes facts from it, and each of the two tells of the other only
 * to those who may know of both.
 */
import { randomUUID } from "node:crypto";
import { In, type EntityManager } from "typeorm";
import type { ConcernChange } from "../concern-change.js";
import { saveConcern, type ConcernCommand } from "../concern-command.js";
import { RequirementRow, type ConcernRow } from "../concern-tables.js";
import type { Happening } from "../events/event-rules.js";
import { recordHappenings } from "../events/record-happenings.js";
import { relatedTo } from "../events/related-bodies-reader.js";
import { categoryLevel } from "../intensive-support/intensive-support.js";
import { areOfOneLineage } from "../published-directory.js";
import { countRemovalsUnderWay } from "../removals/removal-effect.js";
import { unsettledStates } from "../requirements/requirement-lifecycle.js";
import { ReviewRow } from "../reviews/review-tables.js";
import { mergedFacts, mergeRefusal, takenFacts, type MergeableConcern, type OpenWork } from "./merging.js";
import type { MergeConcernInput } from "./merging-inputs.js";
import { mergeRefusals } from "./merging-refusals.js";
import { ConcernMergerRow } from "./merging-tables.js";

export const mergeConcern: ConcernCommand<MergeConcernInput> = {
  action: "merge",
  writes: ["status", "nextReviewOn", "mergedInto", "mergedFrom"],
  alsoChanges: ({ into }) => [into],
  decide: async (change, { into, reason }, others) => {
    const { manager, concern, context } = change;
    if (into === concern.id) return { refused: mergeRefusals.SAME_CONCERN };
    const survivor = others.find((other) => other.concern.id === into);
    if (survivor === undefined) return { refused: mergeRefusals.noSurvivor };

    const pair = { duplicate: mergeable(concern), survivor: mergeable(survivor.concern) };
    const refusal = mergeRefusal(
      { ...pair, reason },
      {
        onSurvivor: survivor.acting,
        ofOneLineage: await areOfOneLineage(manager, concern.provider, survivor.concern.provider),
        openWork: await openWorkOn(manager, concern),
        removalsUnderWay: await countRemovalsUnderWay(manager, survivor.concern),
      },
    );
    if (refusal !== undefined) return { refused: mergeRefusals[refusal] };

    await manager.insert(ConcernMergerRow, {
      id: randomUUID(),
      duplicate: concern.key,
      survivor: survivor.concern.key,
      reason,
      mergedOn: context.today,
      byOrganisation: context.caller.organisation,
      byRole: context.caller.role,
    });
    const related = await relatedTo(manager, concern, context.today);
    const taken = await goOn(survivor, pair, [...related.keys()]);
    return {
      changes: { nextReviewOn: null },
      wrote: [...mergeConcern.writes, ...taken],
      happened: [{ kind: "MERGED" }],
    };
  },
};

/**
 * What is taken is a change that every reader of the survivor sees; the rest is told to those who know of both. Gives the
 * names of what was taken.
 */
async function goOn(
  survivor: ConcernChange,
  pair: { readonly duplicate: MergeableConcern; readonly survivor: MergeableConcern },
  audience: readonly string[],
): Promise<readonly string[]> {
  const { manager, concern, context } = survivor;
  const facts = mergedFacts(pair);
  const taken = takenFacts(pair);
  const happened: Happening[] = [{ kind: "DUPLICATE_MERGED", audience }];
  if (taken.length > 0) {
    const knewBefore = await relatedTo(manager, concern, context.today);
    await saveConcern(survivor, Object.fromEntries(taken.map((fact) => [fact, facts[fact]])));
    happened.unshift({ kind: "FACTS_AMENDED", knewBefore });
  }
  await recordHappenings(manager, [concern], context, happened);
  return taken;
}

async function openWorkOn(manager: EntityManager, concern: ConcernRow): Promise<OpenWork> {
  const { key } = concern;
  return {
    requirements: await manager.countBy(RequirementRow, { concern: key, status: In([...unsettledStates]) }),
    plannedReviews: await manager.countBy(ReviewRow, { concern: key, state: "SCHEDULED" }),
    standingRemovals: await countRemovalsUnderWay(manager, concern),
  };
}

function mergeable(concern: ConcernRow): MergeableConcern {
  return { ...concern, category: categoryLevel(concern.category) };
}
