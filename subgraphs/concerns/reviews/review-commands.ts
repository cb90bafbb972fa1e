/** Reviews: scheduled, recorded with the requirements that they raise, amended, published, or cancelled. */
import { randomUUID } from "node:crypto";
import { actionRefusal } from "../../action-rule.js";
import { idShape } from "../../records.js";
import { reviewTypes } from "../casework-references.js";
import type { ConcernChange } from "../concern-change.js";
import type { ConcernCommand, Decision } from "../concern-command.js";
import { actionRules } from "../concern-lifecycle.js";
import { intensiveSupport } from "../concern-references.js";
import type { ConcernRow } from "../concern-tables.js";
import { reviewDueAfter } from "../intensive-support/intensive-support.js";
import { checkTerms, issue } from "../requirements/issue-requirement-command.js";
import type * as inputs from "./review-inputs.js";
import { reviewRefusals } from "./review-refusals.js";
import {
  publicationRefusal,
  recordRefusal,
  reviewActions,
  scheduleRefusal,
  type ReviewAction,
} from "./review-rules.js";
import { ReviewRow } from "./review-tables.js";

export const scheduleReview: ConcernCommand<inputs.ScheduleReviewInput> = {
  action: "scheduleReview",
  writes: ["reviews"],
  decide: async ({ manager, concern, context }, { type, scheduledFor }) => {
    const refusal = scheduleRefusal({ type, scheduledFor }, context.today, reviewTypes());
    if (refusal !== undefined) return { refused: reviewRefusals[refusal] };
    const id = randomUUID();
    const { organisation } = context.caller;
    await manager.insert(ReviewRow, {
      id,
      concern: concern.key,
      type,
      state: "SCHEDULED",
      organisation,
      scheduledFor,
    });
    return { changes: {}, happened: [{ kind: "REVIEW_SCHEDULED", record: id }] };
  },
};

export const recordReview: ConcernCommand<inputs.RecordReviewInput> = {
  action: "recordReview",
  writes: ["reviews", "requirements", "nextReviewOn"],
  decide: async (change, input) => {
    const { manager, concern, context, acting } = change;
    const review = await reviewOf(change, input.reviewId);
    if (review === undefined) return { refused: reviewRefusals.absent };
    const isAmended = review.state === "RECORDED";
    if (isRefused(change, review, isAmended ? "amend" : "record")) return { refused: reviewRefusals.notInThisState };

    const raised = input.requirements ?? [];
    const { heldOn, met, findings } = input;
    const [panel, evidence] = [input.panel ?? [], input.evidence ?? []];
    const nextMeetingOn = input.nextMeetingOn ?? null;
    const record = { type: review.type, heldOn, panel, met, evidence, findings, nextMeetingOn, requirements: raised };
    const refusal = recordRefusal(record, context.today, reviewTypes());
    if (refusal !== undefined) return { refused: reviewRefusals[refusal] };
    const mayRequire = actionRefusal(actionRules.issueRequirement, acting, concern.status) === undefined;
    if (raised.length > 0 && !mayRequire) return { refused: reviewRefusals.mayNotRequire };
    const checked = await checkTerms(change, raised);
    if ("refused" in checked) return checked;

    const goodPractice = input.goodPractice ?? null;
    const recorded = { heldOn, panel, met, evidence, findings, goodPractice, nextMeetingOn };
    await manager.update(ReviewRow, { id: review.id }, { ...recorded, state: "RECORDED" });
    const issued = await issue(change, checked.terms, review.id);
    const kind = isAmended ? "REVIEW_AMENDED" : "REVIEW_RECORDED";
    const happened = [{ kind, record: review.id } as const, ...issued];
    const isAsBefore = isAmended && review.heldOn === heldOn && review.nextMeetingOn === nextMeetingOn;
    // Findings are not for everybody who knows of the concern: a change of them alone leaves no trace.
    if (isAsBefore && issued.length === 0) return { appended: true, happened };
    return { changes: isAsBefore ? {} : nextDue(concern, { heldOn, nextMeetingOn }), happened };
  },
};

export const publishReview: ConcernCommand<inputs.PublishReviewInput> = {
  action: "publishReview",
  writes: ["reviews"],
  decide: (change, { reviewId, finalReportOn, summary, checkedByProvider }) =>
    onReview(change, reviewId, "publish", async (review) => {
      const { manager, context } = change;
      const publication = {
        type: review.type,
        heldOn: review.heldOn ?? context.today,
        finalReportOn,
        executiveSummary: summary,
        isCheckedByProvider: checkedByProvider,
      };
      const refusal = publicationRefusal(publication, context.today, reviewTypes());
      if (refusal !== undefined) return { refused: reviewRefusals[refusal] };
      const published = { state: "PUBLISHED", finalReportOn, summary, publishedOn: context.today } as const;
      await manager.update(ReviewRow, { id: review.id }, published);
      return { changes: {}, happened: [{ kind: "REVIEW_PUBLISHED", record: review.id }] };
    }),
};

export const cancelReview: ConcernCommand<inputs.CancelReviewInput> = {
  action: "cancelReview",
  writes: ["reviews"],
  decide: (change, { reviewId, reason }) =>
    onReview(change, reviewId, "cancel", async ({ id }) => {
      await change.manager.update(ReviewRow, { id }, { state: "CANCELLED", cancelReason: reason });
      return { changes: {}, happened: [{ kind: "REVIEW_CANCELLED", record: id }] };
    }),
};

/** Runs a step on a review of this concern, in a state that allows it. */
async function onReview(
  change: ConcernChange,
  id: string,
  action: ReviewAction,
  step: (review: ReviewRow) => Promise<Decision>,
): Promise<Decision> {
  const review = await reviewOf(change, id);
  if (review === undefined) return { refused: reviewRefusals.absent };
  return isRefused(change, review, action) ? { refused: reviewRefusals.notInThisState } : step(review);
}

function isRefused({ acting }: ConcernChange, { state }: ReviewRow, action: ReviewAction): boolean {
  return actionRefusal(reviewActions[action], acting, state) !== undefined;
}

/** A review of this concern; one of another concern is as absent as one that never was. */
async function reviewOf({ manager, concern }: ConcernChange, id: string): Promise<ReviewRow | undefined> {
  if (!idShape.test(id)) return undefined;
  return (await manager.findOneBy(ReviewRow, { id, concern: concern.key })) ?? undefined;
}

/** A closed concern is not reviewed again until it is reopened. */
function nextDue(
  { status, category, nextReviewOn }: ConcernRow,
  held: Parameters<typeof reviewDueAfter>[2],
): Partial<ConcernRow> {
  if (status === "CLOSED") return {};
  return { nextReviewOn: reviewDueAfter(category, nextReviewOn, held, intensiveSupport()) };
}
