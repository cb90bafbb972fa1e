/** Whoever reads the graph reads what each place of it means, and at the end of a field of which data class it is. */
import { describe, expect, it } from "@jest/globals";
import {
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";
import { ownFields, type PlaceClass } from "../../authorisation/classification.js";
import { allSubgraphs } from "../../hub/subgraphs.js";

interface Place {
  readonly coordinate: string;
  readonly description: string;
}

const place = (coordinate: string, description: string | null | undefined): Place => ({
  coordinate,
  description: description ?? "",
});

/** Names with an underscore are those of federation. */
const isFederations = (name: string): boolean => name.startsWith("_") || name.includes("__");

function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !isFederations(type.name),
  );
}

/** Every place but the two roots, which belong to no subgraph. */
function places(schema: GraphQLSchema): Place[] {
  const roots: readonly unknown[] = [schema.getQueryType(), schema.getMutationType()];
  const fields = [...ownFields(schema)];
  return [
    ...ownTypes(schema)
      .filter((type) => !roots.includes(type))
      .map(({ name, description }) => place(name, description)),
    ...fields.map(({ coordinate, field }) => place(coordinate, field.description)),
    ...fields.flatMap(({ coordinate, field }) =>
      field.args.map(({ name, description }) => place(`${coordinate}(${name}:)`, description)),
    ),
    ...ownTypes(schema)
      .filter(isInputObjectType)
      .flatMap((type) => Object.values(type.getFields()).map((field) => placeIn(type, field))),
    ...ownTypes(schema)
      .filter(isEnumType)
      .flatMap((type) => type.getValues().map((value) => placeIn(type, value))),
  ];
}

function placeIn(
  type: GraphQLNamedType,
  { name, description }: { readonly name: string; readonly description?: string | null | undefined },
): Place {
  return place(`${type.name}.${name}`, description);
}

/** `NARRATIVE:released` is read as "NARRATIVE (released)". A carrier holds nothing that would have a class. */
function ending(placeClass: PlaceClass | undefined): string | null {
  return placeClass === undefined || placeClass === "CARRIER"
    ? null
    : `. Data class: ${placeClass.replace(/:(.*)/, " ($1)")}.`;
}

function saysItsClass(description: string, placeClass: PlaceClass | undefined): boolean {
  const end = ending(placeClass);
  return end === null ? !/\bData class:/.test(description) : description.endsWith(end);
}

describe.each(allSubgraphs())("the $name subgraph", ({ schema, classification }) => {
  it("describes every type, field, argument, field of an input and value, in a sentence", () => {
    const undescribed = places(schema).filter(({ description }) => !/^\S.*\.$/s.test(description));
    expect(undescribed.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it("says at the end of what a field means of which data class it is, where it holds data", () => {
    const silent = [...ownFields(schema)].filter(
      ({ coordinate, field }) => !saysItsClass(field.description ?? "", classification.get(coordinate)),
    );
    expect(silent.map(({ coordinate }) => coordinate)).toEqual([]);
  });
});
