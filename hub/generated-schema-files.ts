/** What schema/ holds beside the migrations, worked out from the code. */
import { fileURLToPath } from "node:url";
import { composeServices } from "@apollo/composition";
import { isObjectType, parse } from "graphql";
import { accessMatrix } from "../authorisation/access-matrix.js";
import { HubError } from "../errors/hub-error.js";
import { schemaFile } from "./composition.js";
import type { Classification } from "../authorisation/classification.js";
import type { Subgraph } from "../subgraphs/define-subgraph.js";
import { allSubgraphs } from "./subgraphs.js";

export interface GeneratedFile {
  /** Absolute path. */
  readonly file: string;
  readonly content: string;
}

/** Subgraphs are reached by settings, never by an address in the supergraph. */
const noAddress = (name: string): string => `http://${name}.invalid/graphql`;

export function generatedSchemaFiles(): GeneratedFile[] {
  const subgraphs = allSubgraphs();
  const composed = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: noAddress(name), typeDefs: parse(sdl) })),
  );
  if (composed.errors !== undefined)
    throw new HubError("INTERNAL", {}, { cause: composed.errors.map(({ message }) => message).join("\n") });
  return [
    ...subgraphs.map(({ name, sdl }) => ({ file: schemaFile(name), content: sdl })),
    { file: schemaFile("supergraph"), content: `${composed.supergraphSdl}\n` },
    {
      file: fileURLToPath(new URL("../schema/access-matrix.md", import.meta.url)),
      content: accessMatrix(outputFields(subgraphs)),
    },
  ];
}

/** Fields of object types; what may be written is a matter of the commands. */
function outputFields(subgraphs: readonly Subgraph[]): Classification {
  const entries = subgraphs.flatMap(({ schema, classification }) =>
    [...classification].filter(([coordinate]) => isObjectType(schema.getType(coordinate.split(".")[0] ?? ""))),
  );
  return new Map(entries);
}
