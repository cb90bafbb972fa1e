/**
 * `npm run deliver`: delivers what waits to be sent, once; the hub does so by itself. With `--dead` it lists what was
 * tried too often and puts it back to be tried anew. Exit codes: 0 done, 1 failed, 2 wrong usage.
 */
import { Command } from "commander";
import { createLogger } from "../gateway/logger.js";
import { deliverAt, reviveDeadAt } from "../hub/deliver-at.js";
import { runCommand, withSettings, withWriter } from "../hub/run-command.js";

interface Options {
  readonly dead?: true;
  readonly list?: true;
  readonly json?: true;
}

const command = new Command("deliver")
  .description("Deliver the messages that wait to leave by e-mail or webhook.")
  .option("--dead", "list the messages that could not be delivered, and put them back to be tried anew")
  .option("--list", "with --dead: list them only")
  .option("--json", "print the result as a JSON object")
  .addHelpText("after", "\nExit codes: 0 done, 1 failed, 2 wrong usage.")
  .exitOverride()
  .action(run);

function run({ dead, list, json }: Options): Promise<void> {
  const say = (result: object, words: readonly string[]): void => {
    process.stdout.write(`${json ? JSON.stringify(result) : words.join("\n")}\n`);
  };
  return withSettings((settings) =>
    withWriter(settings, { subgraph: "concerns" }, async (writer) => {
      if (dead === undefined) {
        const tried = await deliverAt(settings, writer.url, createLogger(settings.logLevel));
        say({ tried }, [tried === 0 ? "Nothing waits to be delivered." : `${tried} were tried.`]);
        return;
      }
      const found = await reviveDeadAt(writer.client, list === true);
      const lines = found.map(({ message, channel, because, since }) =>
        [since.toISOString().slice(0, 10), because, `message ${message}`, `channel ${channel}`].join("  "),
      );
      const end = list === true ? `${found.length} could not be delivered.` : `${found.length} were put back.`;
      say({ dead: found, putBack: list !== true }, [...lines, end]);
    }),
  );
}

await runCommand(command, "The delivery stopped");
