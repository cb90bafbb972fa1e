/** The scalar for kinds of detriment: reference data that an owner may extend. */
import { codeScalar } from "../../code-scalar.js";

export const DetrimentKindScalar = codeScalar(
  "DetrimentKind",
  "How somebody suffers for speaking up, such as `THREAT`, `DISCIPLINE`, `LOSS_OF_WORK` or `CAREER`. The list is reference data.",
);
