/** The refusals of moves between categories, by the rule that refuses. */
import { userError } from "../../user-error.js";

export const categoryRefusals = {
  UNKNOWN_CATEGORY: userError("BAD_USER_INPUT", "must be a category of the framework", "category"),
  SAME_CATEGORY: userError("BAD_USER_INPUT", "must be another category than the present one", "category"),
  REASON_MISSING: userError("BAD_USER_INPUT", "must say why", "reason"),
  NO_REMOVAL_DECIDED: userError(
    "CONFLICT",
    "ISF4 follows a decision to remove learners, and there is none.",
    "category",
  ),
  REMOVAL_IN_FORCE: userError("CONFLICT", "Learners are removed. Bring them back first.", "category"),
  TOO_FAR_AFTER_REMOVAL: userError("CONFLICT", "After ISF4 a concern steps down to ISF3 or ISF2.", "category"),
  NATIONAL_SIGN_OFF_MISSING: userError(
    "CONFLICT",
    "A step down by more than one category needs the sign-off of NHS England nationally.",
    "category",
  ),
  signOffNotNeeded: userError("CONFLICT", "The step needs no sign-off.", "category"),
  signedOffAlready: userError("CONFLICT", "The step to this category is signed off already.", "category"),
} as const;
