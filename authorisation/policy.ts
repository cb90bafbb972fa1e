/**
 * The policy: who may read what. One page, read by the guard, the masked views, the access matrix and the tests.
 *
 * A field belongs to one compartment. A caller may read it on a record when three lines agree: the relation of the
 * caller's organisation to that record opens the compartment, the caller's one selected role may read it, and so may
 * the purpose the caller declared. There are only positive rules: what is not written here is closed.
 */
import { createHash } from "node:crypto";
import type { Purpose, Role } from "./caller.js";
import type { Compartment } from "./data-class.js";
import type { Relation } from "./relation.js";

/**
 * `always`; `agreement`: only while a sharing agreement that covers the class, the purpose and the record is in force;
 * `share`: only where the share of the concern says so; `glass`: only while this person holds this concern open in an
 * emergency; `owner`: only where the body that contributed it says so. Of several, any one is enough.
 */
export type Condition = "always" | "agreement" | "share" | "glass" | "owner";
type Opening = Condition | readonly Condition[];

const always = "always";
const agreement = "agreement";
const share = "share";
const glass = "glass";
const owner = "owner";
const agreementOrGlass = [agreement, glass] as const;

export const openedBy: Readonly<Record<Compartment, Readonly<Partial<Record<Relation, Opening>>>>> = {
  // That a concern exists, where, and how serious it is.
  "OPERATIONAL:headline": {
    RESPONSIBLE: always,
    HOST: always,
    EDUCATION_PROVIDER: always,
    REPORTED_BY: always,
    REGIONAL: always,
    NATIONAL: always,
    REMIT: always,
    SHARED: always,
    PANEL: always,
    ICB: always,
  },
  // Reference, dates, place, professions, standards, rating, status of requirements.
  OPERATIONAL: {
    RESPONSIBLE: always,
    HOST: always,
    EDUCATION_PROVIDER: always,
    REPORTED_BY: always,
    REGIONAL: always,
    NATIONAL: always,
    REMIT: always,
    SHARED: always,
    PANEL: always,
  },
  // The terms of a sharing agreement, and who signed, suspended or ended it.
  "OPERATIONAL:agreement": { NATIONAL: always, PARTY: always },
  // The text that NHS England released for the provider.
  "NARRATIVE:released": {
    RESPONSIBLE: always,
    HOST: always,
    EDUCATION_PROVIDER: always,
    REGIONAL: always,
    NATIONAL: always,
    REMIT: agreementOrGlass,
    SHARED: share,
    PANEL: always,
    ICB: glass,
  },
  // The report as it was written.
  NARRATIVE: {
    REPORTED_BY: always,
    REGIONAL: always,
    NATIONAL: always,
    REMIT: agreementOrGlass,
    SHARED: share,
    PANEL: always,
    ICB: glass,
  },
  // Files: what the provider sent, and what NHS England added and released for it.
  "NARRATIVE:evidence": {
    RESPONSIBLE: always,
    HOST: always,
    REGIONAL: always,
    NATIONAL: always,
    REMIT: agreement,
    SHARED: share,
  },
  // Files that NHS England keeps from the provider.
  "NARRATIVE:unreleased": { REGIONAL: always, NATIONAL: always, REMIT: agreement, SHARED: share },
  // What has to be done, and how far it has got, in brief.
  "MANAGEMENT:summary": {
    RESPONSIBLE: always,
    HOST: always,
    EDUCATION_PROVIDER: always,
    REGIONAL: always,
    NATIONAL: always,
    SHARED: share,
  },
  // How the provider manages it, in full.
  MANAGEMENT: { RESPONSIBLE: always, HOST: always, REGIONAL: always, NATIONAL: always, SHARED: share },
  // NHS England's own notes.
  "MANAGEMENT:internal": { REGIONAL: always, NATIONAL: always },
  // How whoever spoke up is protected: reveals of an identity, reports of detriment.
  "MANAGEMENT:protection": { REGIONAL: always },
  // How many learners are affected, from five up.
  LEARNERS: {
    RESPONSIBLE: always,
    HOST: always,
    EDUCATION_PROVIDER: always,
    REGIONAL: always,
    NATIONAL: always,
    REMIT: agreementOrGlass,
    ICB: glass,
  },
  // The same count below five, by which somebody could be recognised.
  "LEARNERS:small": { REGIONAL: always, NATIONAL: always },
  // What a body contributed to a concern of its own knowledge: for itself, and for whom it lets read it.
  INTELLIGENCE: { REPORTED_BY: owner, REGIONAL: owner, NATIONAL: owner, REMIT: owner, SHARED: owner, PANEL: owner },
  // What a body contributed to a review panel, for those that attend that panel.
  "INTELLIGENCE:panel": { PANEL: always },
  // What a review panel is about and decides.
  DELIBERATION: { PANEL: always },
  // Who convenes a review panel, when, why and about which place and professions.
  "DELIBERATION:invitation": { PANEL: always, INVITED: always },
  // Who spoke up. No relation opens it: it takes a reveal to one person, or that the person spoke up openly.
  IDENTITY: {},
  // Who did what, with the name of the operation: what its own people did, and to NHS England what anybody did.
  AUDIT: { NATIONAL: always, ACTOR: always },
  "AUDIT:people": { NATIONAL: always, ACTOR: always },
  // On which days which body looked at a concern, in which role; never who, what or why.
  "AUDIT:readers": { RESPONSIBLE: always, REGIONAL: always },
};

export function conditionsOf(compartment: Compartment, relation: Relation): readonly Condition[] {
  const opening = openedBy[compartment][relation] ?? [];
  return typeof opening === "string" ? [opening] : opening;
}

const members: readonly Role[] = ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE", "GUARDIAN", "MEMBER"];
const caseworkers: readonly Role[] = ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"];

export const readableInRole: Readonly<Record<Compartment, readonly Role[]>> = {
  "OPERATIONAL:headline": members,
  OPERATIONAL: members,
  "OPERATIONAL:agreement": members,
  "NARRATIVE:released": caseworkers,
  NARRATIVE: caseworkers,
  "NARRATIVE:evidence": caseworkers,
  "NARRATIVE:unreleased": caseworkers,
  "MANAGEMENT:summary": caseworkers,
  MANAGEMENT: caseworkers,
  "MANAGEMENT:internal": caseworkers,
  "MANAGEMENT:protection": ["CASE_HOLDER", "GUARDIAN"],
  LEARNERS: caseworkers,
  "LEARNERS:small": caseworkers,
  INTELLIGENCE: caseworkers,
  "INTELLIGENCE:panel": caseworkers,
  DELIBERATION: caseworkers,
  "DELIBERATION:invitation": caseworkers,
  IDENTITY: ["CASE_HOLDER"],
  AUDIT: ["AUDITOR"],
  "AUDIT:people": ["AUDITOR", "EXECUTIVE"],
  "AUDIT:readers": caseworkers,
};

/** Relations that open a compartment to fewer of its roles: at the provider who looked is for its executive to see. */
export const openedInRole: Readonly<
  Partial<Record<Compartment, Readonly<Partial<Record<Relation, readonly Role[]>>>>>
> = {
  "AUDIT:readers": { RESPONSIBLE: ["EXECUTIVE"] },
};

const casework: readonly Purpose[] = ["EDUCATION_QUALITY", "REGULATION", "SAFEGUARDING", "BREAK_GLASS"];

export const readableFor: Readonly<Record<Compartment, readonly Purpose[]>> = {
  "OPERATIONAL:headline": casework,
  OPERATIONAL: casework,
  "OPERATIONAL:agreement": casework,
  "NARRATIVE:released": casework,
  NARRATIVE: casework,
  "NARRATIVE:evidence": casework,
  "NARRATIVE:unreleased": casework,
  "MANAGEMENT:summary": casework,
  MANAGEMENT: casework,
  "MANAGEMENT:internal": casework,
  "MANAGEMENT:protection": casework,
  LEARNERS: casework,
  "LEARNERS:small": casework,
  INTELLIGENCE: casework,
  "INTELLIGENCE:panel": casework,
  DELIBERATION: casework,
  "DELIBERATION:invitation": casework,
  IDENTITY: ["EDUCATION_QUALITY", "SAFEGUARDING"],
  AUDIT: ["AUDIT"],
  "AUDIT:people": ["AUDIT", "EDUCATION_QUALITY", "REGULATION"],
  "AUDIT:readers": casework,
};

/** Names exactly these lines in every audit entry and attestation; it changes when any of them does. */
export const policyVersion = createHash("sha256")
  .update(JSON.stringify([openedBy, readableInRole, openedInRole, readableFor]))
  .digest("hex")
  .slice(0, 12);
