/** The closed list of what may be said on a requirement. */
import { describedEnum } from "../../described-enum.js";

export enum RequirementResponseKind {
  ANSWER = "ANSWER",
  CLOSURE_REQUEST = "CLOSURE_REQUEST",
  RETURN = "RETURN",
  WITHDRAWAL = "WITHDRAWAL",
}

describedEnum(RequirementResponseKind, "RequirementResponseKind", "What is said on a requirement, and by whom.", {
  ANSWER: "The provider says what it did.",
  CLOSURE_REQUEST: "The provider says why it is met.",
  RETURN: "NHS England says what is missing.",
  WITHDRAWAL: "NHS England says why it took the requirement back.",
});
