/**
 * A subgraph is a value: its SDL, its guarded executable schema and the views behind it, made from annotated classes.
 * This is the one place that knows the seam between type-graphql and federation. A definition that the guard finds
 * fault with does not become a subgraph.
 */
import { createHash } from "node:crypto";
import { buildSubgraphSchema } from "@apollo/subgraph";
import type { GraphQLResolverMap } from "@apollo/subgraph/dist/schema-helper/resolverMap.js";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { parse, type GraphQLSchema } from "graphql";
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from "type-graphql";
import type { Classification } from "../authorisation/classification.js";
import { guardSchema } from "../authorisation/guard.js";
import type { DataClass } from "../authorisation/data-class.js";
import type { MaskedView } from "../database/masked-view.js";
import { ofThePresentIn, readInTheirTime } from "./as-of.js";
import { classificationOf } from "./classification-of.js";
import { entitiesResolver, type Entity } from "./entity.js";
import { maskedViewOf } from "./record-annotations.js";

export type SubgraphName = "concerns" | "organisations" | "standards";

export interface SubgraphDefinition {
  readonly name: SubgraphName;
  /** Resolver classes of type-graphql. */
  readonly resolvers: NonEmptyArray<new () => object>;
  /** Every type with a key, owned or extended. */
  readonly entities: readonly Entity[];
  /** Classes of records that come through generated views. */
  readonly records: readonly object[];
  /** Generated views of records that are no type of the graph. */
  readonly views?: readonly MaskedView[];
}

export interface Subgraph {
  readonly name: SubgraphName;
  readonly sdl: string;
  readonly sdlHash: string;
  readonly schema: GraphQLSchema;
  /** The data class of every field, argument and input field. */
  readonly classification: Classification;
  /** Data classes for which the guard of this schema answers. */
  readonly dataClasses: readonly DataClass[];
  readonly views: readonly MaskedView[];
}

const federationLink = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@authenticated", "@policy"]
)`;

export function defineSubgraph(definition: SubgraphDefinition): Subgraph {
  const annotated = buildSchemaSync({
    resolvers: definition.resolvers,
    validate: false,
    // The directives and @key types are checked by federation, which knows them.
    skipCheck: true,
  });
  const sdl = `${federationLink}\n\n${printSchemaWithDirectives(annotated)}\n`;
  const resolvers = createResolversMap(annotated) as GraphQLResolverMap<unknown>;
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
  const entities = schema.getQueryType()?.getFields()["_entities"];
  if (entities !== undefined) entities.resolve = entitiesResolver(definition.entities);

  readInTheirTime(schema, ofThePresentIn(annotated));
  const classification = classificationOf(annotated);
  const result = guardSchema(schema, classification);
  if ("findings" in result)
    throw new TypeError(`The ${definition.name} subgraph may not be served:\n${result.findings.join("\n")}`);
  return {
    name: definition.name,
    sdl,
    sdlHash: createHash("sha256").update(sdl).digest("hex"),
    schema: result.guarded.schema,
    classification,
    dataClasses: result.guarded.dataClasses,
    views: [...definition.records.map(maskedViewOf), ...(definition.views ?? [])],
  };
}
