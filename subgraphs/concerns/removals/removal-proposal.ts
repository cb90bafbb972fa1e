/**
 * What a proposal to remove learners has to hold before anybody is asked to decide, and what is no removal at all:
 * changes of placements that must never be shown as one. Pure rules over reference data.
 */
import type { Relation } from "../../../authorisation/relation.js";

export type RemovalScope = "ALL_LEARNERS" | "PROFESSION" | "PROGRAMME" | "SPECIALTY" | "SITE" | "STAGE";
export type RemovalExtent = "FULL" | "PARTIAL";

export interface ProposalReference {
  /** Why placements change; most reasons are ordinary and no removal. */
  readonly kindsOfChange: readonly { readonly code: string; readonly isRemoval: boolean }[];
  readonly reasons: readonly { readonly code: string }[];
  readonly triggers: {
    /** From this category up a removal may be proposed. */
    readonly categoryFrom: string;
    /** Reasons that are enough by themselves, whatever the category. */
    readonly reasonsOfTheirOwn: readonly string[];
  };
  readonly stages: readonly { readonly code: string }[];
  readonly learnerBands: readonly { readonly band: string; readonly from: number; readonly to: number | null }[];
  readonly consultees: readonly {
    readonly code: string;
    /** To whom the hub shows the proposal once they were asked, by what they are to the concern. */
    readonly shows: readonly Relation[];
    /** Consulted even where the matter is urgent. */
    readonly whenUrgent: boolean;
    readonly mayBeNotApplicable: boolean;
  }[];
}

/** Learners of one profession and stage; who teaches them is null where NHS England placed them itself. */
export interface LearnersConcerned {
  readonly profession: string;
  readonly stage: string;
  readonly educationProvider: string | null;
  readonly band: string;
}

export interface RemovalProposal {
  /** Of the concern, as it stands. */
  readonly category: string;
  readonly kindOfChange: string;
  readonly scope: RemovalScope;
  /** What the scope names: a profession, programme, specialty, site or stage. Null for all learners. */
  readonly scopeDetail: string | null;
  readonly extent: RemovalExtent;
  readonly reasons: readonly string[];
  readonly groups: readonly LearnersConcerned[];
  readonly riskOfStaying: string;
  readonly riskOfRemoval: string;
  /** What was tried locally; null where nothing was. */
  readonly localResolution: string | null;
  /** The safety of patients or learners does not allow to wait. */
  readonly isUrgent: boolean;
}

export type ProposalRefusal =
  | "NOT_A_REMOVAL"
  | "REASON_MISSING"
  | "SCOPE_DETAIL_MISSING"
  | "SCOPE_DETAIL_TOO_MUCH"
  | "NOT_SERIOUS_ENOUGH"
  | "LEARNERS_MISSING"
  | "LEARNERS_TWICE"
  | "UNKNOWN_STAGE"
  | "UNKNOWN_BAND"
  | "RISK_OF_STAYING_MISSING"
  | "RISK_OF_REMOVAL_MISSING"
  | "LOCAL_RESOLUTION_NOT_TRIED";

/** A last resort: risks are weighed both ways, and local resolution comes first unless safety cannot wait. */
export function proposalRefusal(proposal: RemovalProposal, reference: ProposalReference): ProposalRefusal | undefined {
  const { scope, scopeDetail, reasons, groups } = proposal;
  if (!isRemoval(proposal.kindOfChange, reference)) return "NOT_A_REMOVAL";
  const areKnown = reasons.every((reason) => reference.reasons.some(({ code }) => code === reason));
  if (reasons.length === 0 || !areKnown) return "REASON_MISSING";
  if (!isTriggered(proposal, reference)) return "NOT_SERIOUS_ENOUGH";
  if (scope === "ALL_LEARNERS" && scopeDetail !== null) return "SCOPE_DETAIL_TOO_MUCH";
  if (scope !== "ALL_LEARNERS" && isBlank(scopeDetail)) return "SCOPE_DETAIL_MISSING";
  if (groups.length === 0) return "LEARNERS_MISSING";
  if (groups.some((group, index) => groups.findIndex((other) => isSameGroup(other, group)) !== index))
    return "LEARNERS_TWICE";
  if (groups.some((group) => !reference.stages.some(({ code }) => code === group.stage))) return "UNKNOWN_STAGE";
  if (groups.some((group) => !reference.learnerBands.some(({ band }) => band === group.band))) return "UNKNOWN_BAND";
  if (isBlank(proposal.riskOfStaying)) return "RISK_OF_STAYING_MISSING";
  if (isBlank(proposal.riskOfRemoval)) return "RISK_OF_REMOVAL_MISSING";
  return !proposal.isUrgent && isBlank(proposal.localResolution) ? "LOCAL_RESOLUTION_NOT_TRIED" : undefined;
}

/** A major concern, a reason that stands for itself, or safety that cannot wait. Categories sort as text. */
function isTriggered(
  { category, reasons, isUrgent }: RemovalProposal,
  { triggers: { categoryFrom, reasonsOfTheirOwn } }: ProposalReference,
): boolean {
  return isUrgent || category >= categoryFrom || reasons.some((reason) => reasonsOfTheirOwn.includes(reason));
}

function isSameGroup(left: LearnersConcerned, right: LearnersConcerned): boolean {
  return (
    left.profession === right.profession &&
    left.stage === right.stage &&
    left.educationProvider === right.educationProvider
  );
}

/** Whether a change of placements may be shown as a removal of learners. One that is not known may not. */
export function isRemoval(kindOfChange: string, { kindsOfChange }: Pick<ProposalReference, "kindsOfChange">): boolean {
  return kindsOfChange.find(({ code }) => code === kindOfChange)?.isRemoval ?? false;
}

/** A change of placements that is known and is no removal. */
export function isOrdinaryChange(kind: string, { kindsOfChange }: Pick<ProposalReference, "kindsOfChange">): boolean {
  return kindsOfChange.some(({ code, isRemoval }) => code === kind && !isRemoval);
}

/** The band that stands for a number of learners. Undefined for none, and for what is no number of people. */
export function learnerBand(
  learners: number,
  { learnerBands }: Pick<ProposalReference, "learnerBands">,
): string | undefined {
  if (!Number.isInteger(learners)) return undefined;
  return learnerBands.find(({ from, to }) => learners >= from && (to === null || learners <= to))?.band;
}

export interface Consultation {
  readonly consultee: string;
  readonly isNotApplicable: boolean;
}

/** Who has still to be heard. Only some consultees can be found not to be concerned. */
export function outstandingConsultees(
  isUrgent: boolean,
  heard: readonly Consultation[],
  { consultees }: Pick<ProposalReference, "consultees">,
): string[] {
  return consultees
    .filter(({ whenUrgent }) => whenUrgent || !isUrgent)
    .filter(
      ({ code, mayBeNotApplicable }) =>
        !heard.some((entry) => entry.consultee === code && (mayBeNotApplicable || !entry.isNotApplicable)),
    )
    .map(({ code }) => code);
}

/** Whom the hub shows a proposal: those who were asked. One that was found not to be concerned was not. */
export function shownToConsulted(
  heard: readonly Consultation[],
  { consultees }: Pick<ProposalReference, "consultees">,
): Relation[] {
  const asked = consultees.filter(({ code }) => heard.some((one) => one.consultee === code && !one.isNotApplicable));
  return [...new Set(asked.flatMap(({ shows }) => shows))];
}

/** Whether somebody knows of a removal: undecided, it is NHS England's and of those who were asked. */
export function isKnownTo(
  relations: readonly Relation[],
  { decidedOn, consulted }: { readonly decidedOn: string | null; readonly consulted: readonly Relation[] },
): boolean {
  if (decidedOn !== null) return true;
  return relations.some((held) => held === "REGIONAL" || held === "NATIONAL" || consulted.includes(held));
}

export type ConsultationRefusal = "UNKNOWN_CONSULTEE" | "HAS_TO_BE_HEARD";

/** Universities whose learners are to go are concerned, whatever somebody finds. */
export function consultationRefusal(
  { consultee, isNotApplicable }: Consultation,
  groups: readonly Pick<LearnersConcerned, "educationProvider">[],
  { consultees }: Pick<ProposalReference, "consultees">,
): ConsultationRefusal | undefined {
  const known = consultees.find(({ code }) => code === consultee);
  if (known === undefined) return "UNKNOWN_CONSULTEE";
  if (!isNotApplicable) return undefined;
  const teaches = known.shows.includes("EDUCATION_PROVIDER");
  const isConcerned = teaches && groups.some(({ educationProvider }) => educationProvider !== null);
  return isConcerned || !known.mayBeNotApplicable ? "HAS_TO_BE_HEARD" : undefined;
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === "";
}
