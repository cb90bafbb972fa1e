/**
 * Why the hub does not start, in words for the person who runs it. A command prints the message alone, without a
 * stack; it never holds a password or a value from a record.
 */
export class StartRefusal extends Error {
  override readonly name = "StartRefusal";
}

/** Receives one line for the person who runs the hub. */
export type Log = (line: string) => void;

/** By shape and not by class: an error of another realm, such as a worker's, is of another class. */
export function reasonOf(error: unknown): string {
  const isNamed = typeof error === "object" && error !== null && "message" in error;
  return String(isNamed ? error.message : error);
}

export function errorCode(error: unknown): string | null {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return hasCode && typeof error.code === "string" ? error.code : null;
}
