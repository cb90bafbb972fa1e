/** Why reveals, reports of detriment and counts are refused: one constant value each. */
import { userError } from "../../user-error.js";
import { refusals } from "../refusals.js";

const { NOT_YOURS_TO_DO, REASON_MISSING } = refusals;
const answered = userError("CONFLICT", "The request was answered already, or has lapsed.", "revealId");

export const revealRefusals = {
  NOT_YOURS_TO_DO,
  REASON_MISSING,
  noReveal: userError("NOT_FOUND", "The concern has no such request.", "revealId"),
  NOTHING_TO_REVEAL: userError("CONFLICT", "Nobody's identity is kept here in confidence.", "id"),
  ALREADY_REQUESTED: userError("CONFLICT", "You have asked for it already.", "id"),
  SAME_PERSON: userError("FORBIDDEN", "Somebody else has to answer your request."),
  NOT_IN_THIS_STATE: answered,
} as const;

export const detrimentRefusals = {
  KIND_MISSING: userError("BAD_USER_INPUT", "must say how the person suffered", "kind"),
  UNKNOWN_KIND: userError("BAD_USER_INPUT", "must be a kind of detriment in the list", "kind"),
  TEXT_MISSING: userError("BAD_USER_INPUT", "must say what happened", "text"),
  NOTICED_IN_THE_FUTURE: userError("BAD_USER_INPUT", "must not be in the future", "noticedOn"),
} as const;
