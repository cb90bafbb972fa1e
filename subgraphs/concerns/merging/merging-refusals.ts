/** Why a merger is refused: one constant value each. */
import { userError } from "../../user-error.js";
import { refusals } from "../refusals.js";

const { NOT_YOURS_TO_DO, REASON_MISSING, REMOVAL_NOT_ENDED, REQUIREMENTS_OPEN } = refusals;

export const mergeRefusals = {
  NOT_YOURS_TO_DO,
  REASON_MISSING,
  REMOVAL_NOT_ENDED,
  REQUIREMENTS_OPEN,
  noSurvivor: userError("NOT_FOUND", "There is no such concern.", "into"),
  SAME_CONCERN: userError("BAD_USER_INPUT", "must be another concern", "into"),
  SURVIVOR_NOT_IN_THIS_STATE: userError("CONFLICT", "That concern is not in a state in which it can go on.", "into"),
  OTHER_PROVIDER: userError("BAD_USER_INPUT", "must be of the same provider, or of one that followed it", "into"),
  OTHER_SITE: userError("BAD_USER_INPUT", "must be of the same site", "into"),
  GRAVER_THAN_SURVIVOR: userError(
    "CONFLICT",
    "The category of the duplicate is higher. Move the other up first, or merge it into this one.",
    "into",
  ),
  REVIEW_PLANNED: userError("CONFLICT", "A review is planned. Record it or cancel it first.", "id"),
} as const;
