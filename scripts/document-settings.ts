/** `npm run document:settings`: writes docs/settings.md from the settings that the hub reads. */
import { readFile, writeFile } from "node:fs/promises";
import { Command } from "commander";
import { settingsPage } from "../settings/settings-page.js";

const page = new URL("../docs/settings.md", import.meta.url);

const options = new Command("document:settings")
  .description("Writes docs/settings.md from the settings that the hub reads.")
  .option("--check", "write nothing; fail where the committed page is not what the code gives")
  .parse()
  .opts<{ readonly check?: boolean }>();

const isCurrent = (await readFile(page, "utf8").catch(() => "")) === settingsPage();
if (isCurrent) process.stderr.write("docs/settings.md is current.\n");
else if (options.check === true) {
  process.stderr.write("docs/settings.md is not what the code gives; run npm run document:settings.\n");
  process.exitCode = 3;
} else await writeFile(page, settingsPage());
