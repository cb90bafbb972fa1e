/**
 * `npm run statistics:publish`: publishes the figures of every quarter that is over and was not published yet. Meant to
 * be run by a schedule, some time after the end of a quarter. Exit codes: 0 published, or nothing to publish; 1 failed,
 * and nothing was published; 2 wrong usage.
 */
import { Command } from "commander";
import { publishStatisticsAt } from "../hub/publish-statistics-at.js";
import { runCommand, withSettings, withWriter } from "../hub/run-command.js";

const command = new Command("statistics:publish")
  .description("Publish the figures of every quarter that is over. What was published stays as it is.")
  .option("--json", "print the result as a JSON object")
  .addHelpText("after", "\nExit codes: 0 published or nothing to publish, 1 failed, 2 wrong usage.")
  .exitOverride()
  .action(publish);

function publish({ json }: { readonly json?: true }): Promise<void> {
  return withSettings((settings) =>
    withWriter(settings, { subgraph: "concerns" }, async ({ url }) => {
      const snapshot = await publishStatisticsAt(settings, url);
      const words =
        snapshot === undefined
          ? "Every quarter that is over was published before."
          : `Published: ${snapshot.quarters.join(", ")}; ${snapshot.cells} figures that are not zero.`;
      process.stdout.write(`${json ? JSON.stringify({ snapshot: snapshot ?? null }) : words}\n`);
    }),
  );
}

await runCommand(command, "Nothing was published");
