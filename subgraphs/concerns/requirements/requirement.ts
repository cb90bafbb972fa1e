/** What NHS England requires of the provider, and what the provider answered. */
import { ID } from "type-graphql";
import { today } from "../../../database/view-settings.js";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { RequirementKind, RequirementStatus } from "../concern-codes.js";
import { Standard } from "../federated-stubs.js";
import { RequirementResponseKind } from "./requirement-codes.js";
import { RequirementCondition } from "./requirement-condition.js";

@RecordType("RequirementResponse", {
  description: "What was said on a requirement: answers of the provider, and what NHS England says to them.",
  source: {
    view: "concerns.visible_requirement_response",
    table: "concerns.requirement_response",
    concernKey: "concern",
    history: "APPENDED",
    filters: {
      requirement: { compartment: "OPERATIONAL:headline", sql: "r.requirement" },
      sequence: { compartment: "MANAGEMENT", sql: "r.sequence" },
    },
  },
})
export class RequirementResponse {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => RequirementResponseKind, "MANAGEMENT", { description: "What it is.", column: {} })
  kind!: RequirementResponseKind | null;

  @Classified(() => String, "MANAGEMENT", { description: "What was done, or what is missing.", column: {} })
  text!: string | null;

  @Classified(() => DateScalar, "MANAGEMENT", {
    description: "When it was given.",
    column: { sql: "r.responded_on" },
  })
  on!: string | null;

  @Classified(() => String, "MANAGEMENT", {
    description: "Role of the person who gave it.",
    column: { sql: "r.by_role" },
  })
  role!: string | null;
}

@RecordType("Requirement", {
  description: "Something the provider has to do, or is advised to do, before the concern can close.",
  source: {
    view: "concerns.visible_requirement",
    table: "concerns.requirement",
    concernKey: "concern",
    history: "VERSIONED",
    filters: { review: { compartment: "OPERATIONAL", sql: "r.review" } },
  },
})
export class Requirement {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => RequirementKind, "OPERATIONAL", { description: "How binding it is.", column: {} })
  kind!: RequirementKind | null;

  @Classified(() => Standard, "OPERATIONAL", {
    description: "The standard to be met.",
    column: { refersBy: "id" },
  })
  standard!: Standard | null;

  @Classified(() => String, "MANAGEMENT:summary", { description: "What is required.", column: {} })
  text!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it was issued.", column: {} })
  issuedOn!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "By when it has to be met.", column: {} })
  dueOn!: string | null;

  @Classified(() => RequirementStatus, "OPERATIONAL", { description: "Where it stands.", column: {} })
  status!: RequirementStatus | null;

  @Classified(() => Boolean, "OPERATIONAL", {
    description: "Whether it is unanswered after its date.",
    column: { sql: `(r.status = 'OPEN' and r.due_on < ${today})` },
  })
  overdue!: boolean | null;

  @Classified(() => DateScalar, "MANAGEMENT", {
    description: "When the provider first answered it; a request for its closure is an answer too.",
    column: {
      sql: "(select min(s.responded_on) from concerns.requirement_response s where s.requirement = r.id and s.kind in ('ANSWER', 'CLOSURE_REQUEST'))",
    },
  })
  answeredOn!: string | null;

  @Classified(() => Boolean, "MANAGEMENT", {
    description:
      "Whether the first answer came within the working days that its kind allows, counted from the day of issue. Null for a kind that fixes none, and where there is or was still time for an answer.",
  })
  answeredInTime!: boolean | null;

  @Classified(() => [RequirementResponse], "MANAGEMENT", { description: "What was said on it, newest first." })
  responses!: RequirementResponse[] | null;

  @Classified(() => [RequirementCondition], "OPERATIONAL", {
    description: "Conditions under which it was carried into business as usual, in order.",
  })
  conditions!: RequirementCondition[] | null;

  @Classified(() => DateScalar, "OPERATIONAL", {
    description: "When it was closed, carried into business as usual or withdrawn.",
    column: {},
  })
  closedOn!: string | null;
}
