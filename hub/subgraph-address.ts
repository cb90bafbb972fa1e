/** Where a router finds a subgraph that runs as a process of its own. */
import type { Settings, SubgraphName } from "../settings/structured-settings.js";

/** Without an address a subgraph is taken to run on this machine, where its own settings put it. */
export function addressOf(name: SubgraphName, { host, subgraphs }: Pick<Settings, "host" | "subgraphs">): string {
  const { url, port } = subgraphs[name];
  if (url !== null) return url;
  const everyAddress: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "::1" };
  const reached = everyAddress[host] ?? host;
  return `http://${reached.includes(":") ? `[${reached}]` : reached}:${port}/graphql`;
}
