/** Inputs of the mutations that move concerns to a successor of their provider. */
import { ID } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { CommandInput } from "../../command-input.js";
import { Text } from "../../input-rules.js";
import { ChangeInput } from "../concern-inputs.js";

const why = "Why; NHS England alone reads this.";

@Input("MoveConcernInput", "NHS England moves an open concern to a provider that came after its own.")
export class MoveConcernInput extends ChangeInput {
  @Text(12)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "Code of the successor." })
  to!: string;

  @Text(10_000)
  @InputField(() => String, "MANAGEMENT", { description: why })
  reason!: string;
}

@Input("MoveConcernsOfProviderInput", "NHS England moves the open concerns of a provider that is no more.")
export class MoveConcernsOfProviderInput extends CommandInput {
  @Text(12)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "Code of the provider that was dissolved." })
  provider!: string;

  @Text(12)
  @InputField(() => ID, "OPERATIONAL:headline", {
    nullable: true,
    description: "Code of the successor, which has to be named where there are several.",
  })
  successor?: string | null;

  @Text(10_000)
  @InputField(() => String, "MANAGEMENT", { description: why })
  reason!: string;
}
