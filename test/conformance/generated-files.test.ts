/** What is committed under schema/ is what the code makes today. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { generatedSchemaFiles } from "../../hub/generated-schema-files.js";
import { subgraphNames } from "../../settings/structured-settings.js";

const generated = generatedSchemaFiles().map(({ file, content }) => ({
  file: path.basename(file),
  full: file,
  content,
}));

describe("schema/", () => {
  it("has a file for each subgraph, the supergraph and the access matrix", () => {
    const names = [...subgraphNames.map((name) => `${name}.graphql`), "supergraph.graphql", "access-matrix.md"];
    expect(generated.map(({ file }) => file).sort()).toEqual(names.sort());
  });

  it.each(generated)("$file is current: `npm run compose` changes nothing", ({ full, content }) => {
    // Compared as a whole first: a difference of thousands of lines is no message.
    const committed = readFileSync(full, "utf8");
    const firstDifference = content.split("\n").find((line, index) => line !== committed.split("\n")[index]);
    expect(firstDifference).toBeUndefined();
    expect(committed === content).toBe(true);
  });
});
