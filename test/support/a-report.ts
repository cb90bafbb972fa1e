export const whoSpokeUp = {
  identityMode: "CONFIDENTIAL",
  name: "Ottoline Planted",
  contact: "ottoline@planted.example",
};
export const whoSpokeOpenly = {
  identityMode: "OPEN",
  name: "Odile Openly",
  contact: "odile@open.example",
  coarseRole: "EDUCATOR",
};

/** A report as a test needs it: complete, with what matters to the test said by the test. */
export function aReport(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    title: "No consultant on the ward at night",
    narrative: "On four nights in October nobody senior could be reached by the learners on the ward.",
    provider: "ZZN01",
    educationProvider: "ZZWEXU",
    subjectLevel: "DEPARTMENT",
    department: "Acute medicine",
    professions: ["DOCTOR"],
    themes: ["CLINICAL_SUPERVISION"],
    standards: ["EQF-2021:3.5"],
    sourceType: "LEARNER",
    patientSafetyRisk: true,
    learnersAffected: 7,
    reporter: whoSpokeUp,
    ...more,
  };
}

export const report = `mutation Report($input: ReportConcernInput!) {
  reportConcern(input: $input) { concern { id version status } userErrors { code field message } }
}`;
