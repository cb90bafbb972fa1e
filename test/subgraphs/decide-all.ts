import { actionRefusal, type Acting, type ActionRule } from "../../subgraphs/action-rule.js";

/** The states in which somebody may do what the rule is about. */
export function decideAll<State extends string, Part extends string>(
  rule: ActionRule<State, Part>,
  acting: Acting<Part>,
  states: readonly State[],
): State[] {
  return states.filter((state) => actionRefusal(rule, acting, state) === undefined);
}
