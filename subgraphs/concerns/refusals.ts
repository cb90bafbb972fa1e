/** The refusals of commands on concerns: one constant value each, so that none tells more than its kind. */
import { userError } from "../user-error.js";

export const refusals = {
  absent: userError("NOT_FOUND", "There is no such concern.", "id"),
  noRequirement: userError("NOT_FOUND", "The concern has no such requirement.", "requirementId"),
  stale: userError("CONFLICT", "The concern has changed since you read it. Read it again.", "expectedVersion"),
  keyUsed: userError("CONFLICT", "This key was used for another request.", "idempotencyKey"),
  NOT_YOURS_TO_DO: userError(
    "FORBIDDEN",
    "Your role or your organisation's part in the concern does not include this.",
  ),
  NOT_IN_THIS_STATE: userError("CONFLICT", "The concern is not in a state in which this can be done.", "id"),
  CATEGORY_TOO_HIGH_TO_CLOSE: userError("CONFLICT", "A concern closes at ISF0 or ISF1 only. Step it down first.", "id"),
  REQUIREMENTS_OPEN: userError("CONFLICT", "Requirements are still open. Close them first.", "id"),
  REMOVAL_NOT_ENDED: userError("CONFLICT", "Learners are removed, or their removal is under way. End it first.", "id"),
  requirementClosed: userError("CONFLICT", "The requirement is closed.", "requirementId"),
  mayNotReport: userError("FORBIDDEN", "Your role does not report concerns."),
  unknownProvider: userError("BAD_USER_INPUT", "must be the code of an open provider", "provider"),
  unknownSite: userError("BAD_USER_INPUT", "must be the code of a site of the provider", "site"),
  unknownEducationProvider: userError(
    "BAD_USER_INPUT",
    "must be the code of a university or college",
    "educationProvider",
  ),
  unknownProfession: userError("BAD_USER_INPUT", "must be codes of professions in the directory", "professions"),
  unknownTheme: userError("BAD_USER_INPUT", "must be codes of themes in the list", "themes"),
  standardNotInForce: userError("BAD_USER_INPUT", "must be standards in force on the day", "standards"),
  unknownStandard: userError("BAD_USER_INPUT", "must be a standard in force today", "standard"),
  identifiedLater: userError("BAD_USER_INPUT", "must not be in the future", "identifiedOn"),
  dueInThePast: userError("BAD_USER_INPUT", "must not be in the past", "dueOn"),
  identityOfAnonymous: userError("BAD_USER_INPUT", "must hold nothing that identifies an anonymous person", "reporter"),
  identityMissing: userError("BAD_USER_INPUT", "must hold a name or a contact", "reporter"),
} as const;
