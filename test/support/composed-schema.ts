/** The schema that the public endpoint answers by, as it is composed of those of the subgraphs. */
import { readFileSync } from "node:fs";
import { buildASTSchema, parse } from "graphql";

export const composedSchema = buildASTSchema(parse(readFileSync("schema/supergraph.graphql", "utf8")), {
  assumeValidSDL: true,
});
