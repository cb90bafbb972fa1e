/** Inputs of the mutations on requirements and their conditions. */
import { ID } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { Text } from "../../input-rules.js";
import { DateScalar } from "../../scalars.js";
import { RequirementKind } from "../concern-codes.js";
import { ChangeInput } from "../concern-inputs.js";

const longText = 10_000;

/** What a requirement says, whether it is issued by itself or by a review. */
export interface RequirementTerms {
  readonly kind: RequirementKind;
  readonly standard?: string | null;
  readonly text: string;
  readonly dueOn?: string | null;
}

@Input("IssueRequirementInput", "NHS England requires something of the provider.")
export class IssueRequirementInput extends ChangeInput implements RequirementTerms {
  @InputField(() => RequirementKind, "OPERATIONAL", { description: "How binding it is." })
  kind!: RequirementKind;

  @Text(60)
  @InputField(() => ID, "OPERATIONAL", { nullable: true, description: "The standard to be met, by id." })
  standard?: string | null;

  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "What is required." })
  text!: string;

  @InputField(() => DateScalar, "OPERATIONAL", {
    nullable: true,
    description:
      "By when. IMMEDIATE_MANDATORY: five working days in England where it is not given, and never later. Any other kind needs it.",
  })
  dueOn?: string | null;
}

abstract class RequirementChangeInput extends ChangeInput {
  @Text(200)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "The requirement." })
  requirementId!: string;
}

@Input("RespondToRequirementInput", "The provider answers a requirement.")
export class RespondToRequirementInput extends RequirementChangeInput {
  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "What was done." })
  text!: string;
}

@Input("RequestRequirementClosureInput", "The provider says that a requirement is met and asks for its closure.")
export class RequestRequirementClosureInput extends RequirementChangeInput {
  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "Why it is met, and what shows it." })
  text!: string;
}

@Input("CloseRequirementInput", "NHS England finds a requirement met.")
export class CloseRequirementInput extends RequirementChangeInput {}

@Input("RejectRequirementClosureInput", "NHS England finds that a requirement is not met: it is open again.")
export class RejectRequirementClosureInput extends RequirementChangeInput {
  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "What is missing, in words the provider may read." })
  reason!: string;

  @InputField(() => DateScalar, "OPERATIONAL", {
    nullable: true,
    description:
      "By when it has to be answered anew. Where it is not given: IMMEDIATE_MANDATORY five working days from today, any other kind its day as it was.",
  })
  dueOn?: string | null;
}

@Input("WithdrawRequirementInput", "NHS England takes a requirement back.")
export class WithdrawRequirementInput extends RequirementChangeInput {
  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "Why, in words the provider may read." })
  reason!: string;
}

@Input("RequirementConditionInput", "What goes on after a requirement is carried into business as usual.")
export class RequirementConditionInput {
  @Text(2_000)
  @InputField(() => String, "MANAGEMENT", { description: "What has to go on." })
  text!: string;

  @Text(100)
  @InputField(() => String, "MANAGEMENT", { description: "The post that owns it; never the name of a person." })
  owner!: string;

  @InputField(() => DateScalar, "OPERATIONAL", { description: "By when it has to be met." })
  dueOn!: string;
}

@Input("CarryRequirementInput", "NHS England carries a requirement into business as usual, under conditions.")
export class CarryRequirementInput extends RequirementChangeInput {
  @InputField(() => [RequirementConditionInput], "CARRIER", { description: "At least one, each owned and dated." })
  conditions!: RequirementConditionInput[];
}

@Input("CompleteConditionInput", "A condition is met, as the provider or NHS England records.")
export class CompleteConditionInput extends ChangeInput {
  @Text(200)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "The condition." })
  conditionId!: string;

  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "What shows that it is met." })
  statement!: string;
}
