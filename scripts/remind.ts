/**
 * `npm run remind`: reminds people of what is due or overdue. The hub does so by itself every few minutes; each
 * reminder is given once, whoever runs. Exit codes: 0 done, 1 failed (a second run goes on from there), 2 wrong usage.
 */
import { Command } from "commander";
import { remindAt } from "../hub/reminding.js";
import { runCommand, withSettings, withWriter } from "../hub/run-command.js";

const command = new Command("remind")
  .description("Remind people of what is due or overdue. What they were reminded of before is not repeated.")
  .option("--json", "print how many reminders of each kind were given as a JSON object")
  .addHelpText("after", "\nExit codes: 0 done, 1 failed (a second run goes on from there), 2 wrong usage.")
  .exitOverride()
  .action(remind);

function remind({ json }: { readonly json?: true }): Promise<void> {
  return withSettings((settings) =>
    withWriter(settings, { subgraph: "concerns" }, async ({ url }) => {
      const reminded = await remindAt(settings, url);
      const words = Object.entries(reminded).map(([kind, count]) => `${kind}: ${count}`);
      if (words.length === 0) words.push("There is nothing new to remind of.");
      process.stdout.write(`${json ? JSON.stringify({ reminded }) : words.join("\n")}\n`);
    }),
  );
}

await runCommand(command, "The reminders stopped");
