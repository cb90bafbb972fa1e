/**
 * What travels with one operation from the public endpoint to the subgraphs. It is made after the caller is known and
 * the document admitted, so whatever holds a context knows who asks and what was asked.
 */
import type { Caller } from "../authorisation/caller.js";
import type { StatedRedaction } from "../authorisation/redaction.js";

export interface OperationFacts {
  /** The client's name for the operation, where it is a plain short name. */
  readonly name: string | undefined;
  readonly type: "query" | "mutation";
  /** SHA-256 of the document in its canonical form, without literal values, in hexadecimal. */
  readonly documentHash: string;
  /** Keyed hash of the variables as they were sent, in hexadecimal. */
  readonly variablesHash: string;
}

export interface GatewayContext {
  readonly caller: Caller;
  /** The header as it came. Subgraphs in other processes verify the token in it again. */
  readonly authorization: string;
  readonly purposeHeader: string | undefined;
  readonly requestId: string;
  readonly operation: OperationFacts;
  /** What the subgraphs withheld, in the order in which they answered. */
  readonly redactions: StatedRedaction[];
  /** Aborted when the client goes away or the operation's time is up. */
  readonly signal: AbortSignal;
}
