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
    if (known === undefined || known.code === "INTERNAL") log(error, reference);
    const extensions =
      known?.code === "INTERNAL" || known === undefined ? { code: "INTERNAL", reference } : known.extensions;
    return { message: errorMessages[known?.code ?? "INTERNAL"], extensions, ...(path && { path }) };
  });
}

/** graphql-js wraps what a resolver throws, and coercion wraps what a scalar throws. */
function hubErrorIn(error: unknown): HubError | undefined {
  if (error instanceof HubError) return error;
  if (!(error instanceof GraphQLError)) return undefined;
  if (error.originalError !== undefined) return hubErrorIn(error.originalError);
  // No resolver threw: the variables did not fit, and graphql-js said so before execution.
  return error.path === undefined ? new HubError("BAD_USER_INPUT") : undefined;
}
