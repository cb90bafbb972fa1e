/** `npm run start:subgraph -- NAME`: one subgraph as a process of its own, until Ctrl-C. */
import { Argument, Command } from "commander";
import { openSubgraph } from "../hub/open-subgraph.js";
import { serveUntilStopped } from "../hub/serve-until-stopped.js";
import { subgraphNames, type SubgraphName } from "../settings/structured-settings.js";

const [name] = new Command("start:subgraph")
  .description("Serves one subgraph over HTTP to gateways that show the router credential. Ctrl-C stops it.")
  .addArgument(new Argument("<name>", "subgraph").choices(subgraphNames))
  .parse().processedArgs as [SubgraphName];

await serveUntilStopped(async (options) => {
  const { port } = options.settings.subgraphs[name];
  const subgraph = await openSubgraph(name, options);
  options.log(`The ${name} subgraph serves on port ${port}. Ctrl-C stops it.`);
  return subgraph;
});
