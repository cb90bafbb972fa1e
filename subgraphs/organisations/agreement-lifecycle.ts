/**
 * A sharing agreement from draft to its end. Its state at any instant follows from its dates and from what its parties
 * did up to then: nothing has to be written for it to begin or to expire. Either party suspends or ends it alone.
 */
import {
  termsCover,
  type AgreementTerms,
  type AskedClass,
  type RecordScope,
} from "../../authorisation/agreement-terms.js";
import type { Role } from "../../authorisation/caller.js";
import type { ActionRule } from "../action-rule.js";

/** SIGNED: by everybody, and not begun. */
export type AgreementState = "DRAFT" | "SIGNED" | "ACTIVE" | "SUSPENDED" | "EXPIRED" | "TERMINATED";
export type AgreementAction = "amend" | "sign" | "suspend" | "resume" | "terminate";

/** Who drew it up and who only reads under it are equal: each is a party, and signs. */
export interface AgreementParty {
  readonly organisation: string;
  /** Roles whose signatures it takes to bind the organisation: every one of them. */
  readonly signingRoles: readonly Role[];
}

export interface AgreementEvent {
  readonly kind: "SIGNED" | "SUSPENDED" | "RESUMED" | "TERMINATED";
  readonly organisation: string;
  readonly role: Role;
  readonly at: Date;
}

export interface Agreement extends AgreementTerms {
  readonly parties: readonly AgreementParty[];
  /** In the order in which they happened. */
  readonly events: readonly AgreementEvent[];
}

const live = ["SIGNED", "ACTIVE", "SUSPENDED"] as const;
const parties = { relations: ["PARTY"], roles: ["EXECUTIVE"] } as const;

/** Roles that can bind an organisation; which of them do is said by the agreement itself. */
export const signatoryRoles: readonly Role[] = ["QUALITY_LEAD", "EXECUTIVE"];

export const agreementActions: Readonly<Record<AgreementAction, ActionRule<AgreementState, "PARTY">>> = {
  amend: { relations: ["PARTY"], roles: signatoryRoles, from: ["DRAFT"] },
  sign: { relations: ["PARTY"], roles: signatoryRoles, from: ["DRAFT"] },
  suspend: { ...parties, from: live },
  resume: { ...parties, from: ["SUSPENDED"] },
  terminate: { ...parties, from: ["DRAFT", ...live] },
};

export function agreementStateAt(agreement: Agreement, at: Date): AgreementState {
  const events = agreement.events.filter((event) => event.at <= at);
  if (events.some(({ kind }) => kind === "TERMINATED")) return "TERMINATED";
  if (agreement.validUntil <= at) return "EXPIRED";
  if (outstandingSignatures(agreement, at).length > 0) return "DRAFT";
  if (suspendedBy(agreement, at).size > 0) return "SUSPENDED";
  return at < agreement.validFrom ? "SIGNED" : "ACTIVE";
}

/** The parties whose suspension stands. Each lifts its own: none can open again what another has closed. */
export function suspendedBy({ events }: Agreement, at: Date): ReadonlySet<string> {
  const suspended = new Set<string>();
  for (const { kind, organisation, at: happened } of events) {
    if (happened > at) continue;
    if (kind === "SUSPENDED") suspended.add(organisation);
    if (kind === "RESUMED") suspended.delete(organisation);
  }
  return suspended;
}

export interface Signature {
  readonly organisation: string;
  readonly role: Role;
}

export function outstandingSignatures({ parties: all, events }: Agreement, at: Date): Signature[] {
  return all
    .flatMap(({ organisation, signingRoles }) => signingRoles.map((role) => ({ organisation, role })))
    .filter(
      (due) =>
        !events.some(
          ({ kind, organisation, role, at: signedAt }) =>
            kind === "SIGNED" && organisation === due.organisation && role === due.role && signedAt <= at,
        ),
    );
}

export type SignatureRefusal = "NOT_A_PARTY" | "ROLE_DOES_NOT_SIGN" | "NOT_IN_THIS_STATE" | "ALREADY_SIGNED";

export function signatureRefusal(
  agreement: Agreement,
  { organisation, role }: Signature,
  at: Date,
): SignatureRefusal | undefined {
  const party = agreement.parties.find((candidate) => candidate.organisation === organisation);
  if (party === undefined) return "NOT_A_PARTY";
  if (!party.signingRoles.includes(role)) return "ROLE_DOES_NOT_SIGN";
  if (agreementStateAt(agreement, at) !== "DRAFT") return "NOT_IN_THIS_STATE";
  const isDue = outstandingSignatures(agreement, at).some(
    (due) => due.organisation === organisation && due.role === role,
  );
  return isDue ? undefined : "ALREADY_SIGNED";
}

/** Whether the agreement opens the class on the record to who asks, at the instant. */
export function agreementCovers(agreement: Agreement, asked: AskedClass, record: RecordScope, at: Date): boolean {
  return agreementStateAt(agreement, at) === "ACTIVE" && termsCover(agreement, asked, record, at);
}
