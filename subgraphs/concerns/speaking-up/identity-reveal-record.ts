/** A request to know who spoke up and its answer, for those of the region who protect the person. */
import { ID } from "type-graphql";
import { Classified, RecordType } from "../../annotations.js";
import { describedEnum } from "../../described-enum.js";
import { DateScalar, DateTimeScalar } from "../../scalars.js";

export enum RevealState {
  REQUESTED = "REQUESTED",
  APPROVED = "APPROVED",
  REFUSED = "REFUSED",
  LAPSED = "LAPSED",
}
describedEnum(RevealState, "RevealState", "Where a request to know who spoke up stands.", {
  REQUESTED: "Waits for the answer of a guardian.",
  APPROVED: "Open to the one who asked.",
  REFUSED: "A guardian refused it.",
  LAPSED: "Its time is over.",
});

const inEngland = (instant: string): { readonly sql: string } => ({
  sql: `(r.${instant} at time zone 'Europe/London')::date`,
});
/** The order of the conditions is that of revealStateAt. */
const state = `case when r.answered_at is null
      then case when now() < r.answer_before then 'REQUESTED' else 'LAPSED' end
    when not r.is_approved then 'REFUSED'
    when now() < r.open_before then 'APPROVED' else 'LAPSED' end`;

@RecordType("IdentityReveal", {
  description: "A request to know who spoke up in confidence, and its answer.",
  source: {
    view: "concerns.visible_identity_reveal",
    table: "concerns.identity_reveal",
    concernKey: "concern",
    rows: { otherwise: "MANAGEMENT:protection" },
    filters: { requested_order: { compartment: "MANAGEMENT:protection", sql: "r.requested_at" } },
  },
})
export class IdentityReveal {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => RevealState, "MANAGEMENT:protection", {
    description: "Where it stands; it lapses by the clock.",
    column: { sql: state },
  })
  state!: RevealState | null;

  @Classified(() => String, "MANAGEMENT:protection", { description: "Why it was asked for.", column: {} })
  reason!: string | null;

  @Classified(() => String, "MANAGEMENT:protection", {
    description: "Person who asked and is the one reader, as their identity provider names them.",
    column: { sql: "r.subject" },
  })
  requestedBy!: string | null;

  @Classified(() => DateScalar, "MANAGEMENT:protection", {
    description: "When it was asked for.",
    column: inEngland("requested_at"),
  })
  requestedOn!: string | null;

  @Classified(() => String, "MANAGEMENT:protection", {
    description: "Guardian who answered, as their identity provider names them.",
    column: { sql: "r.answered_by_subject" },
  })
  answeredBy!: string | null;

  @Classified(() => DateScalar, "MANAGEMENT:protection", {
    description: "When it was answered.",
    column: inEngland("answered_at"),
  })
  answeredOn!: string | null;

  @Classified(() => String, "MANAGEMENT:protection", { description: "Why it was answered so.", column: {} })
  answerReason!: string | null;

  @Classified(() => DateTimeScalar, "MANAGEMENT:protection", {
    description: "First instant at which the reader reads no more; null where it was not approved.",
    column: { sql: "r.open_before" },
  })
  openUntil!: Date | null;
}
