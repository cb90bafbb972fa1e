/** What every input of a mutation has. Repeating a request with its key has one effect and one answer. */
import { InputField } from "./annotations.js";
import { Text } from "./input-rules.js";

export abstract class CommandInput {
  @Text(200)
  @InputField(() => String, "PUBLIC", {
    nullable: true,
    description:
      "Your own key for this request: sent again within seven days with the same content it has one effect and one answer.",
  })
  idempotencyKey?: string | null;
}
