/**
 * What may be done with a concern: by whom and in which state. Pure rules; the answer is a value. The provider owns
 * management and mitigation and confirms resolution; NHS England accepts, assesses, requires, verifies and closes.
 */
import type { Role } from "../../authorisation/caller.js";
import type { Relation } from "../../authorisation/relation.js";
import type { ConcernStatus } from "./concern-codes.js";

export type Action =
  | "accept"
  | "decline"
  | "assess"
  | "issueRequirement"
  | "respondToRequirement"
  | "closeRequirement"
  | "submitProgress"
  | "confirmResolution"
  | "verifyResolution"
  | "rejectResolution"
  | "reopen"
  | "addInternalNote";

interface ActionRule {
  readonly relations: readonly Relation[];
  readonly roles: readonly Role[];
  readonly from: readonly `${ConcernStatus}`[];
  /** State after it; the same where it is not given. */
  readonly to?: `${ConcernStatus}`;
}

const nhsEngland = {
  relations: ["REGIONAL", "NATIONAL"],
  roles: ["QUALITY_LEAD", "CASE_HOLDER"],
} as const satisfies Partial<ActionRule>;

const provider = {
  relations: ["RESPONSIBLE"],
  roles: ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"],
} as const satisfies Partial<ActionRule>;

const underWay = ["ACCEPTED", "IN_PROGRESS", "RESOLUTION_CONFIRMED", "REOPENED"] as const;

export const actionRules: Readonly<Record<Action, ActionRule>> = {
  accept: { ...nhsEngland, from: ["REPORTED"], to: "ACCEPTED" },
  decline: { ...nhsEngland, from: ["REPORTED"], to: "DECLINED" },
  assess: { ...nhsEngland, from: ["ACCEPTED", "IN_PROGRESS", "REOPENED"], to: "IN_PROGRESS" },
  issueRequirement: { ...nhsEngland, from: ["ACCEPTED", "IN_PROGRESS", "REOPENED"] },
  respondToRequirement: { ...provider, from: underWay },
  closeRequirement: { ...nhsEngland, from: underWay },
  submitProgress: { ...provider, from: underWay },
  confirmResolution: { ...provider, from: ["IN_PROGRESS"], to: "RESOLUTION_CONFIRMED" },
  verifyResolution: { ...nhsEngland, from: ["RESOLUTION_CONFIRMED"], to: "CLOSED" },
  rejectResolution: { ...nhsEngland, from: ["RESOLUTION_CONFIRMED"], to: "IN_PROGRESS" },
  reopen: { ...nhsEngland, from: ["CLOSED"], to: "REOPENED" },
  addInternalNote: {
    ...nhsEngland,
    from: ["REPORTED", "ACCEPTED", "IN_PROGRESS", "RESOLUTION_CONFIRMED", "CLOSED", "REOPENED", "DECLINED"],
  },
};

/** Any organisation's people may report; roles that never see a concern do not. */
export const reportingRoles: readonly Role[] = ["QUALITY_LEAD", "CASE_HOLDER", "GUARDIAN", "EXECUTIVE", "MEMBER"];

export type ActionRefusal = "NOT_YOURS_TO_DO" | "NOT_IN_THIS_STATE";

export interface Acting {
  readonly role: Role;
  readonly relations: readonly Relation[];
}

export function refusalOf(action: Action, acting: Acting, status: `${ConcernStatus}`): ActionRefusal | undefined {
  const rule = actionRules[action];
  if (!rule.roles.includes(acting.role)) return "NOT_YOURS_TO_DO";
  if (!rule.relations.some((relation) => acting.relations.includes(relation))) return "NOT_YOURS_TO_DO";
  return rule.from.includes(status) ? undefined : "NOT_IN_THIS_STATE";
}

export type ClosureRefusal = "CATEGORY_TOO_HIGH_TO_CLOSE" | "REQUIREMENTS_OPEN";

/** A concern closes at ISF0 or ISF1, with every requirement closed. Recommendations do not hold it open. */
export function closureRefusal(
  category: number,
  requirements: readonly { readonly kind: string; readonly status: string }[],
): ClosureRefusal | undefined {
  if (category > 1) return "CATEGORY_TOO_HIGH_TO_CLOSE";
  const open = requirements.some(({ kind, status }) => kind !== "RECOMMENDATION" && status !== "CLOSED");
  return open ? "REQUIREMENTS_OPEN" : undefined;
}
