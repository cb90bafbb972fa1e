/** Where removed learners go. Each university reads of its own. */
import { ID, Int } from "type-graphql";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";
import { hangingOnRemoval, ownLearnersOnly } from "./removal-rows.js";

@RecordType("Relocation", {
  description: "Where learners of a removal go, with pay and progression protected.",
  source: hangingOnRemoval("relocation", { more: ownLearnersOnly("r.education_provider") }),
})
export class Relocation {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => Organisation, "MANAGEMENT:summary", {
    description: "Who teaches them; null for those whom NHS England placed itself.",
    column: { refersBy: "code" },
  })
  educationProvider!: Organisation | null;

  @Classified(() => Organisation, "MANAGEMENT:summary", {
    description: "The organisation or site that takes them.",
    column: { refersBy: "code" },
  })
  place!: Organisation | null;

  @Classified(() => String, "MANAGEMENT:summary", { description: "How it is arranged.", column: {} })
  plan!: string | null;

  @Classified(() => Boolean, "MANAGEMENT:summary", { description: "Whether their pay is protected.", column: {} })
  payProtected!: boolean | null;

  @Classified(() => Boolean, "MANAGEMENT:summary", {
    description: "Whether their progress in training is protected.",
    column: {},
  })
  progressionProtected!: boolean | null;

  @Classified(() => DateScalar, "MANAGEMENT:summary", { description: "When it was recorded.", column: {} })
  recordedOn!: string | null;

  @Classified(() => Int, "LEARNERS", {
    description: "How many of them it takes; from five up unless small counts are unlocked.",
    column: { suppressed: { below: 5, unless: "LEARNERS:small" } },
  })
  places!: number | null;
}
