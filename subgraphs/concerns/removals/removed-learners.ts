/** Learners whom a removal concerns: each university reads of its own, and small numbers are read as a band. */
import { ID, Int } from "type-graphql";
import { Classified, RecordType } from "../../annotations.js";
import { ProfessionScalar } from "../../code-scalar.js";
import { Organisation } from "../federated-stubs.js";
import { hangingOnRemoval, ownLearnersOnly } from "./removal-rows.js";

@RecordType("RemovedLearners", {
  description: "Learners of one profession, stage and university whom a removal concerns.",
  source: hangingOnRemoval("removed_learners", { more: ownLearnersOnly("r.education_provider") }),
})
export class RemovedLearners {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => ProfessionScalar, "LEARNERS", { description: "Their profession.", column: {} })
  profession!: string | null;

  @Classified(() => String, "LEARNERS", { description: "Their stage, such as `UNDERGRADUATE`.", column: {} })
  stage!: string | null;

  @Classified(() => Organisation, "LEARNERS", {
    description: "Who teaches them; null for those whom NHS England placed itself.",
    column: { refersBy: "code" },
  })
  educationProvider!: Organisation | null;

  @Classified(() => String, "LEARNERS", { description: "How many they are, as a band such as `1-4`.", column: {} })
  band!: string | null;

  @Classified(() => Int, "LEARNERS", {
    description: "How many they are; from five up unless small counts are unlocked.",
    column: { suppressed: { below: 5, unless: "LEARNERS:small" } },
  })
  learners!: number | null;
}
