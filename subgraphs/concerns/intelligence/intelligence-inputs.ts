/** Inputs of the mutations by which a body contributes what it knows, and says who else reads it. */
import { ID } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { Codes, Text } from "../../input-rules.js";
import { DateScalar } from "../../scalars.js";
import { ChangeInput } from "../concern-inputs.js";

@Input("ContributeIntelligenceInput", "A body of the protocol contributes what it knows itself.")
export class ContributeIntelligenceInput extends ChangeInput {
  @Text(10_000)
  @InputField(() => String, "INTELLIGENCE", { description: "What you know, without names of people." })
  text!: string;

  @InputField(() => DateScalar, "INTELLIGENCE", { description: "When you received it." })
  receivedOn!: string;

  @Codes(20)
  @InputField(() => [ID], "INTELLIGENCE", {
    nullable: true,
    description: "Codes of the bodies that may read it beside you, NHS England's included; absent: nobody else.",
  })
  sharedWith?: string[] | null;
}

@Input("ShareContributionInput", "Further bodies may read what you contributed, if they know of the concern.")
export class ShareContributionInput extends ChangeInput {
  @Text(200)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "The contribution, which has to be your own." })
  contributionId!: string;

  @Codes(20)
  @InputField(() => [ID], "INTELLIGENCE", { description: "Codes of these bodies." })
  sharedWith!: string[];
}

@Input("WithdrawContributionInput", "Bodies may no longer read what you contributed, from now on.")
export class WithdrawContributionInput extends ChangeInput {
  @Text(200)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "The contribution, which has to be your own." })
  contributionId!: string;

  @Codes(20)
  @InputField(() => [ID], "INTELLIGENCE", {
    nullable: true,
    description: "Codes of these bodies; absent: all but yourself.",
  })
  withdrawnFrom?: string[] | null;
}
