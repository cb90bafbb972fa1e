/** Input of the mutation on the inbox. */
import { ID } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { CommandInput } from "../../command-input.js";
import { Ids } from "../../input-rules.js";

@Input("MarkReadInput", "Messages of your inbox are marked as read. All of them, or none where one is not yours.")
export class MarkReadInput extends CommandInput {
  @Ids(100)
  @InputField(() => [ID], "PUBLIC", { description: "The messages, at most 100. One that is read stays so." })
  ids!: string[];
}
