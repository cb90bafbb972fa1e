/**
 * Who decides on the removal of learners, and on their return: the authority follows from whose learners they are.
 * Each consent is of one authority, and a removal is decided when the last of them is given. Rules over data.
 */
import type { Role } from "../../../authorisation/caller.js";
import type { Relation } from "../../../authorisation/relation.js";
import type { Acting } from "../../action-rule.js";
import type { LearnersConcerned, RemovalExtent, RemovalScope } from "./removal-proposal.js";

export interface DecisionReference {
  readonly deciders: readonly {
    readonly code: string;
    readonly relation: Relation;
    readonly roles: readonly Role[];
    /** The organisation that teaches the learners has to be the one that consents. */
    readonly forItsOwnLearners: boolean;
  }[];
  /** By learners; the first that fits counts. Null fits every one. */
  readonly authorities: readonly {
    readonly professions: readonly string[] | null;
    readonly stages: readonly string[] | null;
    readonly deciders: readonly string[];
  }[];
  readonly fullSuspension: { readonly scope: RemovalScope; readonly deciders: readonly string[] };
}

export interface Consent {
  readonly decider: string;
  /** The organisation that has to consent, where it is one in particular. */
  readonly organisation: string | null;
}

export interface ToDecide {
  readonly scope: RemovalScope;
  readonly extent: RemovalExtent;
  readonly groups: readonly LearnersConcerned[];
}

/** Every consent that the decision needs, each once. */
export function requiredConsents({ scope, extent, groups }: ToDecide, reference: DecisionReference): Consent[] {
  const { authorities, fullSuspension } = reference;
  const consents = groups.flatMap((group) => {
    const authority = authorities.find(
      ({ professions, stages }) =>
        (professions?.includes(group.profession) ?? true) && (stages?.includes(group.stage) ?? true),
    );
    return (authority?.deciders ?? []).map((decider) => consentAs(decider, group.educationProvider, reference));
  });
  if (extent === "FULL" && scope === fullSuspension.scope)
    consents.push(...fullSuspension.deciders.map((decider) => ({ decider, organisation: null })));
  return consents.filter((consent, index) => consents.findIndex((other) => isSame(other, consent)) === index);
}

/** A group whose university has to decide and is not named: nobody could ever give that consent. */
export function lacksDecider(required: readonly Consent[], { deciders }: DecisionReference): boolean {
  return required.some(
    ({ decider, organisation }) =>
      organisation === null && deciders.some(({ code, forItsOwnLearners }) => code === decider && forItsOwnLearners),
  );
}

/** The consent that somebody gives as this authority: for its own learners, or for whom it answers. */
export function consentAs(decider: string, organisation: string | null, { deciders }: DecisionReference): Consent {
  const isOwn = deciders.some(({ code, forItsOwnLearners }) => code === decider && forItsOwnLearners);
  return { decider, organisation: isOwn ? organisation : null };
}

export function outstandingConsents(required: readonly Consent[], given: readonly Consent[]): Consent[] {
  return required.filter((consent) => !given.some((other) => isSame(other, consent)));
}

/**
 * Universities decide on their own learners first. Whoever consents last is named as who decided, and which universities
 * are concerned is not for everybody who reads that.
 */
export function isBeforeUniversities(consent: Consent, outstanding: readonly Consent[]): boolean {
  return consent.organisation === null && outstanding.some(({ organisation }) => organisation !== null);
}

/** Decided when nothing is outstanding; a removal that nobody has to decide is not decided. */
export function isDecided(required: readonly Consent[], given: readonly Consent[]): boolean {
  return required.length > 0 && outstandingConsents(required, given).length === 0;
}

export type ConsentRefusal = "NOT_REQUIRED" | "NOT_YOURS_TO_DO" | "ALREADY_GIVEN";

export interface Consenting extends Acting<Relation> {
  readonly organisation: string;
}

export function consentRefusal(
  consent: Consent,
  acting: Consenting,
  required: readonly Consent[],
  given: readonly Consent[],
  { deciders }: DecisionReference,
): ConsentRefusal | undefined {
  const authority = deciders.find(({ code }) => code === consent.decider);
  if (authority === undefined || !required.some((other) => isSame(other, consent))) return "NOT_REQUIRED";
  if (!acting.relations.includes(authority.relation) || !authority.roles.includes(acting.role))
    return "NOT_YOURS_TO_DO";
  if (authority.forItsOwnLearners && consent.organisation !== acting.organisation) return "NOT_YOURS_TO_DO";
  return given.some((other) => isSame(other, consent)) ? "ALREADY_GIVEN" : undefined;
}

function isSame(left: Consent, right: Consent): boolean {
  return left.decider === right.decider && left.organisation === right.organisation;
}
