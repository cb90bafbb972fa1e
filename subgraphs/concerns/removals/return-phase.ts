/** Phases in which removed learners return, each under conditions. */
import { ID } from "type-graphql";
import { Carrier, Classified, PlainType, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { hangingOnRemoval } from "./removal-rows.js";

@PlainType("ReturnCondition", { description: "What has to hold while learners return: who owns it, and by when." })
export class ReturnCondition {
  @Carrier(() => String, { description: "What has to hold." })
  text!: string;

  @Carrier(() => String, { description: "Role that owns it, never a name." })
  owner!: string;

  @Carrier(() => DateScalar, { description: "When it is looked at." })
  dueOn!: string;
}

@RecordType("ReturnPhase", {
  description: "A phase of the return of removed learners.",
  source: hangingOnRemoval("return_phase", { history: "VERSIONED", order: "OPERATIONAL" }),
})
export class ReturnPhase {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "First day of the phase.", column: {} })
  startsOn!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it was complete.", column: {} })
  completedOn!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", {
    description: "When the return was halted; a halted phase is never completed.",
    column: {},
  })
  haltedOn!: string | null;

  @Classified(() => [ReturnCondition], "MANAGEMENT:summary", {
    description: "Conditions that have to hold.",
    column: {},
  })
  conditions!: ReturnCondition[] | null;
}
