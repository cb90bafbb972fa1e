/**
 * `npm run refresh:access`: brings the index of who may know of which concern up to the directory and the policy. The
 * hub does so by itself; this is for those who do not want to wait for it. Exit codes: 0 done, 1 failed (a second run
 * goes on from there), 2 wrong usage.
 */
import { Command } from "commander";
import { refreshAccessAt } from "../hub/access-upkeep.js";
import { runCommand, withSettings, withWriter } from "../hub/run-command.js";

const command = new Command("refresh:access")
  .description(
    "Bring who may know of which concern up to the directory and the policy. Does nothing where nothing changed.",
  )
  .option("--json", "print the result as a JSON object")
  .addHelpText("after", "\nExit codes: 0 done, 1 failed (a second run goes on from there), 2 wrong usage.")
  .exitOverride()
  .action(refresh);

function refresh({ json }: { readonly json?: true }): Promise<void> {
  return withSettings((settings) =>
    withWriter(settings, { subgraph: "concerns" }, async ({ url }) => {
      const concerns = await refreshAccessAt(settings, url);
      const words =
        concerns === 0 ? "Nothing has changed." : `Access was worked out again for ${concerns} of the concerns.`;
      process.stdout.write(`${json ? JSON.stringify({ concerns }) : words}\n`);
    }),
  );
}

await runCommand(command, "The refresh stopped");
