/** The refusals of commands on evidence. */
import { userError } from "../../user-error.js";

export const evidenceRefusals = {
  noUpload: userError("NOT_FOUND", "You have sent no such file within the last hour.", "upload"),
  noEvidence: userError("NOT_FOUND", "The concern has no such evidence.", "evidenceId"),
  released: userError("CONFLICT", "The provider may read it already.", "evidenceId"),
} as const;
