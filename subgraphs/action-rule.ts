/**
 * A rule of a lifecycle as data: who may do a thing, as what, and in which state. Tables of such rules are read by the
 * commands; this is the one place that knows how.
 */
import type { Role } from "../authorisation/caller.js";

export interface ActionRule<State extends string, Part extends string> {
  /** What the caller's organisation has to be to the record: any one of these. */
  readonly relations: readonly Part[];
  readonly roles: readonly Role[];
  readonly from: readonly State[];
  /** State after it; the same where it is not given. */
  readonly to?: State;
}

export interface Acting<Part extends string> {
  readonly role: Role;
  readonly relations: readonly Part[];
}

export type ActionRefusal = "NOT_YOURS_TO_DO" | "NOT_IN_THIS_STATE";

/**
 * Whose it is comes first: somebody who may not act does not learn the state from the refusal. A state that its reader
 * may not know is null.
 */
export function actionRefusal<State extends string, Part extends string>(
  rule: ActionRule<State, Part>,
  acting: Acting<Part>,
  state: State | null,
): ActionRefusal | undefined {
  if (!rule.roles.includes(acting.role)) return "NOT_YOURS_TO_DO";
  if (!rule.relations.some((relation) => acting.relations.includes(relation))) return "NOT_YOURS_TO_DO";
  return state !== null && rule.from.includes(state) ? undefined : "NOT_IN_THIS_STATE";
}
