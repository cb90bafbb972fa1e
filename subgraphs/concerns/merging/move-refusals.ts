/** Why concerns are not moved to a successor: one constant value each. */
import { userError } from "../../user-error.js";
import { refusals } from "../refusals.js";
import type { SuccessorRefusal } from "./succession-moves.js";

/** @param field that names the successor. */
function successorRefusals(provider: string, field: string) {
  return {
    NOT_SUCCEEDED: userError("CONFLICT", "No open provider came after this one.", provider),
    SUCCESSOR_NOT_NAMED: userError("BAD_USER_INPUT", "must be named: there are several successors", field),
    NOT_A_SUCCESSOR: userError("BAD_USER_INPUT", "must be an open provider that came after this one", field),
  } satisfies Record<SuccessorRefusal, unknown>;
}

export const moveRefusals = {
  ofOne: successorRefusals("id", "to"),
  ofAll: {
    ...successorRefusals("provider", "successor"),
    NOT_YOURS_TO_DO: refusals.NOT_YOURS_TO_DO,
    STILL_OPEN: userError("CONFLICT", "The provider is still open. Move its concerns one by one.", "provider"),
  },
} as const;
