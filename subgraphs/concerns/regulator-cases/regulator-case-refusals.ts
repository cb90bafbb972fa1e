/** The refusals of commands on regulators' own cases: one constant value each. */
import { userError } from "../../user-error.js";
import { intelligenceRefusals } from "../intelligence/intelligence-refusals.js";

export const caseRefusals = {
  ...intelligenceRefusals,
  NOT_A_REGULATOR: userError("FORBIDDEN", "A case of its own is recorded by the regulator whose case it is."),
  UNKNOWN_CASE_KIND: userError("BAD_USER_INPUT", "must be a kind of case in the list", "kind"),
  CASE_KIND_NOT_YOURS: userError("FORBIDDEN", "Another regulator has cases of this kind.", "kind"),
  OPENED_LATER: userError("BAD_USER_INPUT", "must not be in the future", "openedOn"),
  PUBLISHED_TOO_EARLY: userError(
    "BAD_USER_INPUT",
    "A case that is only considered is not published.",
    "publishedByRegulator",
  ),
  noCase: userError("NOT_FOUND", "You recorded no such case on this concern.", "caseId"),
  caseClosed: userError("CONFLICT", "The case is closed. Record another one.", "caseId"),
} as const;
