/**
 * `npm run rotate:identity-keys`: seals under the newest key what is sealed under older ones, while the hub serves. Exit
 * codes: 0 done, 1 failed (a second run goes on from there), 2 wrong usage, 3 done but for what is still under an older
 * key.
 */
import { Command } from "commander";
import { rotateIdentityKeysAt } from "../hub/rotate-identity-keys-at.js";
import { runCommand, withSettings, withWriter } from "../hub/run-command.js";

const command = new Command("rotate:identity-keys")
  .description(
    "Seal who spoke up, the secrets of webhooks and the files on concerns under the first key of IDENTITY_KEYS. Every process of the hub must have that key before.",
  )
  .option("--json", "print what was sealed again and what is left as a JSON object")
  .addHelpText(
    "after",
    "\nExit codes: 0 done, 1 failed (a second run goes on from there), 2 wrong usage, 3 something is still under an older key.",
  )
  .exitOverride()
  .action(rotate);

function rotate({ json }: { readonly json?: true }): Promise<void> {
  return withSettings((settings) =>
    withWriter(settings, { subgraph: "concerns" }, async ({ url }) => {
      const rotation = await rotateIdentityKeysAt(settings, url);
      const lines = Object.entries(rotation).map(
        ([what, { resealed, left }]) => `${what}: ${resealed} sealed again, ${left} left under older keys`,
      );
      process.stdout.write(`${json ? JSON.stringify(rotation) : lines.join("\n")}\n`);
      if (Object.values(rotation).some(({ left }) => left > 0)) process.exitCode = 3;
    }),
  );
}

await runCommand(command, "The keys were not rotated");
