/** The standards subgraph: the library of frameworks and standards, and how they map to one another. All of it is public. */
import { defineSubgraph, type Subgraph } from "../define-subgraph.js";
import { readFrameworks } from "./framework-reader.js";
import { FrameworkResolver } from "./framework-resolver.js";
import { frameworkIdShape, standardIdShape } from "./standard-keys.js";
import { readStandards } from "./standard-reader.js";
import { StandardMappingResolver, StandardResolver } from "./standard-resolver.js";

export const standardsSubgraph = (): Subgraph =>
  defineSubgraph({
    name: "standards",
    resolvers: [StandardResolver, StandardMappingResolver, FrameworkResolver],
    entities: [
      { typeName: "Standard", keyField: "id", keyShape: standardIdShape, load: readStandards },
      { typeName: "Framework", keyField: "id", keyShape: frameworkIdShape, load: readFrameworks },
    ],
    records: [],
  });
