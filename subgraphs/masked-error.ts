/**
 * What leaves a subgraph of an error: a code of the closed list with its constant message and the path. Anything else
 * is INTERNAL with a reference, under which the log has the rest.
 */
import { GraphQLError } from "graphql";
import { HubError, errorMessages } from "../errors/hub-error.js";

export interface MaskedError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export type LogError = (error: unknown, reference: string) => void;

export function maskErrors(errors: readonly unknown[], reference: string, log: LogError): MaskedError[] {
  return errors.map((error) => {
    const path = error instanceof GraphQLError ? error.path : undefined;
    const known = hubErrorIn(error);
    if (isForTheLog(known)) log(known ?? originalOf(error), reference);
    const extensions =
      known?.code === "INTERNAL" || known === undefined ? { code: "INTERNAL", reference } : known.extensions;
    return { message: errorMessages[known?.code ?? "INTERNAL"], extensions, ...(path && { path }) };
  });
}

/** What nobody expected, and what is away: whoever runs the hub has to find out why. */
function isForTheLog(known: HubError | undefined): boolean {
  return (
    known === undefined || known.code === "INTERNAL" || (known.code === "UNAVAILABLE" && known.cause !== undefined)
  );
}

/** graphql-js wraps what a resolver throws, and coercion wraps what a scalar throws. */
function hubErrorIn(error: unknown, inExecution = false): HubError | undefined {
  if (error instanceof HubError) return error;
  if (!(error instanceof GraphQLError)) return undefined;
  const isExecuting = inExecution || error.path !== undefined;
  if (error.originalError !== undefined) return hubErrorIn(error.originalError, isExecuting);
  // No resolver threw. It is the request's fault where a variable did not fit, before execution, or where a part of the
  // document is to blame; what is left is a value of ours that does not fit the schema.
  return isExecuting && error.nodes === undefined ? undefined : new HubError("BAD_USER_INPUT");
}

/** The error without its wrappers, whose causes a log would not show. */
function originalOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError !== undefined ? originalOf(error.originalError) : error;
}
