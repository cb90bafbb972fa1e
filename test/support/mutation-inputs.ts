/** Every mutation on a concern with an input that is right in itself, but for the concern. */
import { dayInEngland } from "../../hub/day-in-england.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { removalInputs } from "./removal-inputs.js";

const score = { likelihood: 3, impact: 3 };
/** As far ahead as a share may be made for, whatever the day. */
export const inThreeMonths = addDays(dayInEngland(), 90);
export const neverIssued = "11111111-2222-4333-8444-555555555555";

export const mutationInputs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  acceptConcern: { summary: "A released text." },
  declineConcern: { reason: "A reason." },
  assessConcern: { inherent: score, residual: score, category: "ISF1", reason: "A reason." },
  changeCategory: { category: "ISF3", reason: "A reason.", evidence: "A review." },
  signOffCategoryMove: { category: "ISF0", reason: "A reason." },
  issueRequirement: { kind: "MANDATORY", standard: "EQF-2021:3.5", text: "A requirement.", dueOn: "2999-01-01" },
  respondToRequirement: { requirementId: neverIssued, text: "An answer." },
  requestRequirementClosure: { requirementId: neverIssued, text: "A statement." },
  closeRequirement: { requirementId: neverIssued },
  rejectRequirementClosure: { requirementId: neverIssued, reason: "A reason." },
  withdrawRequirement: { requirementId: neverIssued, reason: "A reason." },
  carryRequirement: {
    requirementId: neverIssued,
    conditions: [{ text: "A condition.", owner: "A post", dueOn: "2999-01-01" }],
  },
  completeCondition: { conditionId: neverIssued, statement: "A statement." },
  scheduleReview: { type: "PROGRAMME_REVIEW", scheduledFor: "2999-01-01" },
  recordReview: { reviewId: neverIssued, heldOn: "2026-01-01", met: ["Learners"], findings: "Findings." },
  publishReview: { reviewId: neverIssued, finalReportOn: "2026-01-02", summary: "A summary.", checkedByProvider: true },
  cancelReview: { reviewId: neverIssued, reason: "A reason." },
  submitProgress: { summary: "Progress.", detail: "In detail." },
  confirmResolution: { statement: "A statement." },
  verifyResolution: {},
  rejectResolution: { reason: "A reason." },
  reopenConcern: { reason: "A reason." },
  addInternalNote: { text: "A note." },
  shareConcern: { organisation: "CQC", dataClasses: [], until: inThreeMonths, reason: "A reason." },
  amendConcern: { themes: ["INDUCTION"], reason: "A reason." },
  mergeConcern: { into: neverIssued, reason: "A reason." },
  moveConcern: { to: "ZZE01", reason: "A reason." },
  withdrawShare: { shareId: neverIssued },
  planAction: { text: "An action.", owner: "CLINICAL_LEAD", dueOn: "2999-01-01" },
  completeAction: { actionId: neverIssued, outcome: "What was done." },
  addEvidence: { upload: neverIssued, description: "What it shows." },
  releaseEvidence: { evidenceId: neverIssued },
  dropAction: { actionId: neverIssued, reason: "A reason." },
  convenePanel: { reason: "B", purpose: "A purpose.", mode: "VIDEO", meetsOn: inThreeMonths, invite: ["CQC"] },
  inviteToPanel: { invite: ["CQC"] },
  respondToInvitation: { answer: "ACCEPTED" },
  contributeToPanel: { text: "A contribution." },
  recordPanelDecision: {
    heldOn: dayInEngland(),
    attended: ["Y60", "GMC"],
    atRisk: ["PATIENTS"],
    urgency: "PROMPT",
    outcomes: ["NO_FURTHER_ACTION"],
    rationale: "A rationale.",
  },
  recordDissent: { text: "A dissent." },
  completePanelAction: { actionId: neverIssued, status: "DONE" },
  decideDisclosure: { tell: false, because: "A reason." },
  closePanel: {},
  requestIdentityReveal: { reason: "A reason." },
  approveIdentityReveal: { revealId: neverIssued, approve: true, reason: "A reason." },
  reportDetriment: { kind: "CAREER", text: "What happened." },
  breakGlass: { immediateRisk: true, reason: "A learner is alone on a ward now." },
  ...removalInputs,
  contributeIntelligence: { text: "What we know.", receivedOn: "2025-01-05" },
  shareContribution: { contributionId: neverIssued, sharedWith: ["CQC"] },
  withdrawContribution: { contributionId: neverIssued },
  recordRegulatorCase: { kind: "OTHER", openedOn: "2025-01-05", status: "OPEN", publishedByRegulator: false },
  updateRegulatorCase: { caseId: neverIssued, status: "CLOSED" },
};

/** Mutations on a panel, whose id is that of a panel; one is convened on a concern. */
const ofPanels: ReadonlySet<string> = new Set(
  Object.keys(mutationInputs).filter((name) => /Panel|Invitation$|Dissent$|Disclosure$/.test(name)),
);

/** The input with the version that was read; an answer to an invitation has none, since who is invited reads none. */
export function atVersion(mutation: string, input: object, expectedVersion: number): object {
  return mutation === "respondToInvitation" ? input : { ...input, expectedVersion };
}

/** The mutation with all that it can say about a concern that is not shown. */
export function mutationDocument(mutation: string): string {
  const payload = ofPanels.has(mutation)
    ? "panel { id version state concerns { id reference } }"
    : "concern { id reference version status access { relations hidden { field because } } }";
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation($input: ${input}!) {
    ${mutation}(input: $input) {
      ${payload}
      userErrors { code field message }
    }
  }`;
}
