/** The input of the mutation that merges a duplicate. */
import { ID } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { Text } from "../../input-rules.js";
import { ChangeInput } from "../concern-inputs.js";

@Input("MergeConcernInput", "NHS England merges a duplicate, whose `id` this is, into the concern that goes on.")
export class MergeConcernInput extends ChangeInput {
  @Text(200)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "The concern that survives." })
  into!: string;

  @Text(10_000)
  @InputField(() => String, "MANAGEMENT", { description: "Why they are one matter; NHS England alone reads this." })
  reason!: string;
}
