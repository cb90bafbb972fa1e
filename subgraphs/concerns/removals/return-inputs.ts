/** Inputs of the mutations that review a removal of learners and bring them back, and of other placement changes. */
import { ID } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { Text } from "../../input-rules.js";
import { DateScalar } from "../../scalars.js";
import { IsfCategory } from "../concern-codes.js";
import { ChangeInput } from "../concern-inputs.js";
import { RemovalReviewOutcome } from "./removal-codes.js";
import { RemovalInput } from "./removal-inputs.js";

const shortText = 200;
const longText = 10_000;

@Input("ReviewRemovalInput", "NHS England reviews a removal of learners.")
export class ReviewRemovalInput extends RemovalInput {
  @InputField(() => RemovalReviewOutcome, "OPERATIONAL", { description: "What was found." })
  outcome!: RemovalReviewOutcome;

  @InputField(() => Boolean, "OPERATIONAL", { description: "Somebody went to see." })
  onTheSpot!: boolean;

  @Text(longText)
  @InputField(() => String, "NARRATIVE", { description: "What was found, in words that the provider may read." })
  findings!: string;
}

@Input("ReturnConditionInput", "What has to hold while learners return.")
export class ReturnConditionInput {
  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "What has to hold." })
  text!: string;

  @Text(shortText)
  @InputField(() => String, "MANAGEMENT", { description: "Role that owns it, never a name." })
  owner!: string;

  @InputField(() => DateScalar, "MANAGEMENT", { description: "When it is looked at." })
  dueOn!: string;
}

@Input("ReturnPhaseInput", "A phase in which removed learners return.")
export class ReturnPhaseInput {
  @InputField(() => DateScalar, "OPERATIONAL", { description: "First day." })
  startsOn!: string;

  @InputField(() => [ReturnConditionInput], "CARRIER", { description: "Conditions that have to hold." })
  conditions!: ReturnConditionInput[];
}

@Input("ReinstateLearnersInput", "Removed learners begin to return, in phases and under conditions.")
export class ReinstateLearnersInput extends RemovalInput {
  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "What the regulator says to it." })
  regulatorView!: string;

  @InputField(() => [ReturnPhaseInput], "CARRIER", { description: "The phases, in order." })
  phases!: ReturnPhaseInput[];
}

@Input("CompleteReturnPhaseInput", "A phase of the return is complete.")
export class CompleteReturnPhaseInput extends RemovalInput {
  @Text(shortText)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "The phase." })
  phaseId!: string;
}

@Input("HaltReturnInput", "The return of learners is halted; the removal goes on.")
export class HaltReturnInput extends RemovalInput {
  @Text(longText)
  @InputField(() => String, "NARRATIVE", { description: "Why, in words that the provider may read." })
  reason!: string;
}

@Input("EndRemovalInput", "The learners are back, and the category steps down.")
export class EndRemovalInput extends RemovalInput {
  @InputField(() => IsfCategory, "OPERATIONAL:headline", {
    description: "`ISF3`, or `ISF2` with national sign-off; `ISF4` where another removal goes on.",
  })
  category!: IsfCategory;

  @Text(longText)
  @InputField(() => String, "NARRATIVE", { description: "Why this category, in words that the provider may read." })
  reason!: string;
}

@Input("RecordPlacementChangeInput", "An ordinary change of placements, which is no removal of learners.")
export class RecordPlacementChangeInput extends ChangeInput {
  @Text(60)
  @InputField(() => String, "MANAGEMENT", { description: "What kind, such as `ROTATION_GAP`." })
  kind!: string;

  @InputField(() => DateScalar, "MANAGEMENT", { description: "First day of it." })
  startsOn!: string;

  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "What changes, and why." })
  explanation!: string;
}
