/** Who was heard on a removal of learners before it was decided. What they said stays with NHS England. */
import { ID } from "type-graphql";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { hangingOnRemoval } from "./removal-rows.js";

@RecordType("RemovalConsultation", {
  description: "What somebody who had to be heard said to a removal of learners.",
  source: hangingOnRemoval("removal_consultation", { order: "MANAGEMENT:internal" }),
})
export class RemovalConsultation {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => String, "MANAGEMENT:internal", { description: "Who, such as `REGULATORS`.", column: {} })
  consultee!: string | null;

  @Classified(() => Boolean, "MANAGEMENT:internal", {
    description: "Whether they were found not to be concerned.",
    column: {},
  })
  notApplicable!: boolean | null;

  @Classified(() => String, "MANAGEMENT:internal", { description: "What they said.", column: {} })
  answer!: string | null;

  @Classified(() => DateScalar, "MANAGEMENT:internal", { description: "When they were heard.", column: {} })
  heardOn!: string | null;
}
