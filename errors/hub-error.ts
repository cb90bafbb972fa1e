/**
 * The closed list of errors that may leave the hub. The code is stable and the message is constant for its code, so
 * an error never carries a value from a record or a request; variables that are safe to show go into `extensions`.
 */
import { GraphQLError } from "graphql";

export const errorMessages = {
  UNAUTHENTICATED: "A valid access token is required.",
  FORBIDDEN: "You may not do this.",
  NOT_FOUND: "There is no such record.",
  BAD_USER_INPUT: "The request is not valid.",
  CONFLICT: "The record has changed since you read it.",
  LIMIT_EXCEEDED: "The request asks for more than one request may.",
  OVERLOADED: "The hub is busy. Try again shortly.",
  UNAVAILABLE: "Part of the hub is unavailable. Try again shortly.",
  INTERNAL: "Something went wrong. Quote the reference when you report it.",
} as const;

export type ErrorCode = keyof typeof errorMessages;

/** Extensions that are safe to show: never a value from a record, never free text from a request. */
export interface ErrorDetails {
  /** The limit that was exceeded, e.g. `depth`, with the most that is allowed. */
  readonly limit?: string;
  readonly most?: number;
  /** Which argument or input field is wrong, as a path of names from the schema and places in lists. */
  readonly field?: string;
  /** Plain words about what is wrong with it, from a constant list. */
  readonly problem?: string;
  /** Seconds to wait before another try. */
  readonly retryAfter?: number;
  /** Reference under which the log has the details of an INTERNAL error. */
  readonly reference?: string;
}

export class HubError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options: { readonly cause?: unknown } = {}) {
    super(errorMessages[code], { extensions: { code, ...details } });
    this.code = code;
    if (options.cause !== undefined) this.cause = options.cause;
  }
}
