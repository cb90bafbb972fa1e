/** Writes the generated files of schema/: the SDL of each subgraph, the supergraph and the access matrix. */
import { readFile, writeFile } from "node:fs/promises";
import { Command } from "commander";
import { generatedSchemaFiles } from "../hub/generated-schema-files.js";

const options = new Command("compose")
  .description("Writes schema/*.graphql and schema/access-matrix.md from the code.")
  .option("--check", "write nothing; fail where a committed file is not what the code gives")
  .parse()
  .opts<{ readonly check?: boolean }>();

const stale: string[] = [];
for (const { file, content } of generatedSchemaFiles()) {
  const committed = await readFile(file, "utf8").catch(() => "");
  if (committed === content) continue;
  stale.push(file);
  if (options.check !== true) await writeFile(file, content);
}
const words = options.check === true ? "not what the code gives; run npm run compose:" : "written:";
if (stale.length > 0) process.stderr.write(`${words}\n${stale.map((file) => `  ${file}`).join("\n")}\n`);
if (options.check === true && stale.length > 0) process.exitCode = 3;
