/** The refusals of commands on the return of removed learners: one constant value each. */
import { userError } from "../../user-error.js";

const removal = "removalId";

export const returnRefusals = {
  REQUIREMENTS_OPEN: userError("CONFLICT", "Requirements are still open. Close them first.", removal),
  NOT_VERIFIED: userError("CONFLICT", "Nobody has been to see since the learners were removed.", removal),
  REGULATOR_NOT_HEARD: userError("BAD_USER_INPUT", "must say what the regulator thinks", "regulatorView"),
  CONSENT_MISSING: userError("CONFLICT", "Not every authority has consented to the return.", removal),
  PHASES_MISSING: userError("BAD_USER_INPUT", "must be in phases", "phases"),
  PHASES_OUT_OF_ORDER: userError("BAD_USER_INPUT", "must follow one another, from today on", "phases.startsOn"),
  CONDITIONS_MISSING: userError("BAD_USER_INPUT", "must be under conditions", "phases.conditions"),
  haltedByReview: userError("BAD_USER_INPUT", "is for haltReturn", "outcome"),
  noPhase: userError("NOT_FOUND", "The return has no such phase.", "phaseId"),
  phaseNotNext: userError("CONFLICT", "The phase has not begun, is complete, or follows one that is not.", "phaseId"),
  phasesNotComplete: userError("CONFLICT", "Phases of the return are not complete.", removal),
} as const;
