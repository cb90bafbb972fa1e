/** The committed supergraph and the subgraph schemas that it was composed from. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Composition } from "../gateway/attestation.js";
import { subgraphNames } from "../settings/structured-settings.js";

const schemaFolder = new URL("../schema/", import.meta.url);

export function schemaFile(name: string): string {
  return fileURLToPath(new URL(`${name}.graphql`, schemaFolder));
}

export function committedComposition(): Composition {
  const hashes = subgraphNames.map((name) => {
    const sdl = readFileSync(schemaFile(name));
    return [name, createHash("sha256").update(sdl).digest("hex")] as const;
  });
  return {
    supergraphSdl: readFileSync(schemaFile("supergraph"), "utf8"),
    sdlHashes: Object.fromEntries(hashes),
  };
}
