/**
 * Which roles exist in which kind of organisation, and what each may say the information is for. The first purpose of
 * a role is the one taken when none is declared. What is not written here does not exist.
 */
import type { OrganisationKind, Purpose, Role } from "../authorisation/caller.js";

type Purposes = readonly [Purpose, ...Purpose[]];
type RolePurposes = Readonly<Partial<Record<Role, Purposes>>>;

const quality: Purposes = ["EDUCATION_QUALITY"];
const caseWork: Purposes = ["EDUCATION_QUALITY", "SAFEGUARDING"];
const guardianship: Purposes = ["SAFEGUARDING", "EDUCATION_QUALITY"];
const regulation: Purposes = ["REGULATION"];
const statistics: Purposes = ["STATISTICS"];
const audit: Purposes = ["AUDIT"];

/** Bodies that act for the whole service, and may open a concern at once when people are at immediate risk. */
const serviceRoles = {
  QUALITY_LEAD: ["EDUCATION_QUALITY", "BREAK_GLASS"],
  CASE_HOLDER: ["EDUCATION_QUALITY", "SAFEGUARDING", "BREAK_GLASS"],
  GUARDIAN: guardianship,
  EXECUTIVE: quality,
  ANALYST: statistics,
  AUDITOR: audit,
  MEMBER: quality,
} as const satisfies RolePurposes;

/** Bodies in which people learn and work: they answer for their own concerns. */
const providerRoles = {
  QUALITY_LEAD: quality,
  CASE_HOLDER: caseWork,
  EXECUTIVE: quality,
  ANALYST: statistics,
  AUDITOR: audit,
  MEMBER: quality,
} as const satisfies RolePurposes;

const observerRoles = {
  QUALITY_LEAD: quality,
  EXECUTIVE: quality,
  ANALYST: statistics,
  MEMBER: quality,
} as const satisfies RolePurposes;

export const permittedRoles: Readonly<Record<OrganisationKind, RolePurposes>> = {
  // An auditor sees who read what, elsewhere of its own people; an operator runs the hub and needs no record to do so.
  NATIONAL_BODY: { ...serviceRoles, OPERATOR: statistics },
  REGION: serviceRoles,
  LOCAL_OFFICE: { QUALITY_LEAD: quality, CASE_HOLDER: caseWork, ANALYST: statistics, MEMBER: quality },
  ICB: { ...observerRoles, QUALITY_LEAD: ["EDUCATION_QUALITY", "BREAK_GLASS"] },
  // A trust's guardian counts how often people spoke up there; who they are is never opened to a provider.
  TRUST: { ...providerRoles, GUARDIAN: ["SAFEGUARDING"] },
  // People act for the trust, not for one of its sites.
  TRUST_SITE: {},
  EDUCATION_PROVIDER: providerRoles,
  REGULATOR: {
    QUALITY_LEAD: ["REGULATION", "BREAK_GLASS"],
    CASE_HOLDER: ["REGULATION", "SAFEGUARDING", "BREAK_GLASS"],
    EXECUTIVE: regulation,
    ANALYST: statistics,
    AUDITOR: audit,
    MEMBER: regulation,
  },
  OMBUDSMAN: { QUALITY_LEAD: regulation, CASE_HOLDER: regulation, ANALYST: statistics, MEMBER: regulation },
  OTHER: observerRoles,
};

/** None when the role does not exist in that kind of organisation. */
export function permittedPurposes(kind: OrganisationKind, role: Role): readonly Purpose[] {
  return permittedRoles[kind][role] ?? [];
}
