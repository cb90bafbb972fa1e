/** Inputs of the mutations that share a concern and withdraw a share. */
import { ID } from "type-graphql";
import type { DataClass } from "../../../authorisation/data-class.js";
import { Input, InputField } from "../../annotations.js";
import { Text } from "../../input-rules.js";
import { DateScalar } from "../../scalars.js";
import { SharedClass } from "../concern-codes.js";
import { ChangeInput } from "../concern-inputs.js";

@Input("ShareConcernInput", "A concern is shared with another body of the protocol, until a day.")
export class ShareConcernInput extends ChangeInput {
  @Text(12)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "Code of the body to share it with." })
  organisation!: string;

  @InputField(() => [SharedClass], "OPERATIONAL", {
    description: "Classes to open beside OPERATIONAL, of those that you read yourself.",
  })
  dataClasses!: DataClass[];

  @InputField(() => DateScalar, "OPERATIONAL", { description: "Last day of the share." })
  until!: string;

  @Text(10_000)
  @InputField(() => String, "OPERATIONAL", { description: "Why it is shared; the body that receives it reads this." })
  reason!: string;
}

@Input("WithdrawShareInput", "A share is withdrawn, at once.")
export class WithdrawShareInput extends ChangeInput {
  @InputField(() => ID, "OPERATIONAL:headline", { description: "The share." })
  shareId!: string;
}
