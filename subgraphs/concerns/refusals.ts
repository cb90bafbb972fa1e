/** The refusals of commands on concerns: one constant value each, so that none tells more than its kind. */
import { userError } from "../user-error.js";

export const refusals = {
  absent: userError("NOT_FOUND", "There is no such concern.", "id"),
  stale: userError("CONFLICT", "The concern has changed since you read it. Read it again.", "expectedVersion"),
  NOT_YOURS_TO_DO: userError(
    "FORBIDDEN",
    "Your role or your organisation's part in the concern does not include this.",
  ),
  NOT_IN_THIS_STATE: userError("CONFLICT", "The concern is not in a state in which this can be done.", "id"),
  CATEGORY_TOO_HIGH_TO_CLOSE: userError("CONFLICT", "A concern closes at ISF0 or ISF1 only. Step it down first.", "id"),
  REQUIREMENTS_OPEN: userError("CONFLICT", "Requirements are still open. Close them first.", "id"),
  REMOVAL_NOT_ENDED: userError("CONFLICT", "Learners are removed, or their removal is under way. End it first.", "id"),
  NOT_A_PARTY: userError("FORBIDDEN", "Your organisation takes no part in the Emerging Concerns Protocol."),
  RECIPIENT_NOT_A_PARTY: userError(
    "BAD_USER_INPUT",
    "must be a body that takes part in the Emerging Concerns Protocol",
    "organisation",
  ),
  SHARED_WITH_ITSELF: userError("BAD_USER_INPUT", "must be another organisation", "organisation"),
  CLASS_NOT_SHAREABLE: userError("BAD_USER_INPUT", "must be classes that the protocol shares", "dataClasses"),
  CLASS_NOT_YOURS_TO_SHARE: userError("FORBIDDEN", "You can share only what you may read.", "dataClasses"),
  REASON_MISSING: userError("BAD_USER_INPUT", "must say why", "reason"),
  ENDS_BEFORE_IT_BEGINS: userError("BAD_USER_INPUT", "must not be in the past", "until"),
  TOO_LONG: userError("BAD_USER_INPUT", "is later than a share may last", "until"),
  OUTLASTS_THE_PROTOCOL: userError(
    "BAD_USER_INPUT",
    "is later than one of the bodies takes part in the protocol",
    "until",
  ),
  noShare: userError("NOT_FOUND", "The concern has no such share.", "shareId"),
  shareWithdrawn: userError("CONFLICT", "The share is withdrawn.", "shareId"),
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
  identifiedLater: userError("BAD_USER_INPUT", "must not be after the report", "identifiedOn"),
  nothingToAmend: userError("BAD_USER_INPUT", "must change a fact of the concern"),
  identityOfAnonymous: userError("BAD_USER_INPUT", "must hold nothing that identifies an anonymous person", "reporter"),
  identityMissing: userError("BAD_USER_INPUT", "must hold a name or a contact", "reporter"),
} as const;
