/** Why a glass is not broken: one constant value each. */
import { userError } from "../../user-error.js";
import { refusals } from "../refusals.js";

export const breakGlassRefusals = {
  NOT_YOURS_TO_DO: refusals.NOT_YOURS_TO_DO,
  OTHER_PURPOSE: userError("FORBIDDEN", "Declare the purpose of use BREAK_GLASS with the request."),
  NO_IMMEDIATE_RISK: userError("BAD_USER_INPUT", "must be declared", "immediateRisk"),
  REASON_TOO_SHORT: userError("BAD_USER_INPUT", "must say what the risk is", "reason"),
  ALREADY_OPEN: userError("CONFLICT", "You hold this concern open already.", "id"),
} as const;
