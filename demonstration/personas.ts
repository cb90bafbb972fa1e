/**
 * Invented people to try the hub as: who they act for, in which role, and what trying them shows. Providers and their
 * staff are invented (codes that begin with ZZ); regions, regulators and the integrated care board are real bodies.
 */
import type { OrganisationKind, Purpose, Role } from "../authorisation/caller.js";

export interface Persona {
  /** Name by which commands and the sign-in page know the persona, and `sub` of its tokens. */
  readonly name: string;
  readonly displayName: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly organisationKind: OrganisationKind;
  /** The selected role. */
  readonly role: Role;
  /** Roles held besides the selected one. */
  readonly otherRoles: readonly Role[];
  /** What the persona's role is for when it declares nothing. */
  readonly purpose: Purpose;
  readonly shows: string;
}

type Body = Pick<Persona, "organisation" | "organisationName" | "organisationKind">;
type Part = Pick<Persona, "name" | "displayName" | "role" | "purpose" | "shows"> & Partial<Pick<Persona, "otherRoles">>;

function body(organisation: string, organisationName: string, organisationKind: OrganisationKind): Body {
  return { organisation, organisationName, organisationKind };
}

function playedFor(acting: Body, parts: readonly Part[]): Persona[] {
  return parts.map((part) => ({ otherRoles: [], ...part, ...acting }));
}

export const personas: readonly Persona[] = [
  ...playedFor(body("X24", "NHS England", "NATIONAL_BODY"), [
    {
      name: "national-lead",
      displayName: "Amara Whitlock",
      role: "QUALITY_LEAD",
      purpose: "EDUCATION_QUALITY",
      shows: "every concern in all regions, reports not yet accepted included",
    },
  ]),
  ...playedFor(body("Y60", "NHS England Midlands", "REGION"), [
    {
      name: "midlands-lead",
      displayName: "Tobias Farrow",
      role: "QUALITY_LEAD",
      otherRoles: ["MEMBER"],
      purpose: "EDUCATION_QUALITY",
      shows: "the whole of one region: accepts, assesses, sets categories, verifies and closes",
    },
    {
      name: "midlands-caseholder",
      displayName: "Nadia Osgood",
      role: "CASE_HOLDER",
      purpose: "EDUCATION_QUALITY",
      shows: "one region, and may ask who spoke up in confidence",
    },
    {
      name: "midlands-guardian",
      displayName: "Gwen Harcastle",
      role: "GUARDIAN",
      purpose: "SAFEGUARDING",
      shows: "the second person, who allows or refuses such a request",
    },
  ]),
  ...playedFor(body("Y56", "NHS England London", "REGION"), [
    {
      name: "london-lead",
      displayName: "Idris Pelham",
      role: "QUALITY_LEAD",
      purpose: "EDUCATION_QUALITY",
      shows: "another region, for which the concerns of the Midlands do not exist",
    },
  ]),
  ...playedFor(body("ZZN01", "Northmoor University Hospitals NHS Trust", "TRUST"), [
    {
      name: "northmoor-lead",
      displayName: "Priya Lindqvist",
      role: "QUALITY_LEAD",
      purpose: "EDUCATION_QUALITY",
      shows: "a provider's own concerns, the text meant for it, and never who spoke up",
    },
    {
      name: "northmoor-executive",
      displayName: "Desmond Ashgrove",
      role: "EXECUTIVE",
      purpose: "EDUCATION_QUALITY",
      shows: "the same provider, and who has looked at its concerns",
    },
  ]),
  ...playedFor(body("ZZE01", "Eastvale Community NHS Trust", "TRUST"), [
    {
      name: "eastvale-lead",
      displayName: "Rowan Tickner",
      role: "QUALITY_LEAD",
      purpose: "EDUCATION_QUALITY",
      shows: "another provider, which cannot tell that Northmoor's concerns exist",
    },
  ]),
  ...playedFor(body("ZZWEXU", "University of Wexbridge", "EDUCATION_PROVIDER"), [
    {
      name: "wexbridge-university",
      displayName: "Maeve Dunnock",
      role: "QUALITY_LEAD",
      purpose: "EDUCATION_QUALITY",
      shows: "a university: concerns about placements of its own learners, in summary",
    },
  ]),
  ...playedFor(body("GMC", "General Medical Council", "REGULATOR"), [
    {
      name: "gmc",
      displayName: "Callum Strand",
      role: "QUALITY_LEAD",
      purpose: "REGULATION",
      shows: "a regulator of doctors: graver concerns, and more of them under a sharing agreement",
    },
  ]),
  ...playedFor(body("NMC", "Nursing and Midwifery Council", "REGULATOR"), [
    {
      name: "nmc",
      displayName: "Beatrix Onslow",
      role: "QUALITY_LEAD",
      purpose: "REGULATION",
      shows: "a regulator of nurses, midwives and nursing associates",
    },
  ]),
  ...playedFor(body("HCPC", "Health and Care Professions Council", "REGULATOR"), [
    {
      name: "hcpc",
      displayName: "Marcus Evenlode",
      role: "QUALITY_LEAD",
      purpose: "REGULATION",
      shows: "a regulator of fifteen professions",
    },
  ]),
  ...playedFor(body("CQC", "Care Quality Commission", "REGULATOR"), [
    {
      name: "cqc",
      displayName: "Yasmin Corbett",
      role: "QUALITY_LEAD",
      purpose: "REGULATION",
      shows: "a regulator of settings instead of professions",
    },
  ]),
  ...playedFor(body("QHL", "NHS Birmingham and Solihull Integrated Care Board", "ICB"), [
    {
      name: "icb",
      displayName: "Lowell Brandt",
      role: "MEMBER",
      purpose: "EDUCATION_QUALITY",
      shows: "an integrated care board: which provider and which category, nothing more",
    },
  ]),
  ...playedFor(body("X24", "NHS England", "NATIONAL_BODY"), [
    {
      name: "analyst",
      displayName: "Hester Quill",
      role: "ANALYST",
      purpose: "STATISTICS",
      shows: "published statistics, with small numbers suppressed, and no concern",
    },
    {
      name: "auditor",
      displayName: "Silas Merriden",
      role: "AUDITOR",
      purpose: "AUDIT",
      shows: "who read what and why, and never what they read",
    },
    {
      name: "operator",
      displayName: "Jonah Vance",
      role: "OPERATOR",
      purpose: "STATISTICS",
      shows: "the person who runs the hub, who needs no concern to do so",
    },
  ]),
];
