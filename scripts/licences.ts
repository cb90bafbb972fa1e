/**
 * `npm run licences`: writes the list of what the hub runs with, and under which licence, to THIRD-PARTY-LICENCES.md.
 * It goes by the lock file, so the list is the same on every machine; what stands above the list is written by hand.
 */
import { readFile, writeFile } from "node:fs/promises";
import { Command } from "commander";
import { z } from "zod";

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
});

const page = new URL("../THIRD-PARTY-LICENCES.md", import.meta.url);
const heading = "## Packages";

const options = new Command("licences")
  .description("Writes the list of packages and licences in THIRD-PARTY-LICENCES.md from package-lock.json.")
  .option("--check", "write nothing; fail where the committed list is not what the lock file gives")
  .parse()
  .opts<{ readonly check?: boolean }>();

const { packages } = lockFile.parse(
  JSON.parse(await readFile(new URL("../package-lock.json", import.meta.url), "utf8")),
);
const lines = Object.entries(packages)
  .filter(([folder, { dev, devOptional }]) => folder !== "" && dev !== true && devOptional !== true)
  .map(([folder, { version = "", license = "not stated" }]) => {
    const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
    return `| ${name} | ${version} | ${license} |`;
  });

const committed = await readFile(page, "utf8");
const byHand = committed.slice(0, committed.indexOf(heading));
const list = [...new Set(lines)].sort().join("\n");
const current = `${byHand}${heading}\n\n| package | version | licence |\n| --- | --- | --- |\n${list}\n`;

if (current === committed) process.stderr.write("The list of licences is current.\n");
else if (options.check === true) {
  process.stderr.write("THIRD-PARTY-LICENCES.md is not what package-lock.json gives; run npm run licences.\n");
  process.exitCode = 3;
} else await writeFile(page, current);
