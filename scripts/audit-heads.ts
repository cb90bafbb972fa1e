/**
 * `npm run audit:heads`: prints the signed heads of the audit, one JSON object a line, to be kept where nobody who runs
 * the database can change them. Exit codes: 0 printed, 1 failed, 2 wrong usage.
 */
import { Command, InvalidArgumentError } from "commander";
import { withChainReader } from "../audit/chain-reader.js";
import { headLine } from "../hub/heads-file.js";
import { runCommand, subgraphOption, withSettings, withWriter } from "../hub/run-command.js";
import { withSealer } from "../hub/sealing.js";
import type { SubgraphName } from "../settings/structured-settings.js";

interface Options {
  readonly after: number;
  readonly subgraph: SubgraphName;
}

const command = new Command("audit:heads")
  .description("Print the signed heads of the audit, one JSON object a line, to be kept elsewhere.")
  .option("--after <number>", "only heads behind that one", headNumber, 0)
  .addOption(subgraphOption())
  .addHelpText("after", "\nExit codes: 0 printed, 1 failed, 2 wrong usage.")
  .exitOverride()
  .action(print);

function headNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("It is the number of a head.");
  return Number(text);
}

function print({ after, subgraph }: Options): Promise<void> {
  return withSettings((settings) =>
    withWriter(settings, { subgraph }, ({ url }) =>
      withSealer(settings, url, (client) =>
        withChainReader(client, async (chain) => {
          for await (const head of chain.heads(after)) process.stdout.write(headLine(head));
        }),
      ),
    ),
  );
}

await runCommand(command, "The heads could not be printed");
