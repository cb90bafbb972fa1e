/**
 * Who is told of what: for each event the inboxes that get a message. A message carries no content, only its kind, a
 * reference and where it leads. Only who may know of the thing at the time is told of it.
 */
import type { Role } from "../../../authorisation/caller.js";
import type { Compartment } from "../../../authorisation/data-class.js";
import type { Relation } from "../../../authorisation/relation.js";
import { toldOfBreakGlass } from "../break-glass/break-glass.js";

export type MessageKind =
  | "CONCERN_ESCALATED"
  | "CONCERN_NEW_TO_YOU"
  | "CONCERN_MERGED"
  | "CONCERN_MOVED"
  | "CONCERN_SHARED"
  | "SHARE_WITHDRAWN"
  | "INTELLIGENCE_SHARED"
  | "CASE_PUBLISHED"
  | "PANEL_INVITATION"
  | "PANEL_ACTION_DUE"
  | "CATEGORY_SIGNED_OFF"
  | "REQUIREMENT_ISSUED"
  | "REQUIREMENT_CLOSURE_REQUESTED"
  | "REQUIREMENT_RETURNED"
  | "REQUIREMENT_CARRIED"
  | "REQUIREMENT_DUE"
  | "REQUIREMENT_OVERDUE"
  | "REVIEW_SCHEDULED"
  | "REVIEW_RECORDED"
  | "REVIEW_PUBLISHED"
  | "REVIEW_CANCELLED"
  | "REVIEW_OVERDUE"
  | "REMOVAL_DECIDED"
  | "REMOVAL_ENDED"
  | "AGREEMENT_EXPIRING"
  | "DETRIMENT_REPORTED"
  | "REVEAL_REQUESTED"
  | "REVEAL_ANSWERED"
  | "GLASS_BROKEN"
  | "ACTION_DROPPED"
  | "EVIDENCE_ADDED";

export interface MessageRule {
  /** Told because of what their organisation is to the concern. */
  readonly byRelation: readonly { readonly relations: readonly Relation[]; readonly roles: readonly Role[] }[];
  /** Told for their organisation itself: the event names it, or it is new to the concern. */
  readonly named: readonly Role[];
}

const leads: readonly Role[] = ["QUALITY_LEAD", "CASE_HOLDER"];
const nhsEngland: readonly Relation[] = ["REGIONAL", "NATIONAL"];

function relatedOnly(relations: readonly Relation[], roles: readonly Role[]): MessageRule {
  return { byRelation: [{ relations, roles }], named: [] };
}

function namedOnly(...named: readonly Role[]): MessageRule {
  return { byRelation: [], named };
}

export const messageRules: Readonly<Record<MessageKind, MessageRule>> = {
  CONCERN_ESCALATED: relatedOnly(["RESPONSIBLE", "HOST", "REMIT", ...nhsEngland], leads),
  CONCERN_NEW_TO_YOU: namedOnly(...leads),
  // Whoever works on it, follows it or reported it finds no more work on it.
  CONCERN_MERGED: relatedOnly(["RESPONSIBLE", "HOST", "REPORTED_BY", "REMIT", ...nhsEngland], leads),
  // Whoever is responsible from now on, and those who work with that provider; the one before may not know any longer.
  CONCERN_MOVED: relatedOnly(["RESPONSIBLE", "HOST", "EDUCATION_PROVIDER", "REGIONAL"], leads),
  CONCERN_SHARED: namedOnly(...leads),
  SHARE_WITHDRAWN: namedOnly(...leads),
  INTELLIGENCE_SHARED: namedOnly(...leads),
  CASE_PUBLISHED: relatedOnly(["RESPONSIBLE", "REGIONAL"], leads),
  PANEL_INVITATION: namedOnly(...leads),
  PANEL_ACTION_DUE: namedOnly(...leads),
  CATEGORY_SIGNED_OFF: relatedOnly(["REGIONAL"], leads),
  REQUIREMENT_ISSUED: relatedOnly(["RESPONSIBLE"], leads),
  REQUIREMENT_CLOSURE_REQUESTED: relatedOnly(["REGIONAL"], leads),
  REQUIREMENT_RETURNED: relatedOnly(["RESPONSIBLE"], leads),
  REQUIREMENT_CARRIED: relatedOnly(["RESPONSIBLE"], leads),
  REQUIREMENT_DUE: relatedOnly(["RESPONSIBLE"], leads),
  REQUIREMENT_OVERDUE: {
    byRelation: [
      { relations: ["RESPONSIBLE"], roles: ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"] },
      { relations: ["REGIONAL"], roles: leads },
    ],
    named: [],
  },
  REVIEW_SCHEDULED: relatedOnly(["RESPONSIBLE", "REGIONAL"], leads),
  REVIEW_RECORDED: relatedOnly(["RESPONSIBLE"], leads),
  REVIEW_PUBLISHED: relatedOnly(["RESPONSIBLE", "HOST", "EDUCATION_PROVIDER", "REMIT", ...nhsEngland], leads),
  REVIEW_CANCELLED: relatedOnly(["RESPONSIBLE", "REGIONAL"], leads),
  REVIEW_OVERDUE: relatedOnly(["REGIONAL"], leads),
  REMOVAL_DECIDED: relatedOnly(
    ["RESPONSIBLE", "HOST", "EDUCATION_PROVIDER", "REMIT", "ICB", ...nhsEngland],
    ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"],
  ),
  REMOVAL_ENDED: relatedOnly(["RESPONSIBLE", "HOST", "EDUCATION_PROVIDER", "REMIT", "ICB", ...nhsEngland], leads),
  AGREEMENT_EXPIRING: namedOnly("QUALITY_LEAD", "EXECUTIVE"),
  // Those who protect the person, and nobody at the provider, not even when it reported the concern itself.
  DETRIMENT_REPORTED: relatedOnly(["REGIONAL"], ["CASE_HOLDER", "GUARDIAN"]),
  REVEAL_REQUESTED: relatedOnly(["REGIONAL"], ["GUARDIAN"]),
  REVEAL_ANSWERED: namedOnly("CASE_HOLDER"),
  GLASS_BROKEN: { byRelation: toldOfBreakGlass, named: [] },
  // What the provider no longer means to do, the region may have counted on.
  ACTION_DROPPED: relatedOnly(["REGIONAL"], leads),
  EVIDENCE_ADDED: relatedOnly(["RESPONSIBLE", "REGIONAL"], leads),
};

export interface MessageLink {
  readonly type: "Concern" | "ReviewPanel" | "LearnerRemoval" | "SharingAgreement";
  readonly id: string;
}

/** What somebody has to read of the thing that a message leads to, to be led there. */
export const followedWith: Readonly<Record<MessageLink["type"], Compartment>> = {
  Concern: "OPERATIONAL:headline",
  LearnerRemoval: "OPERATIONAL:headline",
  ReviewPanel: "DELIBERATION:invitation",
  SharingAgreement: "OPERATIONAL:agreement",
};

export interface HubEvent {
  readonly kind: MessageKind;
  /** Reference of the concern; null where the event is about none. */
  readonly reference: string | null;
  readonly link: MessageLink;
  /** Organisations that may know of the concern now, and why. */
  readonly related: ReadonlyMap<string, ReadonlySet<Relation>>;
  /** Organisations told for themselves: the receiver of a share, who is invited, the parties, who is new to it. */
  readonly named: readonly string[];
  /** Who did it, and so needs no message; null for the clock. */
  readonly by: { readonly organisation: string; readonly role: Role } | null;
}

export interface Message {
  readonly organisation: string;
  readonly role: Role;
  readonly kind: MessageKind;
  readonly reference: string | null;
  readonly link: MessageLink;
}

/** One message for each inbox, by organisation and role; whatever else the event knows stays with it. */
export function messagesFor({ kind, reference, link, related, named, by }: HubEvent): Message[] {
  const rule = messageRules[kind];
  const inboxes = new Map<string, Pick<Message, "organisation" | "role">>();
  const tell = (organisation: string, roles: readonly Role[]): void => {
    for (const role of roles)
      if (organisation !== by?.organisation || role !== by.role)
        inboxes.set(`${organisation} ${role}`, { organisation, role });
  };
  for (const [organisation, held] of related)
    for (const { relations, roles } of rule.byRelation)
      if (relations.some((relation) => held.has(relation))) tell(organisation, roles);
  for (const organisation of named) tell(organisation, rule.named);
  return [...inboxes.values()]
    .sort((left, right) => `${left.organisation} ${left.role}`.localeCompare(`${right.organisation} ${right.role}`))
    .map((inbox) => ({ ...inbox, kind, reference, link }));
}

/** Whether a change of category is told: a step up to a category from which regulators are. */
export function isEscalation(from: number, to: number, toldFrom: number): boolean {
  return to > from && to >= toldFrom;
}
