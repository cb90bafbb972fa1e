/**
 * In which states of a concern its removals of learners may be worked on, and by whom. Where each removal stands, and
 * which authority decides on it, is for learner-removal.ts and removal-decision.ts.
 */
import type { Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import type { ConcernStatus } from "../concern-codes.js";
import { removalActions, type RemovalAction } from "./learner-removal.js";

type Rule = ActionRule<`${ConcernStatus}`, Relation>;

const open = ["ACCEPTED", "IN_PROGRESS", "REOPENED"] as const;
const underWay = [...open, "RESOLUTION_CONFIRMED"] as const;

function ruleFor(action: RemovalAction): Rule {
  const { relations, roles } = removalActions[action];
  return { relations, roles, from: underWay };
}

const nhsEngland = ruleFor("review");

/** One for each mutation, by its name. */
export const removalCommandRules = {
  proposeRemoval: { ...nhsEngland, from: open },
  recordConsultation: ruleFor("recordConsultation"),
  withdrawRemovalProposal: ruleFor("withdraw"),
  decideRemoval: ruleFor("consent"),
  recordRemovalNotice: ruleFor("recordNotice"),
  recordRelocation: ruleFor("recordRelocation"),
  startRemoval: ruleFor("bringIntoForce"),
  reviewRemoval: nhsEngland,
  reinstateLearners: ruleFor("reinstate"),
  completeReturnPhase: ruleFor("completePhase"),
  haltReturn: ruleFor("haltReinstatement"),
  endRemoval: ruleFor("end"),
  recordPlacementChange: {
    relations: ["REGIONAL", "NATIONAL", "RESPONSIBLE"],
    roles: ["QUALITY_LEAD", "CASE_HOLDER"],
    from: underWay,
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RemovalCommand = keyof typeof removalCommandRules;
