/** What reviews of the demonstration found, whom they met and on what they rested. Posts and groups, never names. */
export const panels: readonly (readonly string[])[] = [
  ["Postgraduate dean", "Quality associate dean", "Head of school", "Lay member"],
  ["Quality associate dean", "Head of school", "Education quality manager"],
  ["Deputy postgraduate dean", "Training programme director", "Learner representative"],
];

export const met: readonly (readonly string[])[] = [
  ["Director of medical education", "Learners in two groups", "Educational supervisors"],
  ["Chief executive", "Chief nurse", "Director of medical education", "Learners in a group"],
  ["Practice education lead", "Ward managers", "Learners in a group", "Freedom to Speak Up guardian"],
];

export const evidence: readonly (readonly string[])[] = [
  ["National training survey", "Report of the guardian of safe working hours"],
  ["National education and training survey", "Self-assessment of the provider"],
  ["Practice assessment data", "Report of an earlier review", "Self-assessment of the provider"],
];

export const findings: readonly string[] = [
  "Learners described the same shortfall on different days and to different people. Senior staff knew of parts of it. There is a plan, with nobody yet who answers for it as a whole.",
  "What learners reported was borne out by rotas and records. The executives accepted it and had begun to act before the review.",
  "The arrangements on paper are sound and are not what learners meet. Educators want to do better and lack the time that their job plans promise them.",
];

export const goodPractice: readonly string[] = [
  "Handover is led by a consultant every morning, and learners take part in it.",
  "Learners know whom to turn to, and say that they are listened to.",
  "Simulation days are open to learners of every profession.",
];

export const summaries: readonly string[] = [
  "The review found that learners are not always supported as the standards require. The provider accepts the findings and has begun to act on them.",
  "The review confirmed the concern and found good will to put it right. Requirements were set and are followed up.",
];

export const conditions: readonly { readonly text: string; readonly owner: string }[] = [
  { text: "Report to the board each quarter on how the standard is kept.", owner: "Director of medical education" },
  { text: "Ask learners at the end of each placement, and share what they say.", owner: "Practice education lead" },
  { text: "Keep the time for education in job plans under review.", owner: "Medical director" },
];

export const closureRequests: readonly string[] = [
  "The provider regards this as met: the arrangement has run for two months, and the audit of it is attached to the action plan.",
  "Met, in the provider's view. Learners were asked again and no longer report the shortfall.",
];
