/** Reads a rule of a lifecycle in every direction, so that tests say who may act and that nobody else may. */
import { roles } from "../../authorisation/caller.js";
import { actionRefusal, type Acting, type ActionRule } from "../../subgraphs/action-rule.js";

/** The states in which somebody may do what the rule is about. */
export function decideAll<State extends string, Part extends string>(
  rule: ActionRule<State, Part>,
  acting: Acting<Part>,
  states: readonly State[],
): State[] {
  return states.filter((state) => actionRefusal(rule, acting, state) === undefined);
}

/** The roles in which somebody of an organisation of each kind may act, whatever the state; none is left out. */
export function rolesThatMay<State extends string, Part extends string>(
  rule: ActionRule<State, Part>,
  parts: readonly Part[],
  states: readonly State[],
): Record<string, string[]> {
  const may = parts.map((part): [string, string[]] => [
    part,
    roles.filter((role) => decideAll(rule, { role, relations: [part] }, states).length > 0),
  ]);
  return Object.fromEntries(may.filter(([, acting]) => acting.length > 0));
}
