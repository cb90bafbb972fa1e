/** The refusals of commands on the provider's action plan. */
import { userError } from "../../user-error.js";
import { requirementRefusals } from "../requirements/requirement-refusals.js";

export const actionPlanRefusals = {
  noAction: userError("NOT_FOUND", "The concern has no such action.", "actionId"),
  actionIsOver: userError("CONFLICT", "The action is done or given up already.", "actionId"),
  actionDueInThePast: requirementRefusals.DUE_IN_THE_PAST,
  requirementClosed: requirementRefusals.notInThisState,
} as const;
