/** Inputs of the mutations that protect people who speak up. */
import { ID } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { Text } from "../../input-rules.js";
import { DateScalar } from "../../scalars.js";
import { ChangeInput } from "../concern-inputs.js";
import { DetrimentKindScalar } from "./detriment-kind.js";

@Input("RequestIdentityRevealInput", "A case-holder asks who spoke up in confidence.")
export class RequestIdentityRevealInput extends ChangeInput {
  @Text(10_000)
  @InputField(() => String, "MANAGEMENT:protection", {
    description: "Why it has to be known; the guardian reads this.",
  })
  reason!: string;
}

@Input("ApproveIdentityRevealInput", "A guardian approves a request to know who spoke up, or refuses it.")
export class ApproveIdentityRevealInput extends ChangeInput {
  @InputField(() => ID, "MANAGEMENT:protection", { description: "The request." })
  revealId!: string;

  @InputField(() => Boolean, "MANAGEMENT:protection", { description: "True approves it, false refuses it." })
  approve!: boolean;

  @Text(10_000)
  @InputField(() => String, "MANAGEMENT:protection", { description: "Why; the case-holder reads this." })
  reason!: string;
}

@Input("ReportDetrimentInput", "Somebody suffers for having spoken up.")
export class ReportDetrimentInput extends ChangeInput {
  @InputField(() => DetrimentKindScalar, "MANAGEMENT:protection", { description: "How they suffer." })
  kind!: string;

  @Text(10_000)
  @InputField(() => String, "MANAGEMENT:protection", { description: "What happened. The provider does not read this." })
  text!: string;

  @InputField(() => DateScalar, "MANAGEMENT:protection", {
    nullable: true,
    description: "When it was noticed; today unless you say so.",
  })
  noticedOn?: string | null;
}
