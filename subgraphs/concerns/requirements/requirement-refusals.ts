/** The refusals of commands on requirements and on the conditions under which they are carried. */
import { userError } from "../../user-error.js";

export const requirementRefusals = {
  absent: userError("NOT_FOUND", "The concern has no such requirement.", "requirementId"),
  notInThisState: userError(
    "CONFLICT",
    "The requirement is not in a state in which this can be done.",
    "requirementId",
  ),
  unknownStandard: userError("BAD_USER_INPUT", "must be a standard in force today", "standard"),
  DUE_IN_THE_PAST: userError("BAD_USER_INPUT", "must not be in the past", "dueOn"),
  DUE_MISSING: userError("BAD_USER_INPUT", "must be given for this kind of requirement", "dueOn"),
  DUE_TOO_LATE: userError("BAD_USER_INPUT", "is later than this kind of requirement allows", "dueOn"),
  CONDITIONS_MISSING: userError("BAD_USER_INPUT", "must name at least one", "conditions"),
  CONDITION_WITHOUT_TEXT: userError("BAD_USER_INPUT", "must each say what goes on", "conditions"),
  CONDITION_WITHOUT_OWNER: userError("BAD_USER_INPUT", "must each have an owner", "conditions"),
  OWNER_IS_A_PERSON: userError("BAD_USER_INPUT", "must name posts, not people", "conditions"),
  CONDITION_DUE_IN_THE_PAST: userError("BAD_USER_INPUT", "must not be due in the past", "conditions"),
  noCondition: userError("NOT_FOUND", "The concern has no such condition.", "conditionId"),
  conditionMet: userError("CONFLICT", "The condition is met already.", "conditionId"),
} as const;
