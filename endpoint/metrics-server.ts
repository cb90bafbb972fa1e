/** `/metrics` on a port of its own, so that it need not be reachable from where callers are. */
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { Registry } from "prom-client";
import { defaultHeaders } from "./response-headers.js";

export function createMetricsServer(registry: Registry): Server {
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(defaultHeaders)) response.setHeader(name, value);
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
}

/** Serves them on a port of a process that has no gateway; gives what ends it. */
export async function serveMetrics(registry: Registry, host: string, port: number): Promise<() => Promise<void>> {
  const server = createMetricsServer(registry);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  return () => {
    server.closeAllConnections();
    server.close();
    return Promise.resolve();
  };
}
