/** The refusals of commands on what bodies contribute: one constant value each, so that none tells more than its kind. */
import { userError } from "../../user-error.js";

export const intelligenceRefusals = {
  NOT_A_PARTY: userError("FORBIDDEN", "Your organisation takes no part in the Emerging Concerns Protocol."),
  AUDIENCE_NOT_A_PARTY: userError("BAD_USER_INPUT", "must be bodies of the Emerging Concerns Protocol", "sharedWith"),
  AUDIENCE_IS_THE_OWNER: userError("BAD_USER_INPUT", "must be other organisations", "sharedWith"),
  receivedLater: userError("BAD_USER_INPUT", "must not be in the future", "receivedOn"),
  noContribution: userError("NOT_FOUND", "You contributed nothing of the kind to this concern.", "contributionId"),
} as const;
