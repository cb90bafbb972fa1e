/**
 * One operation from its body to its answer, free of HTTP: shape, admission, execution under a time limit, merged
 * redactions, public errors. A refusal is in the audit before it is answered.
 */
import type { FormattedExecutionResult } from "graphql";
import type { Logger } from "pino";
import type { Caller } from "../authorisation/caller.js";
import { mergeRedactions } from "../authorisation/redaction.js";
import type { Redaction, StatedRedaction } from "../authorisation/redaction.js";
import type { Admit, Admitted } from "./admission.js";
import type { ApolloGraph } from "./apollo-graph.js";
import { withDeadline } from "../endpoint/deadline.js";
import type { GatewayContext } from "./gateway-context.js";
import { readGraphRequest } from "../endpoint/graph-request.js";
import type { GraphRequest } from "../endpoint/graph-request.js";
import type { GatewayLimits } from "./limits.js";
import type { GatewayMetrics, OperationType } from "./metrics.js";
import { createPlaces } from "./places.js";
import { publicError, statusOf, toPublicError } from "../endpoint/public-error.js";
import type { PublicError } from "../endpoint/public-error.js";
import type { RecordRefusal } from "./refusal.js";
import { handling } from "../endpoint/response-headers.js";

export interface GraphCall extends Pick<
  GatewayContext,
  "caller" | "authorization" | "purposeHeader" | "requestId" | "signal"
> {
  readonly caller: Caller;
  readonly body: unknown;
}

export interface GraphAnswer {
  readonly status: number;
  readonly type: OperationType;
  readonly body: {
    readonly errors?: readonly PublicError[];
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly extensions: { readonly handling: typeof handling; readonly redactions?: readonly Redaction[] };
  };
}

export interface GraphHandlerDependencies {
  readonly admit: Admit;
  readonly limits: GatewayLimits;
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
  readonly recordRefusal: RecordRefusal;
  readonly graph: ApolloGraph;
}

export type HandleGraph = (call: GraphCall) => Promise<GraphAnswer>;

export function createGraphHandler(dependencies: GraphHandlerDependencies): HandleGraph {
  const { admit, limits, metrics, logger, recordRefusal, graph } = dependencies;
  const places = createPlaces({ all: limits.operationsInFlight, forOne: limits.operationsOfOne });

  async function refuse(call: GraphCall, errors: readonly PublicError[], documentHash?: string): Promise<GraphAnswer> {
    const { caller, requestId } = call;
    for (const { extensions } of errors.slice(0, 1)) {
      const because = extensions.limit ?? extensions.problem ?? extensions.code;
      await recordRefusal({
        code: extensions.code,
        because,
        requestId,
        caller,
        ...(documentHash !== undefined && { documentHash }),
      });
    }
    return answerErrors(errors);
  }

  async function execute(call: GraphCall, { document, facts }: Admitted, request: GraphRequest): Promise<GraphAnswer> {
    const redactions: StatedRedaction[] = [];
    const outcome = await withDeadline(limits.operationMilliseconds, call.signal, (signal) => {
      const { caller, authorization, purposeHeader, requestId } = call;
      const context = { caller, authorization, purposeHeader, requestId, operation: facts, redactions, signal };
      return graph.execute(request, document, context);
    });
    if (outcome.kind === "failed") {
      logger.error({ err: outcome.cause, requestId: call.requestId }, "operation failed");
      return answerErrors([publicError("INTERNAL", { reference: call.requestId })], facts.type);
    }
    if (outcome.kind !== "answered") return answerErrors([publicError("UNAVAILABLE")], facts.type);
    return answerResult(outcome.value, redactions, call.requestId, facts.type);
  }

  return async (call) => {
    const read = readGraphRequest(call.body);
    if (!read.ok) return refuse(call, [publicError("BAD_USER_INPUT", { problem: read.problem })]);
    const admission = admit(read.request, call.caller.role, graph.schema);
    if (!admission.ok) return refuse(call, admission.errors, admission.documentHash);
    const giveBack = places.take(call.caller);
    if (giveBack === undefined)
      return answerErrors([publicError("OVERLOADED", { retryAfter: 1 })], admission.facts.type);
    metrics.showInFlight(places.taken());
    try {
      return await execute(call, admission, read.request);
    } finally {
      giveBack();
      metrics.showInFlight(places.taken());
    }
  };
}

export function answerErrors(errors: readonly PublicError[], type: OperationType = "none"): GraphAnswer {
  return { status: statusOf(errors), type, body: { errors, extensions: { handling } } };
}

export function answerResult(
  result: FormattedExecutionResult,
  noted: readonly StatedRedaction[],
  requestId: string,
  type: OperationType,
): GraphAnswer {
  const errors = distinct([
    ...(result.errors ?? []).map((error) => toPublicError(error, requestId)),
    ...unfitValues(result),
  ]);
  if (result.data === undefined) return answerErrors(errors, type);
  const redactions = mergeRedactions(noted);
  const extensions = { handling, ...(redactions.length > 0 && { redactions }) };
  return { status: 200, type, body: { ...(errors.length > 0 && { errors }), data: result.data, extensions } };
}

/** Values that do not fit the schema, which ApolloGateway nulls and mentions in an extension alone. */
function unfitValues({ extensions }: FormattedExecutionResult): PublicError[] {
  const unfit = extensions?.["valueCompletion"];
  return Array.isArray(unfit) && unfit.length > 0 ? [publicError("UNAVAILABLE")] : [];
}

/** Several calls to a subgraph that is away say the same. */
function distinct(errors: readonly PublicError[]): PublicError[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}
