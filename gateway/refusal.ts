/**
 * What the gateway tells the audit about a request that it turned away, and what it expects of authentication. The
 * answer leaves only after the refusal is durable.
 */
import type { AuditedCaller, Caller } from "../authorisation/caller.js";
import type { ErrorCode } from "../errors/hub-error.js";

export interface Refusal {
  readonly code: ErrorCode;
  /** Constant words: the name of a limit, a problem, what is wrong with a token. Never a value of the request. */
  readonly because: string;
  readonly requestId: string;
  /** Who asked; null where nobody can be believed to have. */
  readonly caller: AuditedCaller | null;
  readonly documentHash?: string;
}

export type RecordRefusal = (refusal: Refusal) => Promise<void>;

export type Authentication =
  | { readonly ok: true; readonly caller: Caller }
  | {
      readonly ok: false;
      readonly code: "UNAUTHENTICATED" | "FORBIDDEN";
      readonly because: string;
      /** Who was refused, where the token was good; null where nothing in it can be believed. */
      readonly identity: AuditedCaller | null;
    };

export interface Authenticator {
  authenticate(credentials: {
    readonly authorization: string | undefined;
    readonly purpose: string | undefined;
  }): Promise<Authentication>;
}
