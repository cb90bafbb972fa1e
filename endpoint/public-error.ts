/**
 * The one way out for errors. A message is constant for its code; of everything else only positions, response paths
 * and the details listed in `ErrorDetails` leave, each held to its shape. Whatever has no code of the closed list is
 * INTERNAL, and tells only the reference under which the log has it.
 */
import type { GraphQLFormattedError, SourceLocation } from "graphql";
import { errorMessages, HubError } from "../errors/hub-error.js";
import type { ErrorCode, ErrorDetails } from "../errors/hub-error.js";

export interface PublicError {
  readonly message: string;
  readonly locations?: readonly SourceLocation[];
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: ErrorCode } & { readonly [Name in keyof ErrorDetails]: ErrorDetails[Name] };
}

/** Codes of the libraries in front of the graph that mean: the request is wrong. */
const requestErrors = new Set([
  "BAD_REQUEST",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

const httpStatus: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  LIMIT_EXCEEDED: 400,
  OVERLOADED: 503,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

export function publicError(
  code: ErrorCode,
  details: ErrorDetails = {},
  place: Pick<PublicError, "locations" | "path"> = {},
): PublicError {
  return { message: errorMessages[code], ...place, extensions: { code, ...details } };
}

export function codeOf(error: { readonly extensions?: { readonly code?: unknown } | undefined }): ErrorCode {
  const code = error.extensions?.code;
  if (typeof code !== "string") return "INTERNAL";
  if (Object.hasOwn(errorMessages, code)) return code as ErrorCode;
  return requestErrors.has(code) ? "BAD_USER_INPUT" : "INTERNAL";
}

export function toPublicError(error: Partial<GraphQLFormattedError>, requestId: string): PublicError {
  const code = codeOf(error);
  const details = code === "INTERNAL" ? { reference: requestId } : safeDetails(error.extensions ?? {});
  return publicError(code, details, isPath(error.path) ? { path: error.path } : {});
}

/** Of whatever was thrown: what nobody expected is INTERNAL. */
export function publicErrorOf(error: unknown, requestId: string): PublicError {
  return toPublicError(error instanceof HubError ? { extensions: error.extensions } : {}, requestId);
}

/** The status of a response without data. One with data is 200, whatever errors it carries. */
export function statusOf(errors: readonly PublicError[]): number {
  const first = errors[0];
  return first === undefined ? 200 : httpStatus[first.extensions.code];
}

/** Names from the schema and plain words: no slash, so no address, path or stack gets through. */
const name = /^[A-Za-z_][\w.[\]]{0,119}$/;
const plainWords = /^[\w ,.:;()'"`-]{1,200}$/;

function safeDetails(extensions: Readonly<Record<string, unknown>>): ErrorDetails {
  const { limit, most, field, problem, retryAfter } = extensions;
  return {
    ...(isText(limit, name) && { limit }),
    ...(Number.isSafeInteger(most) && { most: most as number }),
    ...(isText(field, name) && { field }),
    ...(isText(problem, plainWords) && { problem }),
    ...(Number.isSafeInteger(retryAfter) && { retryAfter: retryAfter as number }),
  };
}

function isText(value: unknown, shape: RegExp): value is string {
  return typeof value === "string" && shape.test(value);
}

function isPath(path: unknown): path is readonly (string | number)[] {
  return (
    Array.isArray(path) &&
    path.length <= 50 &&
    path.every((part) => (typeof part === "string" ? /^\w{1,100}$/.test(part) : Number.isSafeInteger(part)))
  );
}
