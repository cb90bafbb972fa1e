/** Who was told of a removal of learners in writing. Others read the day; the time of it stays with NHS England. */
import { ID } from "type-graphql";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar, DateTimeScalar } from "../../scalars.js";
import { hangingOnRemoval } from "./removal-rows.js";

@RecordType("RemovalNotice", {
  description: "A notice in writing of a removal of learners.",
  source: hangingOnRemoval("removal_notice", { order: "MANAGEMENT:summary" }),
})
export class RemovalNotice {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => String, "MANAGEMENT:summary", { description: "Who was told, such as `LEARNERS`.", column: {} })
  told!: string | null;

  @Classified(() => Boolean, "MANAGEMENT:summary", {
    description: "Whether they were found not to be concerned.",
    column: {},
  })
  notApplicable!: boolean | null;

  @Classified(() => DateScalar, "MANAGEMENT:summary", {
    description: "The day, in England.",
    column: { sql: "(r.told_at at time zone 'Europe/London')::date" },
  })
  toldOn!: string | null;

  @Classified(() => DateTimeScalar, "MANAGEMENT:internal", { description: "The time.", column: {} })
  toldAt!: Date | null;
}
