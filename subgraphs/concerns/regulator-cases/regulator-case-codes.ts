/** Codes of regulators' cases in the graph. */
import { registerEnumType } from "type-graphql";
import { codeScalar } from "../../code-scalar.js";
import { caseStatuses, type CaseStatus } from "./regulator-case-rules.js";

export const CaseKindScalar = codeScalar(
  "RegulatorCaseKind",
  "Kind of a regulator's own case, such as `ENHANCED_MONITORING`. The list is reference data.",
);

export const CaseStatusEnum = Object.fromEntries(caseStatuses.map((status) => [status, status])) as {
  readonly [Status in CaseStatus]: Status;
};
registerEnumType(CaseStatusEnum, {
  name: "RegulatorCaseStatus",
  description: "Where a regulator's own case stands.",
  valuesConfig: {
    UNDER_CONSIDERATION: { description: "The regulator considers opening it; nothing is published yet." },
    OPEN: { description: "It is open." },
    CLOSED: { description: "It is closed." },
  },
});
