/**
 * Hive Gateway in this process, with `gateway.config.ts`, once the guard of every subgraph has answered for the
 * supergraph: `node --import tsx deploy/hive-gateway/serve.ts`. Ctrl-C stops it.
 */
import { setMaxListeners } from "node:events";
import { createServer } from "node:http";
import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import { httpSubgraph } from "../../gateway/http-subgraph.js";
import { refuseUnattested } from "../../hub/refuse-unattested.js";
import { gatewayConfig } from "./gateway.config.js";
import { routerSettings } from "./router-settings.js";

const { host, port, subgraphs, routerCredential } = routerSettings(process.env);
const log = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const connections = subgraphs.map((subgraph) => httpSubgraph({ ...subgraph, routerCredential }));
await refuseUnattested(connections, { log });
await Promise.all(connections.map((connection) => connection.close()));

// Each call to a subgraph listens for the end of its operation, which Node takes for a leak from the eleventh on.
setMaxListeners(100);
const gateway = createGatewayRuntime(gatewayConfig);
await gateway.getSchema();
const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) => {
  void gateway(request, response);
});
server.listen(port, host, () => {
  log(`Hive Gateway serves at http://${host}:${port}/graphql. Ctrl-C stops it.`);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => server.close(() => process.exit()));
