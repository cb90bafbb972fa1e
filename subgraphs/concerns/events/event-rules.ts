/**
 * What can happen on a concern: for each kind of event the compartment that somebody has to read to learn of it, whose
 * it is where it is not everybody's, and the message that tells people of it, where one does.
 */
import type { Compartment } from "../../../authorisation/data-class.js";
import type { MessageKind, MessageLink } from "../inbox/notification-rules.js";

export type EventKind =
  | "REPORTED"
  | "ACCEPTED"
  | "DECLINED"
  | "ASSESSED"
  | "CATEGORY_CHANGED"
  | "ESCALATED"
  | "CATEGORY_SIGNED_OFF"
  | "REQUIREMENT_ISSUED"
  | "REQUIREMENT_ANSWERED"
  | "REQUIREMENT_CLOSURE_REQUESTED"
  | "REQUIREMENT_CLOSED"
  | "REQUIREMENT_RETURNED"
  | "REQUIREMENT_CARRIED"
  | "REQUIREMENT_WITHDRAWN"
  | "CONDITION_MET"
  | "REVIEW_SCHEDULED"
  | "REVIEW_RECORDED"
  | "REVIEW_AMENDED"
  | "REVIEW_PUBLISHED"
  | "REVIEW_CANCELLED"
  | "PROGRESS_SUBMITTED"
  | "RESOLUTION_CONFIRMED"
  | "RESOLUTION_VERIFIED"
  | "RESOLUTION_REJECTED"
  | "REOPENED"
  | "NOTE_ADDED"
  | "MERGED"
  | "DUPLICATE_MERGED"
  | "FACTS_AMENDED"
  | "PROVIDER_CHANGED"
  | "PANEL_CONVENED"
  | "PANEL_DECIDED"
  | "PANEL_CLOSED"
  | "REMOVAL_PREPARED"
  | "REMOVAL_DECIDED"
  | "REMOVAL_NOTICE_GIVEN"
  | "LEARNERS_REMOVED"
  | "REMOVAL_REVIEWED"
  | "LEARNERS_RETURNING"
  | "RETURN_PHASE_COMPLETED"
  | "RETURN_HALTED"
  | "REMOVAL_ENDED"
  | "PLACEMENTS_CHANGED"
  | "SHARED"
  | "SHARE_WITHDRAWN"
  | "ACTION_PLANNED"
  | "ACTION_COMPLETED"
  | "ACTION_DROPPED"
  | "REVEAL_REQUESTED"
  | "REVEAL_ANSWERED"
  | "DETRIMENT_REPORTED"
  | "GLASS_BROKEN"
  | "EVIDENCE_ADDED"
  | "EVIDENCE_KEPT"
  | "EVIDENCE_RELEASED"
  | "CONTRIBUTED"
  | "CONTRIBUTION_SHARED"
  | "CONTRIBUTION_WITHDRAWN"
  | "CASE_RECORDED"
  | "CASE_CHANGED"
  | "CASE_PUBLISHED"
  | "PUBLISHED_CASE_CHANGED";

/** What an event can be about beside its concern, by the name of its type in the graph. */
export type EventRecordType =
  | "LearnerRemoval"
  | "PlacementChange"
  | "CategorySignOff"
  | "Evidence"
  | "PlannedAction"
  | "Requirement"
  | "RequirementCondition"
  | "Review"
  | "ReviewPanel"
  | "RegulatorCase"
  | "Contribution"
  | "Share";

export interface EventRule {
  /** Who reads this reads that it happened. */
  readonly readWith: Compartment;
  /**
   * An event of certain bodies only: the two ends of a share, who was invited. The command names them as the `audience`
   * of what happened; of all that read `readWith` they alone learn of it, and whoever reads the compartment given here,
   * where one is. A command that names nobody tells nobody.
   */
  readonly belongs?: { readonly otherwise: Compartment | null };
  /** Type of the record that it names, where the graph has one. */
  readonly about?: EventRecordType;
  readonly tells?: MessageKind;
  /** Of the bodies that it names some may never have heard of the concern: those are not told, or they would have. */
  readonly tellsWhoKnows?: true;
}

/** Nobody else learns of it, NHS England included: of a panel who did not take part by then. */
const amongThemselves = { otherwise: null } as const;
/** Of a duplicate nobody learns by the concern that it was merged into. */
const knowingOfBoth = { otherwise: null } as const;
/** NHS England reads in its own casework what goes on between others. */
const betweenBodies = { otherwise: "MANAGEMENT:internal" } as const;

/** What a body holds of its own is told to whom it lets know, and to nobody else. */
const ofABody = { readWith: "INTELLIGENCE", belongs: amongThemselves } as const;
const ofARegulator = { ...ofABody, about: "RegulatorCase" } as const;

export const eventRules: Readonly<Record<EventKind, EventRule>> = {
  REPORTED: { readWith: "OPERATIONAL" },
  ACCEPTED: { readWith: "OPERATIONAL" },
  DECLINED: { readWith: "OPERATIONAL" },
  ASSESSED: { readWith: "OPERATIONAL" },
  CATEGORY_CHANGED: { readWith: "OPERATIONAL:headline" },
  ESCALATED: { readWith: "OPERATIONAL:headline", tells: "CONCERN_ESCALATED" },
  CATEGORY_SIGNED_OFF: { readWith: "MANAGEMENT:internal", about: "CategorySignOff", tells: "CATEGORY_SIGNED_OFF" },
  REQUIREMENT_ISSUED: { readWith: "OPERATIONAL", about: "Requirement", tells: "REQUIREMENT_ISSUED" },
  REQUIREMENT_ANSWERED: { readWith: "MANAGEMENT", about: "Requirement" },
  REQUIREMENT_CLOSURE_REQUESTED: {
    readWith: "OPERATIONAL",
    about: "Requirement",
    tells: "REQUIREMENT_CLOSURE_REQUESTED",
  },
  REQUIREMENT_CLOSED: { readWith: "OPERATIONAL", about: "Requirement" },
  REQUIREMENT_RETURNED: { readWith: "OPERATIONAL", about: "Requirement", tells: "REQUIREMENT_RETURNED" },
  REQUIREMENT_CARRIED: { readWith: "OPERATIONAL", about: "Requirement", tells: "REQUIREMENT_CARRIED" },
  REQUIREMENT_WITHDRAWN: { readWith: "OPERATIONAL", about: "Requirement" },
  CONDITION_MET: { readWith: "OPERATIONAL", about: "RequirementCondition" },
  REVIEW_SCHEDULED: { readWith: "OPERATIONAL", about: "Review", tells: "REVIEW_SCHEDULED" },
  REVIEW_RECORDED: { readWith: "OPERATIONAL", about: "Review", tells: "REVIEW_RECORDED" },
  REVIEW_AMENDED: { readWith: "MANAGEMENT", about: "Review", tells: "REVIEW_RECORDED" },
  REVIEW_PUBLISHED: { readWith: "OPERATIONAL", about: "Review", tells: "REVIEW_PUBLISHED" },
  REVIEW_CANCELLED: { readWith: "OPERATIONAL", about: "Review", tells: "REVIEW_CANCELLED" },
  PROGRESS_SUBMITTED: { readWith: "MANAGEMENT:summary" },
  RESOLUTION_CONFIRMED: { readWith: "OPERATIONAL" },
  RESOLUTION_VERIFIED: { readWith: "OPERATIONAL" },
  RESOLUTION_REJECTED: { readWith: "OPERATIONAL" },
  REOPENED: { readWith: "OPERATIONAL" },
  NOTE_ADDED: { readWith: "MANAGEMENT:internal" },
  MERGED: { readWith: "OPERATIONAL", tells: "CONCERN_MERGED" },
  DUPLICATE_MERGED: { readWith: "OPERATIONAL", belongs: knowingOfBoth },
  // Facts that everybody reads who reads the concern, wherever NHS England has them from.
  FACTS_AMENDED: { readWith: "OPERATIONAL", tells: "CONCERN_NEW_TO_YOU" },
  PROVIDER_CHANGED: { readWith: "OPERATIONAL:headline", tells: "CONCERN_MOVED" },
  // Proposed, heard, consented to in part, declined, withdrawn, relocated: nobody else knows before it is decided.
  REMOVAL_PREPARED: { readWith: "MANAGEMENT:internal", about: "LearnerRemoval" },
  REMOVAL_DECIDED: { readWith: "OPERATIONAL", about: "LearnerRemoval", tells: "REMOVAL_DECIDED" },
  REMOVAL_NOTICE_GIVEN: { readWith: "MANAGEMENT:summary", about: "LearnerRemoval" },
  LEARNERS_REMOVED: { readWith: "OPERATIONAL", about: "LearnerRemoval" },
  REMOVAL_REVIEWED: { readWith: "OPERATIONAL", about: "LearnerRemoval" },
  LEARNERS_RETURNING: { readWith: "OPERATIONAL", about: "LearnerRemoval" },
  RETURN_PHASE_COMPLETED: { readWith: "OPERATIONAL", about: "LearnerRemoval" },
  RETURN_HALTED: { readWith: "OPERATIONAL", about: "LearnerRemoval" },
  REMOVAL_ENDED: { readWith: "OPERATIONAL", about: "LearnerRemoval", tells: "REMOVAL_ENDED" },
  PLACEMENTS_CHANGED: { readWith: "MANAGEMENT:summary", about: "PlacementChange" },
  ACTION_PLANNED: { readWith: "MANAGEMENT:summary", about: "PlannedAction" },
  ACTION_COMPLETED: { readWith: "MANAGEMENT:summary", about: "PlannedAction" },
  ACTION_DROPPED: { readWith: "MANAGEMENT:summary", about: "PlannedAction", tells: "ACTION_DROPPED" },
  PANEL_CONVENED: { readWith: "NARRATIVE", belongs: amongThemselves, about: "ReviewPanel" },
  PANEL_DECIDED: { readWith: "NARRATIVE", belongs: amongThemselves, about: "ReviewPanel" },
  PANEL_CLOSED: { readWith: "NARRATIVE", belongs: amongThemselves, about: "ReviewPanel" },
  SHARED: { readWith: "OPERATIONAL", belongs: betweenBodies, about: "Share", tells: "CONCERN_SHARED" },
  SHARE_WITHDRAWN: { readWith: "OPERATIONAL", belongs: betweenBodies, about: "Share", tells: "SHARE_WITHDRAWN" },
  REVEAL_REQUESTED: { readWith: "MANAGEMENT:protection", tells: "REVEAL_REQUESTED" },
  REVEAL_ANSWERED: { readWith: "MANAGEMENT:protection", tells: "REVEAL_ANSWERED" },
  DETRIMENT_REPORTED: { readWith: "MANAGEMENT:protection", tells: "DETRIMENT_REPORTED" },
  GLASS_BROKEN: { readWith: "MANAGEMENT:internal", tells: "GLASS_BROKEN" },
  EVIDENCE_ADDED: { readWith: "NARRATIVE:evidence", about: "Evidence", tells: "EVIDENCE_ADDED" },
  // Kept from the provider, who must not learn that there is any.
  EVIDENCE_KEPT: { readWith: "NARRATIVE:unreleased", about: "Evidence" },
  EVIDENCE_RELEASED: { readWith: "NARRATIVE:evidence", about: "Evidence", tells: "EVIDENCE_ADDED" },
  CONTRIBUTED: { ...ofABody, about: "Contribution" },
  CONTRIBUTION_SHARED: { ...ofABody, about: "Contribution", tells: "INTELLIGENCE_SHARED", tellsWhoKnows: true },
  CONTRIBUTION_WITHDRAWN: ofABody,
  CASE_RECORDED: { ...ofARegulator, tells: "INTELLIGENCE_SHARED", tellsWhoKnows: true },
  CASE_CHANGED: { ...ofARegulator, tells: "INTELLIGENCE_SHARED", tellsWhoKnows: true },
  CASE_PUBLISHED: { readWith: "OPERATIONAL", about: "RegulatorCase", tells: "CASE_PUBLISHED" },
  PUBLISHED_CASE_CHANGED: { readWith: "OPERATIONAL", about: "RegulatorCase" },
};

/** One thing that a command did. */
interface OfAKind<Kind extends EventKind> {
  readonly kind: Kind;
  /** Id of the record that it is about, where that is not the concern itself. */
  readonly record?: string;
  /** The bodies whose event it is; for a kind that belongs to certain bodies, and for no other. */
  readonly audience?: readonly string[];
  /** Organisations that a message names: the receiver of a share, who is invited. */
  readonly named?: readonly string[];
  /** Where the message leads, where that is not the concern. */
  readonly link?: MessageLink;
}

/** Kinds of which there is no more to say than that it happened, and to what. */
export type PlainEventKind = Exclude<EventKind, "FACTS_AMENDED">;

export type Happening =
  | OfAKind<PlainEventKind>
  /** With who could know of the concern before: whoever may now and could not is told of it. */
  | (OfAKind<"FACTS_AMENDED"> & { readonly knewBefore: Pick<ReadonlySet<string>, "has"> });
