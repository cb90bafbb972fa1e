/**
 * The rules of the hub's own gateway as a plugin of Hive Gateway, by the same functions: what a request has to look
 * like, what an operation may cost, which errors leave, and what was withheld, added up. Who asks is verified by the
 * subgraphs alone, so that nobody introspects here and a request without a token is refused before it is read.
 */
import type { GatewayPlugin } from "@graphql-hive/gateway-runtime";
import type { ExecutionResult, FormattedExecutionResult, GraphQLError, GraphQLSchema } from "graphql";
import { keyedHash } from "../../audit/keyed-hash.js";
import type { StatedRedaction } from "../../authorisation/redaction.js";
import { createAdmission } from "../../gateway/admission.js";
import type { OperationFacts } from "../../gateway/gateway-context.js";
import { errorMessages, HubError } from "../../errors/hub-error.js";
import { answerErrors, answerResult, type GraphAnswer } from "../../gateway/graph-handler.js";
import { readGraphRequest } from "../../endpoint/graph-request.js";
import { publicError, type PublicError } from "../../endpoint/public-error.js";
import { readRedactions } from "../../gateway/read-redactions.js";
import { requestIdOf } from "../../endpoint/request-id.js";
import { defaultHeaders } from "../../endpoint/response-headers.js";
import { transportRefusal } from "../../gateway/transport-refusal.js";
import type { RouterSettings } from "./router-settings.js";

interface Asked {
  readonly requestId: string;
  readonly redactions: StatedRedaction[];
  operation?: OperationFacts;
  /** Why it was not admitted, where it was not. */
  refusal?: readonly PublicError[];
}

export interface HubRules {
  readonly plugin: GatewayPlugin;
  /** What the audit of a subgraph has of the operation, of which the subgraph is asked a part. */
  headersFor(request: Request): Readonly<Record<string, string>>;
}

export function hubRules({ routerCredential, limits }: Pick<RouterSettings, "routerCredential" | "limits">): HubRules {
  const admit = createAdmission({ limits, introspectionRoles: new Set(), hashOf: keyedHash(routerCredential) });
  const asked = new WeakMap<Request, Asked>();
  let schema: GraphQLSchema | undefined;

  const askedBy = (request: Request): Asked => {
    const stated = request.headers.get("x-request-id") ?? undefined;
    const known = asked.get(request) ?? {
      requestId: requestIdOf({ headers: { "x-request-id": stated } }),
      redactions: [],
    };
    asked.set(request, known);
    return known;
  };

  const admittedOf = (params: unknown): Pick<Required<Asked>, "operation"> | Pick<Required<Asked>, "refusal"> => {
    const read = readGraphRequest(params);
    if (!read.ok) return { refusal: [publicError("BAD_USER_INPUT", { problem: read.problem })] };
    if (schema === undefined) return { refusal: [publicError("UNAVAILABLE")] };
    // The role decides on introspection alone, and no role may.
    const admission = admit(read.request, "MEMBER", schema);
    return admission.ok ? { operation: admission.facts } : { refusal: admission.errors };
  };

  const plugin: GatewayPlugin = {
    onSchemaChange(change) {
      schema = change.schema as GraphQLSchema;
    },
    onRequest({ request, url, fetchAPI, endResponse }) {
      if (url.pathname !== "/graphql") return;
      const refusal = refusalBeforeReading(request, limits.bodyBytes);
      if (refusal === undefined) return;
      const headers = { "content-type": "application/json; charset=utf-8" };
      endResponse(new fetchAPI.Response(JSON.stringify(refusal.body), { status: refusal.status, headers }));
    },
    onParams({ request, params, setResult }) {
      const known = askedBy(request);
      const admitted = admittedOf(params);
      if ("operation" in admitted) known.operation = admitted.operation;
      else {
        known.refusal = admitted.refusal;
        setResult({});
      }
    },
    onSubgraphExecute({ executionRequest, executor, setExecutor, subgraphName, log }) {
      const { request } = (executionRequest.context ?? {}) as { readonly request?: Request };
      if (request === undefined) return;
      const { redactions, requestId } = askedBy(request);
      setExecutor(async (execution) => {
        const result = await resultOf(() => executor(execution));
        if (result === undefined) {
          log.warn({ requestId, subgraph: subgraphName }, "subgraph unavailable");
          return { errors: [new HubError("UNAVAILABLE")] };
        }
        const { redactions: withheld } = (result.extensions ?? {}) as { readonly redactions?: unknown };
        redactions.push(...readRedactions(withheld));
        return result;
      });
    },
    onResultProcess({ request, result, setResult }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result) return;
      const { status, body } = answerTo(result, askedBy(request));
      setResult({ ...body, extensions: { ...body.extensions, http: { status } } } as unknown as ExecutionResult);
    },
    onResponse({ request, response }) {
      for (const [name, value] of Object.entries(defaultHeaders)) response.headers.set(name, value);
      response.headers.set("x-request-id", askedBy(request).requestId);
    },
  };

  return {
    plugin,
    headersFor(request) {
      const { requestId, operation } = askedBy(request);
      return {
        "x-request-id": requestId,
        ...(operation && {
          "x-document-hash": operation.documentHash,
          "x-variables-hash": operation.variablesHash,
          ...(operation.name !== undefined && { "x-operation-name": operation.name }),
        }),
      };
    },
  };
}

/** The hub is asked by POST with a token, in JSON of a known length. */
function refusalBeforeReading(request: Request, bodyBytes: number): GraphAnswer | undefined {
  if (request.method !== "POST") return withStatus(405, publicError("BAD_USER_INPUT", { problem: "Ask by POST." }));
  if (!request.headers.has("authorization")) return answerErrors([publicError("UNAUTHENTICATED")]);
  const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
  const refusal = transportRefusal({
    accept: header("accept"),
    "content-type": header("content-type"),
    "content-encoding": header("content-encoding"),
  });
  if (refusal !== undefined)
    return withStatus(refusal.status, publicError("BAD_USER_INPUT", { problem: refusal.problem }));
  if (Number(header("content-length") ?? Infinity) <= bodyBytes) return undefined;
  return withStatus(413, publicError("LIMIT_EXCEEDED", { limit: "bodyBytes", most: bodyBytes }));
}

function withStatus(status: number, error: PublicError): GraphAnswer {
  return { ...answerErrors([error]), status };
}

/** A caller who was refused by one subgraph is told so and nothing else, whatever the others would have said. */
function answerTo(result: ExecutionResult, { refusal, redactions, requestId, operation }: Asked): GraphAnswer {
  if (refusal !== undefined) return answerErrors(refusal);
  if ((result.errors ?? []).some(({ extensions }) => extensions["code"] === "UNAUTHENTICATED"))
    return answerErrors([publicError("UNAUTHENTICATED")]);
  return answerResult(result as FormattedExecutionResult, redactions, requestId, operation?.type ?? "none");
}

/** Undefined where a subgraph did not answer, or its answer is no answer of a graph. */
async function resultOf<Result extends { readonly errors?: readonly GraphQLError[] | undefined }>(
  execute: () => Result | AsyncIterable<Result> | PromiseLike<Result | AsyncIterable<Result>>,
): Promise<Result | undefined> {
  try {
    const result = await execute();
    return isStream(result) || (result.errors ?? []).some(isOfTheRouter) ? undefined : result;
  } catch {
    return undefined;
  }
}

function isStream<Result extends object>(result: Result | AsyncIterable<Result>): result is AsyncIterable<Result> {
  return Symbol.asyncIterator in result;
}

/** A subgraph has codes of the closed list alone: any other is what became of the call, with its address and body. */
function isOfTheRouter({ extensions }: GraphQLError): boolean {
  return !Object.hasOwn(errorMessages, String(extensions["code"]));
}
