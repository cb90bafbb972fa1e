/** `npm start`: the whole hub in one process, until Ctrl-C. */
import { Command } from "commander";
import { openHub } from "../hub/open-hub.js";
import { serveUntilStopped } from "../hub/serve-until-stopped.js";

new Command("start").description("Starts the hub: database, subgraphs, gateway and pages. Ctrl-C stops it.").parse();

const started = performance.now();
await serveUntilStopped(async (options) => {
  const hub = await openHub(options);
  const { publicUrl, demonstration } = options.settings;
  const lines = [
    `Ready in ${((performance.now() - started) / 1000).toFixed(1)} s.`,
    `  ${publicUrl}/           what the hub is, and where to go`,
    `  ${publicUrl}/explorer   ask the graph in the browser`,
    `  ${publicUrl}/graphql    the graph`,
    ...(demonstration ? ["  npm run --silent token -- midlands-lead   a token to try it with"] : []),
    "Ctrl-C stops it.",
  ];
  for (const line of lines) options.log(line);
  return hub;
});
