/** `npm start`: the whole hub in one process, until Ctrl-C. */
import closeWithGrace from "close-with-grace";
import { Command } from "commander";
import { createLogger } from "../gateway/logger.js";
import { openHub } from "../hub/open-hub.js";
import { readSettings } from "../settings/settings.js";

new Command("start").description("Starts the hub: database, subgraphs, gateway and pages. Ctrl-C stops it.").parse();

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const read = readSettings(process.env);
if ("findings" in read) {
  process.stderr.write(`${read.findings.join("\n")}\n`);
  process.exitCode = 1;
} else {
  const { settings } = read;
  const logger = createLogger(settings.logLevel);
  const started = performance.now();
  const hub = await openHub({ settings, logger, log: say });
  closeWithGrace({ delay: 14_000, logger: false }, () => hub.close());
  const { publicUrl } = settings;
  say(`Ready in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  say(`  ${publicUrl}/           what the hub is, and where to go`);
  say(`  ${publicUrl}/explorer   ask the graph in the browser`);
  say(`  ${publicUrl}/graphql    the graph`);
  if (settings.demonstration) say("  npm run token -- midlands-lead   a token to try it with");
  say("Ctrl-C stops it.");
}
