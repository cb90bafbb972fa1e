/** The gateway checks values early by the scalars it is handed: they have to be those of the subgraphs. */
import { expect, it } from "@jest/globals";
import { isScalarType, isSpecifiedScalarType } from "graphql";
import { graphScalars } from "../../hub/graph-scalars.js";
import { allSubgraphs } from "../../hub/subgraphs.js";

/** Of the federation, and in no client's graph. */
const isFederated = (name: string): boolean => name.startsWith("_") || name.includes("__");

it("every scalar of every subgraph is among them, as it is there", () => {
  const ofSubgraphs = allSubgraphs()
    .flatMap(({ schema }) => Object.values(schema.getTypeMap()))
    .filter(isScalarType)
    .filter((scalar) => !isSpecifiedScalarType(scalar) && !isFederated(scalar.name));
  expect([...new Set(ofSubgraphs.map(({ name }) => name))].sort()).toEqual(graphScalars.map(({ name }) => name).sort());
  for (const scalar of ofSubgraphs) {
    const handed = graphScalars.find(({ name }) => name === scalar.name);
    expect(handed?.parseValue).toBe(scalar.parseValue);
    expect(handed?.parseLiteral).toBe(scalar.parseLiteral);
  }
});
