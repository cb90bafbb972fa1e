/** The commands on a concern: what each changes once the lifecycle allows it. */
import { randomUUID } from "node:crypto";
import { appendNote } from "./append-note.js";
import { categoryMoves, requirementKinds } from "./casework-references.js";
import { ProgressUpdateRow, RequirementRow } from "./concern-tables.js";
import { intensiveSupport } from "./concern-references.js";
import type { ConcernChange } from "./concern-change.js";
import type { ConcernCommand } from "./concern-command.js";
import type * as inputs from "./concern-inputs.js";
import type { ProgressKind } from "./concern-codes.js";
import { nextReviewOn } from "./intensive-support/intensive-support.js";
import { refusals } from "./refusals.js";
import { hasStandingRemoval, removalStatesOf } from "./removals/removal-effect.js";
import { closureRefusal } from "./requirements/requirement-lifecycle.js";
import { RequirementConditionRow } from "./requirements/requirement-tables.js";

export const acceptConcern: ConcernCommand<inputs.AcceptConcernInput> = {
  action: "accept",
  writes: ["status", "summary", "title"],
  decide: (_change, { summary, title }) => ({
    changes: { summary, ...(title !== undefined && title !== null && { title }) },
    happened: [{ kind: "ACCEPTED" }],
  }),
};

export const declineConcern: ConcernCommand<inputs.DeclineConcernInput> = {
  action: "decline",
  writes: ["status", "declineReason"],
  decide: (_change, { reason }) => ({ changes: { outcomeReason: reason }, happened: [{ kind: "DECLINED" }] }),
};

export const submitProgress: ConcernCommand<inputs.SubmitProgressInput> = {
  action: "submitProgress",
  writes: ["progress"],
  decide: async (change, { summary, detail }) => {
    await recordProgress(change, "UPDATE", summary, detail ?? null);
    return { appended: true, happened: [{ kind: "PROGRESS_SUBMITTED" }] };
  },
};

export const confirmResolution: ConcernCommand<inputs.ConfirmResolutionInput> = {
  action: "confirmResolution",
  writes: ["status", "progress"],
  decide: async (change, { statement }) => {
    // A proposal that the provider does not know of must not show in what it may do.
    if (await hasStandingRemoval(change.manager, change.concern)) return { refused: refusals.REMOVAL_NOT_ENDED };
    await recordProgress(change, "RESOLUTION_CONFIRMED", "The provider confirmed the resolution.", statement);
    return { changes: {}, happened: [{ kind: "RESOLUTION_CONFIRMED" }] };
  },
};

export const verifyResolution: ConcernCommand<inputs.VerifyResolutionInput> = {
  action: "verifyResolution",
  writes: ["status", "closedOn", "nextReviewOn"],
  decide: async ({ manager, concern, context }) => {
    const requirements = await manager.findBy(RequirementRow, { concern: concern.key });
    const conditions = await manager.findBy(RequirementConditionRow, { concern: concern.key });
    const refusal = closureRefusal(
      {
        category: concern.category,
        requirements: requirements.map(({ id, kind, status }) => ({
          kind,
          state: status,
          conditions: conditions.filter(({ requirement }) => requirement === id),
        })),
        removals: await removalStatesOf(manager, concern),
      },
      categoryMoves().closableIn,
      requirementKinds(),
    );
    if (refusal !== undefined) return { refused: refusals[refusal] };
    return {
      changes: { closedOn: context.today, nextReviewOn: null },
      happened: [{ kind: "RESOLUTION_VERIFIED" }],
    };
  },
};

export const rejectResolution: ConcernCommand<inputs.RejectResolutionInput> = {
  action: "rejectResolution",
  writes: ["status", "progress"],
  decide: async (change, { reason }) => {
    await recordProgress(change, "RESOLUTION_REJECTED", "NHS England did not verify the resolution.", reason);
    return { changes: {}, happened: [{ kind: "RESOLUTION_REJECTED" }] };
  },
};

export const reopenConcern: ConcernCommand<inputs.ReopenConcernInput> = {
  action: "reopen",
  writes: ["status", "closedOn", "nextReviewOn", "progress"],
  decide: async (change, { reason }) => {
    await recordProgress(change, "REOPENED", "NHS England opened the concern again.", reason);
    const { concern, context } = change;
    const next = nextReviewOn(concern.category, context.today, intensiveSupport());
    return { changes: { closedOn: null, nextReviewOn: next }, happened: [{ kind: "REOPENED" }] };
  },
};

export const addInternalNote: ConcernCommand<inputs.AddInternalNoteInput> = {
  action: "addInternalNote",
  writes: ["internalNotes"],
  decide: async (change, { text }) => {
    await appendNote(change, text);
    return { appended: true, happened: [{ kind: "NOTE_ADDED" }] };
  },
};

async function recordProgress(
  { manager, concern, context }: ConcernChange,
  kind: `${ProgressKind}`,
  summary: string,
  detail: string | null,
): Promise<void> {
  const sequence = 1 + (await manager.countBy(ProgressUpdateRow, { concern: concern.key }));
  await manager.insert(ProgressUpdateRow, {
    id: randomUUID(),
    concern: concern.key,
    kind,
    summary,
    detail,
    submittedOn: context.today,
    byRole: context.caller.role,
    sequence,
  });
}
