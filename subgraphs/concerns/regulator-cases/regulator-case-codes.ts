/** Codes of regulators' cases in the graph. */
import { codeScalar } from "../../code-scalar.js";
import { enumOfWords } from "../../described-enum.js";
import type { CaseStatus } from "./regulator-case-rules.js";

export const CaseKindScalar = codeScalar(
  "RegulatorCaseKind",
  "Kind of a regulator's own case, such as `ENHANCED_MONITORING`. The list is reference data.",
);

export const CaseStatusEnum = enumOfWords<CaseStatus>("RegulatorCaseStatus", "Where a regulator's own case stands.", {
  UNDER_CONSIDERATION: "The regulator considers opening it; nothing is published yet.",
  OPEN: "It is open.",
  CLOSED: "It is closed.",
});
