/**
 * Asks one subgraph on behalf of the query plan. It never rejects and never waits longer than its limit: a subgraph
 * that is away, slow or does not answer what was asked becomes one UNAVAILABLE error beside the data of the others.
 */
import type { GraphQLDataSource } from "@apollo/gateway";
import type { Logger } from "pino";
import { createCircuit } from "./circuit.js";
import { withDeadline } from "../endpoint/deadline.js";
import type { Outcome } from "../endpoint/deadline.js";
import type { GatewayContext } from "./gateway-context.js";
import type { GatewayLimits } from "./limits.js";
import type { GatewayMetrics } from "./metrics.js";
import { publicError, toPublicError } from "../endpoint/public-error.js";
import { readRedactions } from "./read-redactions.js";
import type { ReplyShapes } from "./reply-shape.js";
import type { SubgraphConnection, SubgraphResponse } from "./subgraph-connection.js";

export interface SubgraphDataSourceDependencies {
  readonly connection: SubgraphConnection;
  readonly limits: GatewayLimits;
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
  readonly shapes: ReplyShapes;
}

type Reply = Awaited<ReturnType<GraphQLDataSource["process"]>>;

/** Errors of one subgraph's reply that are passed on; a page of failed records says nothing more than a few do. */
const mostErrors = 20;

export function createSubgraphDataSource(
  dependencies: SubgraphDataSourceDependencies,
): GraphQLDataSource<GatewayContext> {
  const { connection, limits, metrics, logger, shapes } = dependencies;
  const circuit = createCircuit(limits.circuitFailures, limits.circuitMilliseconds);

  async function ask(
    document: string,
    variables: Record<string, unknown>,
    operationName: string | undefined,
    context: GatewayContext,
  ) {
    const stop = metrics.startSubgraphTimer(connection.name);
    const outcome = await withDeadline(limits.subgraphMilliseconds, context.signal, (signal) =>
      connection.execute({ document, operationName, variables, context, signal }),
    );
    stop(outcome.kind);
    if (outcome.kind === "answered") circuit.succeeded();
    else if (outcome.kind !== "cancelled") circuit.failed();
    return outcome;
  }

  function unavailable(context: GatewayContext, because: string, cause?: unknown): Reply {
    logger.warn(
      { subgraph: connection.name, requestId: context.requestId, because, err: cause },
      "subgraph unavailable",
    );
    return { errors: [publicError("UNAVAILABLE")] };
  }

  return {
    async process(options) {
      if (!("incomingRequestContext" in options)) return { errors: [publicError("INTERNAL")] };
      const { request, context } = options;
      const { query: document = "", variables = {}, operationName } = request;
      if (!circuit.admits()) return unavailable(context, "circuit open");
      const outcome = await ask(document, variables, operationName, context);
      if (outcome.kind !== "answered") return unavailable(context, outcome.kind, causeOf(outcome));
      try {
        const reply = readReply(shapes, document, variables, outcome.value, context);
        return reply ?? unavailable(context, "answers another question");
      } catch (cause) {
        return unavailable(context, "unreadable reply", cause);
      }
    },
  };
}

function readReply(
  shapes: ReplyShapes,
  document: string,
  variables: Record<string, unknown>,
  response: SubgraphResponse,
  context: GatewayContext,
): Reply | undefined {
  const errors = (response.errors ?? []).slice(0, mostErrors).map((error) => toPublicError(error, context.requestId));
  context.redactions.push(...readRedactions(response.extensions?.redactions));
  if (response.data == null) return errors.length > 0 ? { errors } : undefined;
  const data = shapes.take(document, variables, response.data);
  if (data === undefined) return undefined;
  return errors.length > 0 ? { data, errors } : { data };
}

function causeOf(outcome: Outcome<unknown>): unknown {
  return outcome.kind === "failed" ? outcome.cause : undefined;
}
