/**
 * What kind of information a field holds. Nine data classes stand in the public graph; where a class has a part with
 * readers of its own, that part is a compartment, written `CLASS:part`, with a line of its own in the policy.
 */
export const dataClasses = [
  "PUBLIC",
  "OPERATIONAL",
  "NARRATIVE",
  "MANAGEMENT",
  "LEARNERS",
  "INTELLIGENCE",
  "DELIBERATION",
  "IDENTITY",
  "AUDIT",
] as const;
export type DataClass = (typeof dataClasses)[number];

/** The compartments that the policy protects. PUBLIC needs no line: it is open to every caller. */
export const compartments = [
  "OPERATIONAL:headline",
  "OPERATIONAL",
  "OPERATIONAL:agreement",
  "NARRATIVE:released",
  "NARRATIVE",
  "NARRATIVE:evidence",
  "NARRATIVE:unreleased",
  "MANAGEMENT:summary",
  "MANAGEMENT",
  "MANAGEMENT:internal",
  "MANAGEMENT:protection",
  "LEARNERS",
  "LEARNERS:small",
  "INTELLIGENCE",
  "INTELLIGENCE:panel",
  "DELIBERATION",
  "DELIBERATION:invitation",
  "IDENTITY",
  "AUDIT",
  "AUDIT:people",
  "AUDIT:readers",
] as const;
export type Compartment = (typeof compartments)[number];

/**
 * The compartment that goes with existence: a record is in front of a caller only if this is readable, so fields of
 * it are never redacted.
 */
export const existence = "OPERATIONAL:headline" satisfies Compartment;

export function dataClassOf(compartment: Compartment): DataClass {
  return compartment.split(":")[0] as DataClass;
}
