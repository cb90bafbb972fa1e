/**
 * The body of a GraphQL-over-HTTP request, held to its shape. Batches, persisted queries and anything that is not
 * one query with an optional name and variables are refused.
 */
export interface GraphRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

export type ReadGraphRequest =
  { readonly ok: true; readonly request: GraphRequest } | { readonly ok: false; readonly problem: string };

export function readGraphRequest(body: unknown): ReadGraphRequest {
  if (Array.isArray(body)) return refused("Batches are not offered: send one operation in a request.");
  if (!isRecord(body)) return refused("The body must be a JSON object.");
  const { query, operationName = null, variables = null, extensions = null } = body;
  if (!isNullOrRecord(extensions)) return refused("extensions must be an object.");
  if (extensions?.["persistedQuery"] !== undefined) return refused("Persisted queries are not offered.");
  if (typeof query !== "string" || query.trim() === "") return refused("query must be a text that is not empty.");
  if (operationName !== null && typeof operationName !== "string") return refused("operationName must be a text.");
  if (!isNullOrRecord(variables)) return refused("variables must be an object.");
  return { ok: true, request: { query, operationName: operationName ?? undefined, variables: variables ?? {} } };
}

function refused(problem: string): ReadGraphRequest {
  return { ok: false, problem };
}

function isNullOrRecord(value: unknown): value is Record<string, unknown> | null {
  return value === null || isRecord(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
