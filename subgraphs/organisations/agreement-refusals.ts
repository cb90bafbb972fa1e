/** The refusals of mutations on sharing agreements: constant values, so that none tells more than its kind. */
import { userError, type UserError } from "../user-error.js";
import type { ActionRefusal } from "../action-rule.js";
import type { SignatureRefusal } from "./agreement-lifecycle.js";
import type { AgreementRefusal } from "./agreement-proposal.js";

type Refusal = AgreementRefusal | SignatureRefusal | ActionRefusal;

export const agreementRefusals: Readonly<Record<Refusal, UserError>> = {
  TOO_FEW_PARTIES: userError("BAD_USER_INPUT", "must be two organisations or more", "parties"),
  PARTY_NAMED_TWICE: userError("BAD_USER_INPUT", "must name each organisation once", "parties"),
  PROPOSER_NOT_A_PARTY: userError("BAD_USER_INPUT", "must include your own organisation", "parties"),
  RECEIVER_NOT_A_PARTY: userError("BAD_USER_INPUT", "must be one of the parties", "receiver"),
  GIVER_NOT_A_PARTY: userError("BAD_USER_INPUT", "must include NHS England, which gives what it opens", "parties"),
  NOBODY_SIGNS: userError("BAD_USER_INPUT", "must say for each party who signs", "parties"),
  ROLE_CANNOT_SIGN: userError("BAD_USER_INPUT", "must be roles that can sign for an organisation", "parties"),
  CLASSES_MISSING: userError("BAD_USER_INPUT", "must name a data class", "dataClasses"),
  CLASS_NOT_BY_AGREEMENT: userError("BAD_USER_INPUT", "must be classes that an agreement can open", "dataClasses"),
  PURPOSES_MISSING: userError("BAD_USER_INPUT", "must name a purpose", "purposes"),
  SCOPE_EMPTY: userError("BAD_USER_INPUT", "must have something in scope", "professions"),
  LAWFUL_BASIS_MISSING: userError("BAD_USER_INPUT", "must say the lawful basis", "lawfulBasis"),
  IMPACT_ASSESSMENT_MISSING: userError("BAD_USER_INPUT", "must refer to the assessment", "impactAssessment"),
  ENDS_BEFORE_IT_BEGINS: userError("BAD_USER_INPUT", "must be later than its beginning", "validUntil"),
  ALREADY_ENDED: userError("BAD_USER_INPUT", "must be in the future", "validUntil"),
  NOT_A_PARTY: userError("FORBIDDEN", "Your organisation is no party to it."),
  ROLE_DOES_NOT_SIGN: userError("FORBIDDEN", "Your role does not sign it."),
  ALREADY_SIGNED: userError("CONFLICT", "It is signed in your role already.", "id"),
  NOT_YOURS_TO_DO: userError("FORBIDDEN", "Your role or your organisation's part in it does not include this."),
  NOT_IN_THIS_STATE: userError("CONFLICT", "It is not in a state in which this can be done.", "id"),
};

export const otherRefusals = {
  absent: userError("NOT_FOUND", "There is no such agreement.", "id"),
  stale: userError("CONFLICT", "The agreement has changed since you read it. Read it again.", "expectedVersion"),
  mayNotPropose: userError("FORBIDDEN", "Your role does not propose agreements."),
  unknownParty: userError("BAD_USER_INPUT", "must be codes of open organisations", "parties"),
  unknownRegion: userError("BAD_USER_INPUT", "must be codes of regions", "regions"),
  unknownProfession: userError("BAD_USER_INPUT", "must be codes of professions in the directory", "professions"),
  alreadySuspended: userError("CONFLICT", "Your organisation has suspended it already.", "id"),
  notYourSuspension: userError("CONFLICT", "Your organisation has not suspended it.", "id"),
} as const;
