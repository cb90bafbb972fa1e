/**
 * Break-glass: at an immediate risk to people, one person opens the narrative and the number of learners of one
 * concern for a few hours, in writing and in the open. It never opens an identity, and never to the provider.
 */
import type { Compartment } from "../../../authorisation/data-class.js";
import type { Purpose, Role } from "../../../authorisation/caller.js";
import { providing, type Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import type { ConcernStatus } from "../concern-codes.js";
import { everyState } from "../concern-states.js";

/** One of these the organisation has to be: the concern is in front of it already, if not all of it. */
export const breakingRelations: readonly Relation[] = ["REMIT", "ICB"];
export const breakingRoles: readonly Role[] = ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"];

/** People may be at risk whatever has become of the concern. */
export const breakGlassAction: ActionRule<`${ConcernStatus}`, Relation> = {
  relations: breakingRelations,
  roles: breakingRoles,
  from: everyState,
};

/** Numbers below five stay closed, and so do management, internal notes and identities. */
export const openedByBreakGlass: readonly Compartment[] = ["NARRATIVE:released", "NARRATIVE", "LEARNERS"];

export interface BreakGlassLimits {
  readonly openHours: number;
  /** Characters of the shortest reason that tells something. */
  readonly shortestReason: number;
}

/** Who is told at once, by relation and role. */
export const toldOfBreakGlass: readonly {
  readonly relations: readonly Relation[];
  readonly roles: readonly Role[];
}[] = [
  { relations: ["REGIONAL"], roles: ["QUALITY_LEAD", "CASE_HOLDER", "AUDITOR"] },
  { relations: ["NATIONAL"], roles: ["QUALITY_LEAD", "AUDITOR"] },
];

export interface BreakGlass {
  readonly issuer: string;
  readonly subject: string;
  readonly organisation: string;
  readonly concern: string;
  readonly at: Date;
}

export interface BreakGlassRequest {
  readonly role: Role;
  readonly relations: readonly Relation[];
  readonly purpose: Purpose;
  /** Declared by the person: somebody is at risk now. */
  readonly isRiskImmediate: boolean;
  readonly reason: string;
}

export type BreakGlassRefusal =
  "NOT_YOURS_TO_DO" | "OTHER_PURPOSE" | "NO_IMMEDIATE_RISK" | "REASON_TOO_SHORT" | "ALREADY_OPEN";

/** `isOpen`: whether the same person has this concern open already. */
export function breakGlassRefusal(
  request: BreakGlassRequest,
  isOpen: boolean,
  { shortestReason }: BreakGlassLimits,
): BreakGlassRefusal | undefined {
  const { role, relations } = request;
  if (!breakingRoles.includes(role)) return "NOT_YOURS_TO_DO";
  if (!breakingRelations.some((relation) => relations.includes(relation))) return "NOT_YOURS_TO_DO";
  // The narrative may tell the provider who spoke up.
  if (providing.some((relation) => relations.includes(relation))) return "NOT_YOURS_TO_DO";
  if (request.purpose !== "BREAK_GLASS") return "OTHER_PURPOSE";
  if (!request.isRiskImmediate) return "NO_IMMEDIATE_RISK";
  if (request.reason.trim().length < shortestReason) return "REASON_TOO_SHORT";
  return isOpen ? "ALREADY_OPEN" : undefined;
}

/** The first instant at which it is closed again. */
export function closesAt({ at }: Pick<BreakGlass, "at">, { openHours }: BreakGlassLimits): Date {
  return new Date(at.getTime() + openHours * 3_600_000);
}

/** What it opens to somebody on a concern at an instant: to the one who broke it, there, in that time. */
export function compartmentsOpenedBy(
  glass: BreakGlass,
  reader: Pick<BreakGlass, "issuer" | "subject" | "organisation" | "concern">,
  purpose: Purpose,
  at: Date,
  limits: BreakGlassLimits,
): readonly Compartment[] {
  if (purpose !== "BREAK_GLASS" || at < glass.at || at >= closesAt(glass, limits)) return [];
  const isReader =
    reader.issuer === glass.issuer &&
    reader.subject === glass.subject &&
    reader.organisation === glass.organisation &&
    reader.concern === glass.concern;
  return isReader ? openedByBreakGlass : [];
}
