/** What has to be done before a concern can step down, in the graph: told to whom the facts that it rests on are told. */
import { Int } from "type-graphql";
import { Carrier, PlainType } from "../../annotations.js";
import { enumOfWords } from "../../described-enum.js";
import { IsfCategory } from "../concern-codes.js";
import { Requirement } from "../requirements/requirement.js";
import type { StepDownNeed } from "./step-down.js";

const StepDownNeedCode = enumOfWords<StepDownNeed>(
  "StepDownNeed",
  "What has to be so before a concern goes to the next lower category.",
  {
    LEARNERS_BACK: "The learners who were removed have to be back. Without that it is not possible.",
    REQUIREMENTS_MET: "Requirements are outstanding. NHS England weighs it.",
    RISK_REDUCED: "The risk with controls suggests a higher category. NHS England weighs it.",
    DECISION: "NHS England decides, and says why. Without that it is not possible.",
  },
);

@PlainType("StepDown", { description: "How a concern gets to the next lower category." })
export class StepDownOfConcern {
  @Carrier(() => IsfCategory, { description: "The next lower category." })
  to!: string;

  @Carrier(() => [StepDownNeedCode], { description: "What is still needed." })
  needs!: readonly StepDownNeed[];

  @Carrier(() => Int, {
    description: "The highest score of the risk with controls that suggests no more than that category.",
  })
  scoreAtMost!: number;

  @Carrier(() => [Requirement], {
    description: "Requirements that are outstanding and hold the concern open, newest first.",
  })
  requirements!: readonly Requirement[];
}

/** What the row of a concern has of it, in one column. */
export interface StepDownFacts {
  readonly category: string;
  readonly status: string;
  readonly residualScore: number | null;
  readonly areLearnersRemoved: boolean;
}

/** SQL over `r`, the concern, and `a`, its row of the access index. */
export const stepDownFacts = `jsonb_build_object(
    'category', a.category, 'status', r.status, 'residualScore', (r.risk -> 'residual' ->> 'score')::integer,
    'areLearnersRemoved', exists (
      select from concerns.learner_removal m
       where m.concern = r.key and m.in_force_since is not null and m.ended_on is null))`;
