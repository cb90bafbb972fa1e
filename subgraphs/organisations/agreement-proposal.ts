/**
 * What a proposed sharing agreement has to say before anybody is asked to sign it: parties, purposes, lawful basis,
 * the classes it opens and for how long. It can open no class that the policy keeps from agreements, and opens what NHS
 * England holds: so NHS England nationally is a party, and nobody else gives away what is not theirs.
 */
import { classesByAgreement, type AgreementTerms } from "../../authorisation/agreement-terms.js";
import { signatoryRoles, type AgreementParty } from "./agreement-lifecycle.js";

export interface AgreementProposal extends AgreementTerms {
  readonly proposedBy: string;
  readonly parties: readonly AgreementParty[];
  readonly lawfulBasis: string;
  /** Reference of the data protection impact assessment. */
  readonly impactAssessment: string;
  /** Codes of the bodies that answer for what the hub holds. */
  readonly nationalBodies: ReadonlySet<string>;
}

export type AgreementRefusal =
  | "TOO_FEW_PARTIES"
  | "PARTY_NAMED_TWICE"
  | "PROPOSER_NOT_A_PARTY"
  | "RECEIVER_NOT_A_PARTY"
  | "GIVER_NOT_A_PARTY"
  | "NOBODY_SIGNS"
  | "ROLE_CANNOT_SIGN"
  | "CLASSES_MISSING"
  | "CLASS_NOT_BY_AGREEMENT"
  | "PURPOSES_MISSING"
  | "SCOPE_EMPTY"
  | "LAWFUL_BASIS_MISSING"
  | "IMPACT_ASSESSMENT_MISSING"
  | "ENDS_BEFORE_IT_BEGINS"
  | "ALREADY_ENDED";

export function agreementRefusal(proposal: AgreementProposal, at: Date): AgreementRefusal | undefined {
  return partiesRefusal(proposal) ?? termsRefusal(proposal, at);
}

function partiesRefusal({
  parties,
  proposedBy,
  receiver,
  nationalBodies,
}: AgreementProposal): AgreementRefusal | undefined {
  const named = new Set(parties.map(({ organisation }) => organisation));
  if (named.size < parties.length) return "PARTY_NAMED_TWICE";
  if (named.size < 2) return "TOO_FEW_PARTIES";
  if (!named.has(proposedBy)) return "PROPOSER_NOT_A_PARTY";
  if (!named.has(receiver)) return "RECEIVER_NOT_A_PARTY";
  if (![...named].some((party) => party !== receiver && nationalBodies.has(party))) return "GIVER_NOT_A_PARTY";
  if (parties.some(({ signingRoles }) => signingRoles.length === 0)) return "NOBODY_SIGNS";
  const canSign = parties.every(({ signingRoles }) => signingRoles.every((role) => signatoryRoles.includes(role)));
  return canSign ? undefined : "ROLE_CANNOT_SIGN";
}

function termsRefusal(proposal: AgreementProposal, at: Date): AgreementRefusal | undefined {
  const { classes, purposes, professions, regions, validFrom, validUntil } = proposal;
  if (classes.length === 0) return "CLASSES_MISSING";
  if (!classes.every((dataClass) => classesByAgreement.has(dataClass))) return "CLASS_NOT_BY_AGREEMENT";
  if (purposes.length === 0) return "PURPOSES_MISSING";
  if (professions.length === 0 || regions.length === 0) return "SCOPE_EMPTY";
  if (proposal.lawfulBasis.trim() === "") return "LAWFUL_BASIS_MISSING";
  if (proposal.impactAssessment.trim() === "") return "IMPACT_ASSESSMENT_MISSING";
  if (validUntil <= validFrom) return "ENDS_BEFORE_IT_BEGINS";
  return validUntil <= at ? "ALREADY_ENDED" : undefined;
}
