/** The closed list of what may be said on a requirement. */
import { registerEnumType } from "type-graphql";

export enum RequirementResponseKind {
  ANSWER = "ANSWER",
  CLOSURE_REQUEST = "CLOSURE_REQUEST",
  RETURN = "RETURN",
  WITHDRAWAL = "WITHDRAWAL",
}

registerEnumType(RequirementResponseKind, {
  name: "RequirementResponseKind",
  description: "What is said on a requirement, and by whom.",
  valuesConfig: {
    ANSWER: { description: "The provider says what it did." },
    CLOSURE_REQUEST: { description: "The provider says why it is met." },
    RETURN: { description: "NHS England says what is missing." },
    WITHDRAWAL: { description: "NHS England says why it took the requirement back." },
  },
});
