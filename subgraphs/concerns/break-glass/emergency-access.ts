/** That somebody opened a concern in an emergency, as NHS England sees it. */
import { ID } from "type-graphql";
import { Classified, RecordType } from "../../annotations.js";
import { DateTimeScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";

@RecordType("EmergencyAccess", {
  description: "Somebody opened the concern in an emergency, for a few hours.",
  source: {
    view: "concerns.visible_emergency_access",
    table: "concerns.emergency_access",
    concernKey: "concern",
    rows: { otherwise: "MANAGEMENT:internal" },
  },
})
export class EmergencyAccess {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => String, "MANAGEMENT:internal", {
    description: "Person who opened it, as their identity provider names them.",
    column: { sql: "r.subject" },
  })
  by!: string | null;

  @Classified(() => Organisation, "MANAGEMENT:internal", {
    description: "Organisation they acted for.",
    column: { refersBy: "code" },
  })
  organisation!: Organisation | null;

  @Classified(() => String, "MANAGEMENT:internal", { description: "Role they acted in.", column: {} })
  role!: string | null;

  @Classified(() => String, "MANAGEMENT:internal", { description: "Why, in their words.", column: {} })
  reason!: string | null;

  @Classified(() => DateTimeScalar, "MANAGEMENT:internal", {
    description: "When they opened it.",
    column: { sql: "r.opened_at" },
  })
  at!: Date | null;

  @Classified(() => DateTimeScalar, "MANAGEMENT:internal", {
    description: "First instant at which it is closed again.",
    column: { sql: "r.closes_at" },
  })
  until!: Date | null;
}
