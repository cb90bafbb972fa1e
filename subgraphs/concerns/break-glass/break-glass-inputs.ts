/** The input of the mutation that opens a concern in an emergency. */
import { Input, InputField } from "../../annotations.js";
import { Text } from "../../input-rules.js";
import { ChangeInput } from "../concern-inputs.js";

@Input("BreakGlassInput", "People are at immediate risk: one person opens one concern for a few hours.")
export class BreakGlassInput extends ChangeInput {
  @InputField(() => Boolean, "MANAGEMENT:internal", { description: "You declare that people are at risk now." })
  immediateRisk!: boolean;

  @Text(10_000)
  @InputField(() => String, "MANAGEMENT:internal", { description: "Why; NHS England reads this at once." })
  reason!: string;
}
