/**
 * `npm run audit:verify`: walks the chain behind the audit and says where it first goes wrong. It changes
 * nothing of it, and may run while the hub serves. Exit codes: 0 it holds, 1 it could not be verified, 2 wrong usage,
 * 3 it does not hold.
 */
import { Command } from "commander";
import { inWords } from "../audit/chain-fault.js";
import { withChainReader } from "../audit/chain-reader.js";
import { verifyAudit, type AuditVerdict } from "../audit/verify-audit.js";
import { readHeads } from "../hub/heads-file.js";
import { fail, runCommand, subgraphOption, withSettings, withWriter } from "../hub/run-command.js";
import { withSealer } from "../hub/sealing.js";
import type { SubgraphName } from "../settings/structured-settings.js";

interface Options {
  readonly heads?: string;
  readonly subgraph: SubgraphName;
  readonly json?: true;
}

const command = new Command("audit:verify")
  .description("Verify the audit: that no entry was changed, removed, exchanged or added since it was sealed.")
  .option(
    "--heads <file>",
    "heads that were kept elsewhere, as audit:heads prints them; without them a cut end is not seen",
  )
  .addOption(subgraphOption())
  .option("--json", "print the result as a JSON object")
  .addHelpText("after", "\nExit codes: 0 it holds, 1 it could not be verified, 2 wrong usage, 3 it does not hold.")
  .exitOverride()
  .action(verify);

function verify({ heads, subgraph, json }: Options): Promise<void> {
  return withSettings((settings) =>
    withWriter(settings, { subgraph }, async ({ url }) => {
      const kept = readHeads(heads);
      const verdict = await withSealer(settings, url, (client) =>
        withChainReader(client, (chain) => verifyAudit(chain, settings.auditKeys, kept)),
      );
      const holds = verdict.wrong === null;
      if (json) process.stdout.write(`${JSON.stringify({ holds, ...verdict })}\n`);
      else if (holds) process.stdout.write(`${holdsInWords(verdict)}\n`);
      else fail(inWords(verdict.wrong));
      if (!holds) process.exitCode = 3;
    }),
  );
}

function holdsInWords({ position, signed, waiting }: AuditVerdict): string {
  return `The audit holds: ${position} entries are sealed, ${signed} of them under a signed head; ${waiting ?? 0} are not sealed yet.`;
}

await runCommand(command, "The audit could not be verified");
