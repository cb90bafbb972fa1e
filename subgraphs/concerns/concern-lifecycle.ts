/**
 * What may be done with a concern: by whom and in which state. A table of rules that action-rule.ts reads. The
 * provider owns management and mitigation and confirms resolution; NHS England accepts, assesses, requires, verifies
 * and closes.
 */
import type { Role } from "../../authorisation/caller.js";
import type { Relation } from "../../authorisation/relation.js";
import type { ActionRule } from "../action-rule.js";
import { planningAction } from "./action-plan/action-plan.js";
import { breakGlassAction } from "./break-glass/break-glass.js";
import type { ConcernStatus } from "./concern-codes.js";
import { everyState } from "./concern-states.js";
import { addingEvidence, releasingEvidence } from "./evidence/evidence-lifecycle.js";
import { contributeAction, withdrawAction } from "./intelligence/contribution-rules.js";
import { merging } from "./merging/merging.js";
import { moving } from "./merging/succession-moves.js";
import { recordCaseAction, updateCaseAction } from "./regulator-cases/regulator-case-rules.js";
import { removalCommandRules, type RemovalCommand } from "./removals/removal-actions.js";
import { shareAction, withdrawShareAction } from "./sharing/protocol-share.js";
import { answerReveal, reportDetriment, requestReveal } from "./speaking-up/speaking-up.js";

export type Action =
  | RemovalCommand
  | "accept"
  | "decline"
  | "assess"
  | "changeCategory"
  | "signOffCategoryMove"
  | "issueRequirement"
  | "respondToRequirement"
  | "requestRequirementClosure"
  | "closeRequirement"
  | "rejectRequirementClosure"
  | "withdrawRequirement"
  | "carryRequirement"
  | "completeCondition"
  | "scheduleReview"
  | "recordReview"
  | "publishReview"
  | "cancelReview"
  | "submitProgress"
  | "confirmResolution"
  | "verifyResolution"
  | "rejectResolution"
  | "reopen"
  | "addInternalNote"
  | "amend"
  | "merge"
  | "move"
  | "share"
  | "withdrawShare"
  | "planAction"
  | "completeAction"
  | "dropAction"
  | "requestIdentityReveal"
  | "approveIdentityReveal"
  | "reportDetriment"
  | "breakGlass"
  | "addEvidence"
  | "releaseEvidence"
  | "contribute"
  | "shareContribution"
  | "withdrawContribution"
  | "recordCase"
  | "updateCase";

type Rule = ActionRule<`${ConcernStatus}`, Relation>;

const nhsEngland = {
  relations: ["REGIONAL", "NATIONAL"],
  roles: ["QUALITY_LEAD", "CASE_HOLDER"],
} as const satisfies Partial<Rule>;

const provider = {
  relations: ["RESPONSIBLE"],
  roles: ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"],
} as const satisfies Partial<Rule>;

const underWay = ["ACCEPTED", "IN_PROGRESS", "RESOLUTION_CONFIRMED", "REOPENED"] as const;
/** The first category comes with the first rating. */
const assessed = ["IN_PROGRESS", "RESOLUTION_CONFIRMED", "REOPENED"] as const;
/** What is left to do on a concern goes on after it is closed or merged. */
const acceptedOnce = [...underWay, "CLOSED", "MERGED"] as const;

export const actionRules: Readonly<Record<Action, Rule>> = {
  ...removalCommandRules,
  accept: { ...nhsEngland, from: ["REPORTED"], to: "ACCEPTED" },
  decline: { ...nhsEngland, from: ["REPORTED"], to: "DECLINED" },
  assess: { ...nhsEngland, from: ["ACCEPTED", "IN_PROGRESS", "REOPENED"], to: "IN_PROGRESS" },
  changeCategory: { ...nhsEngland, from: assessed },
  signOffCategoryMove: { relations: ["NATIONAL"], roles: ["QUALITY_LEAD", "EXECUTIVE"], from: assessed },
  issueRequirement: { ...nhsEngland, from: ["ACCEPTED", "IN_PROGRESS", "REOPENED"] },
  respondToRequirement: { ...provider, from: underWay },
  requestRequirementClosure: { ...provider, from: underWay },
  closeRequirement: { ...nhsEngland, from: underWay },
  rejectRequirementClosure: { ...nhsEngland, from: underWay },
  withdrawRequirement: { ...nhsEngland, from: underWay },
  carryRequirement: { ...nhsEngland, from: underWay },
  completeCondition: {
    relations: [...provider.relations, ...nhsEngland.relations],
    roles: provider.roles,
    from: acceptedOnce,
  },
  scheduleReview: { ...nhsEngland, from: underWay },
  recordReview: { ...nhsEngland, from: acceptedOnce },
  publishReview: { relations: nhsEngland.relations, roles: ["QUALITY_LEAD", "EXECUTIVE"], from: acceptedOnce },
  cancelReview: { ...nhsEngland, from: acceptedOnce },
  submitProgress: { ...provider, from: underWay },
  confirmResolution: { ...provider, from: ["IN_PROGRESS"], to: "RESOLUTION_CONFIRMED" },
  verifyResolution: { ...nhsEngland, from: ["RESOLUTION_CONFIRMED"], to: "CLOSED" },
  rejectResolution: { ...nhsEngland, from: ["RESOLUTION_CONFIRMED"], to: "IN_PROGRESS" },
  reopen: { ...nhsEngland, from: ["CLOSED"], to: "REOPENED" },
  addInternalNote: { ...nhsEngland, from: everyState },
  amend: { ...nhsEngland, from: ["REPORTED", ...underWay] },
  merge: merging,
  move: moving,
  share: shareAction,
  withdrawShare: withdrawShareAction,
  planAction: planningAction,
  completeAction: planningAction,
  dropAction: planningAction,
  requestIdentityReveal: requestReveal,
  approveIdentityReveal: answerReveal,
  reportDetriment,
  breakGlass: breakGlassAction,
  addEvidence: addingEvidence,
  releaseEvidence: releasingEvidence,
  contribute: contributeAction,
  shareContribution: contributeAction,
  withdrawContribution: withdrawAction,
  recordCase: recordCaseAction,
  updateCase: updateCaseAction,
};

/** Any organisation's people may report; roles that never see a concern do not. */
export const reportingRoles: readonly Role[] = ["QUALITY_LEAD", "CASE_HOLDER", "GUARDIAN", "EXECUTIVE", "MEMBER"];
