/** Inputs of the mutations on the provider's action plan. */
import { ID } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { Text } from "../../input-rules.js";
import { DateScalar } from "../../scalars.js";
import { ChangeInput } from "../concern-inputs.js";
import { ActionOwner } from "./action-plan-codes.js";

@Input("PlanActionInput", "The provider plans an action.")
export class PlanActionInput extends ChangeInput {
  @Text(500)
  @InputField(() => String, "MANAGEMENT", { description: "What is to be done, in a sentence; no names of people." })
  text!: string;

  @Text(10_000)
  @InputField(() => String, "MANAGEMENT", { nullable: true, description: "How it is to be done." })
  detail?: string | null;

  @InputField(() => ActionOwner, "MANAGEMENT", { description: "The post that answers for it." })
  owner!: ActionOwner;

  @InputField(() => DateScalar, "MANAGEMENT", { description: "By when it is to be done." })
  dueOn!: string;

  @Text(200)
  @InputField(() => ID, "OPERATIONAL:headline", {
    nullable: true,
    description: "The requirement of the concern that it is meant to meet.",
  })
  requirementId?: string | null;
}

abstract class EndActionInput extends ChangeInput {
  @Text(200)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "The action." })
  actionId!: string;
}

@Input("CompleteActionInput", "The provider has done what it planned.")
export class CompleteActionInput extends EndActionInput {
  @Text(10_000)
  @InputField(() => String, "MANAGEMENT", { description: "What was done." })
  outcome!: string;
}

@Input("DropActionInput", "The provider gives up what it planned.")
export class DropActionInput extends EndActionInput {
  @Text(10_000)
  @InputField(() => String, "MANAGEMENT", { description: "Why; NHS England reads this." })
  reason!: string;
}
