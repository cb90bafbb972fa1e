/** `npm run build:explorer`: builds the explorer if its sources changed, and prints where it is. */
import { Command } from "commander";
import { ensureExplorer } from "../dashboard/build-explorer.js";

const { directory } = new Command("build:explorer")
  .description("Build the explorer, GraphiQL served by the hub itself, if what it is made of has changed")
  .option("--directory <folder>", "where to keep it (default: build/explorer)")
  .parse()
  .opts<{ directory?: string }>();

const built = await ensureExplorer({
  ...(directory === undefined ? {} : { directory }),
  onBuild: () => process.stderr.write("Building the explorer, which takes some seconds\n"),
});
process.stdout.write(`${built}\n`);
