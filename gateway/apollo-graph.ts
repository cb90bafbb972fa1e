/**
 * Apollo Server over `ApolloGateway` for one supergraph: plans and executes operations that were admitted. Everything
 * that either does beyond that is switched off. Another supergraph is another of these, so a swap is all or nothing.
 */
import { createHash } from "node:crypto";
import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { buildASTSchema, parse } from "graphql";
import type { DocumentNode, FormattedExecutionResult, GraphQLScalarType, GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { HubError } from "../errors/hub-error.js";
import type { GatewayContext } from "./gateway-context.js";
import type { GraphRequest } from "../endpoint/graph-request.js";
import type { GatewayLimits } from "./limits.js";
import type { GatewayMetrics } from "./metrics.js";
import { notePlanKeys } from "./plan-keys.js";
import { createReplyShapes } from "./reply-shape.js";
import { giveShapes } from "./scalar-shapes.js";
import type { SubgraphConnection } from "./subgraph-connection.js";
import { createSubgraphDataSource } from "./subgraph-data-source.js";
import { supergraphForApolloGateway } from "./supergraph.js";

export interface ApolloGraphDependencies {
  readonly supergraphSdl: string;
  readonly connections: readonly SubgraphConnection[];
  /** With the shapes of their values. What is sent for one that is not among them is left to the subgraphs. */
  readonly scalars: readonly GraphQLScalarType[];
  readonly limits: GatewayLimits;
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
}

export interface ApolloGraph {
  readonly schema: GraphQLSchema;
  /** The document is the request's own, admitted against this schema. */
  execute(request: GraphRequest, document: DocumentNode, context: GatewayContext): Promise<FormattedExecutionResult>;
  stop(): Promise<void>;
}

/** Rejects when the text is no supergraph that can be served over these connections. */
export async function startApolloGraph(dependencies: ApolloGraphDependencies): Promise<ApolloGraph> {
  const { connections, limits, metrics, logger } = dependencies;
  // The constructor of ApolloGateway starts reporting to its makers unless the environment says otherwise.
  process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
  const apolloLogger = logger.child({ part: "apollo" }, { level: "warn" });
  const supergraphSdl = supergraphForApolloGateway(dependencies.supergraphSdl);
  const supergraph = buildASTSchema(parse(supergraphSdl, { noLocation: true }), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  const shapes = createReplyShapes(supergraph);

  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService({ name }) {
      const connection = connections.find((candidate) => candidate.name === name);
      if (connection === undefined) throw new HubError("INTERNAL", {}, { cause: `no connection to subgraph ${name}` });
      return createSubgraphDataSource({ connection, limits, metrics, logger, shapes });
    },
    queryPlannerConfig: { debug: { maxEvaluatedPlans: limits.evaluatedPlans } },
    experimental_approximateQueryPlanStoreMiB: limits.cachedPlanMebibytes,
    validateSupergraph: true,
    __exposeQueryPlanExperimental: false,
    debug: false,
    logger: apolloLogger,
  });

  // Apollo Server looks for documents by the hash of their text before it would parse and validate them once more.
  // Found or not, the answer is the same: what it does not find here it checks itself.
  const handedOver = new Map<string, DocumentNode>();
  const server = new ApolloServer<GatewayContext>({
    gateway,
    documentStore: {
      get: (key) => Promise.resolve(handedOver.get(key.slice(key.lastIndexOf(":") + 1))),
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(),
    },
    logger: apolloLogger,
    // By role, in admission.
    introspection: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: limits.tokens },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      {
        requestDidStart: () =>
          Promise.resolve({
            didEncounterErrors({ errors, contextValue }) {
              for (const err of errors)
                logger.debug({ err, requestId: contextValue.requestId }, "error in an operation");
              return Promise.resolve();
            },
          }),
      },
    ],
  });
  await server.start();
  const { schema } = gateway;
  if (schema === undefined) throw new HubError("INTERNAL");
  notePlanKeys(schema, supergraph);
  giveShapes(schema, dependencies.scalars);

  return {
    schema,
    async execute({ query, operationName, variables }, document, contextValue) {
      const request = { query, variables, ...(operationName !== undefined && { operationName }) };
      const key = createHash("sha256").update(query).digest("hex");
      handedOver.set(key, document);
      try {
        const { body } = await server.executeOperation(request, { contextValue });
        if (body.kind !== "single") throw new HubError("INTERNAL");
        return body.singleResult;
      } finally {
        handedOver.delete(key);
      }
    },
    stop: () => server.stop(),
  };
}
