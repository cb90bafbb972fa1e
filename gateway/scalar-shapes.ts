/**
 * A supergraph has scalars by name alone, so whatever is sent for one fits. Here they get the shape that they have in
 * the subgraphs, for what is wrong to be refused, with its place, before anything is planned. Subgraphs check it again.
 */
import { isScalarType, valueFromASTUntyped } from "graphql";
import type { GraphQLScalarType, GraphQLSchema } from "graphql";

export function giveShapes(schema: GraphQLSchema, scalars: readonly GraphQLScalarType[]): void {
  for (const { name, parseValue, parseLiteral } of scalars) {
    const named = schema.getType(name);
    if (!isScalarType(named)) continue;
    named.parseValue = (value) => checked(value, () => parseValue(value));
    named.parseLiteral = (node, variables) =>
      checked(valueFromASTUntyped(node, variables), () => parseLiteral(node, variables));
  }
}

/** As it came, where the shape takes it: subgraphs are sent what the client sent. */
function checked(value: unknown, check: () => unknown): unknown {
  try {
    check();
  } catch {
    // An error of GraphQL would be told as it is, and has no place.
    throw new TypeError("The value is not of the scalar's shape.");
  }
  return value;
}
