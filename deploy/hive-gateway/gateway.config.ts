/**
 * Hive Gateway over the three subgraphs. What is not written here is off by default; what is off here is on by default.
 * The hub's own rules, which no option has, are in `hub-rules.ts`.
 */
import { fileURLToPath } from "node:url";
import type { GatewayConfigSupergraph } from "@graphql-hive/gateway-runtime";
import { routerCredentialHeader } from "../../authentication/router-credential.js";
import { hubRules } from "./hub-rules.js";
import { routerSettings } from "./router-settings.js";

const { routerCredential, subgraphs, limits } = routerSettings(process.env);
const rules = hubRules({ routerCredential, limits });

export const gatewayConfig: GatewayConfigSupergraph = {
  supergraph: fileURLToPath(new URL("../../schema/supergraph.graphql", import.meta.url)),
  transportEntries: {
    ...Object.fromEntries(subgraphs.map(({ name, url }) => [name, { location: url }])),
    // By default two requests that are alike and under way together share one answer: the second would be given what
    // the audit has under the first alone.
    "*.http": { options: { deduplicateInflightRequests: false } },
  },
  propagateHeaders: {
    // These and no others: a subgraph believes what it is told by who shows the router credential.
    fromClientToSubgraphs: ({ request }) => ({
      authorization: request.headers.get("authorization"),
      "x-purpose-of-use": request.headers.get("x-purpose-of-use"),
      [routerCredentialHeader]: routerCredential,
      ...rules.headersFor(request),
    }),
  },
  plugins: () => [rules.plugin],
  upstreamTimeout: limits.subgraphMilliseconds,
  requestDeadline: limits.operationMilliseconds,
  graphqlEndpoint: "/graphql",
  healthCheckEndpoint: "/health/live",
  readinessCheckEndpoint: "/health/ready",
  // `hub-rules.ts` gives the request its id, and takes none that is not a plain word.
  requestId: false,
  subgraphErrors: false,
  batching: false,
  cors: false,
  graphiql: false,
  landingPage: false,
  logging: "warn",
};
