/** `npm run start:gateway`: the gateway over subgraphs in processes of their own, until Ctrl-C. */
import { Command } from "commander";
import { openSeparateGateway } from "../hub/open-separate-gateway.js";
import { serveUntilStopped } from "../hub/serve-until-stopped.js";

new Command("start:gateway")
  .description("Serves the graph and the pages over subgraphs that run as processes of their own. Ctrl-C stops it.")
  .parse();

await serveUntilStopped(async (options) => {
  const gateway = await openSeparateGateway(options);
  options.log(`The gateway serves at ${options.settings.publicUrl}. Ctrl-C stops it.`);
  return gateway;
});
