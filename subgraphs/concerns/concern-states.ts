/** The states of a concern, as the rules of who may do what go by them. */
import type { ConcernStatus } from "./concern-codes.js";

type State = `${ConcernStatus}`;

/** It is a concern of its own: not declined, and not gone on in another. */
export const stillThere = [
  "REPORTED",
  "ACCEPTED",
  "IN_PROGRESS",
  "RESOLUTION_CONFIRMED",
  "CLOSED",
  "REOPENED",
] as const satisfies readonly State[];

export const everyState = [...stillThere, "DECLINED", "MERGED"] as const satisfies readonly State[];
