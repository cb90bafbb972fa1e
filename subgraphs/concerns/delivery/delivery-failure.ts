/** Why a delivery failed, as a word of a closed list: what a receiver or a network says may hold an address. */

export type FailureWord =
  /** It leads to an address that it may not lead to. */
  | "ADDRESS_NOT_ALLOWED"
  | "NAME_NOT_FOUND"
  | "NO_CONNECTION"
  | "TOO_SLOW"
  /** The receiver answered that it did not take it. */
  | "NOT_TAKEN"
  /** The secret of the webhook cannot be opened: its key is gone. */
  | "NO_SECRET";

export class DeliveryFailure extends Error {
  override readonly name = "DeliveryFailure";

  constructor(readonly because: FailureWord) {
    super(`not delivered: ${because}`);
  }
}

/** The word for what was thrown by a connection. */
export function failureOf(error: unknown): DeliveryFailure {
  if (error instanceof DeliveryFailure) return error;
  const { name, code } = error as { readonly name?: unknown; readonly code?: unknown };
  const isLate = name === "TimeoutError" || name === "AbortError" || code === "ETIMEDOUT" || code === "ESOCKETTIMEDOUT";
  return new DeliveryFailure(isLate ? "TOO_SLOW" : "NO_CONNECTION");
}
