/** Every mutation on a removal of learners with an input that is right in itself, but for the concern and the removal. */
const removalId = "11111111-2222-4333-8444-555555555555";
const far = "2999-01-01";
const condition = { text: "A condition.", owner: "Director of education", dueOn: far };

export const removalInputs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  proposeRemoval: {
    kindOfChange: "SERIOUS_CONCERN",
    scope: "SPECIALTY",
    scopeDetail: "Acute medicine",
    extent: "PARTIAL",
    reasons: ["SUPERVISION"],
    learners: [{ profession: "DOCTOR", stage: "POSTGRADUATE", learners: 6 }],
    riskOfStaying: "A risk.",
    riskOfRemoval: "Another risk.",
    localResolution: "A plan.",
    startsOn: far,
  },
  recordConsultation: { removalId, consultee: "PROVIDER", answer: "An answer." },
  withdrawRemovalProposal: { removalId, reason: "A reason." },
  decideRemoval: { removalId, answer: "REMOVE", decider: "POSTGRADUATE_DEAN" },
  recordRelocation: {
    removalId,
    place: "ZZE01",
    places: 6,
    plan: "A plan.",
    payProtected: true,
    progressionProtected: true,
  },
  recordRemovalNotice: { removalId, told: "LEARNERS" },
  startRemoval: { removalId },
  reviewRemoval: { removalId, outcome: "CONTINUE", onTheSpot: false, findings: "A finding." },
  reinstateLearners: { removalId, regulatorView: "A view.", phases: [{ startsOn: far, conditions: [condition] }] },
  completeReturnPhase: { removalId, phaseId: removalId },
  haltReturn: { removalId, reason: "A reason." },
  endRemoval: { removalId, category: "ISF3", reason: "A reason." },
  recordPlacementChange: { kind: "ROTATION_GAP", startsOn: far, explanation: "A gap." },
};
