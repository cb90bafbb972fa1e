/** What can be said of a subgraph's types without asking anything: what may be null, and what an enum knows. */
import {
  isEnumType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";

/** Coordinates of fields that may be null, in order. */
export function nullableFields(schema: GraphQLSchema): string[] {
  return ownTypes(schema)
    .flatMap((type) =>
      ownFields(type)
        .filter((field) => !isNonNullType(field.type))
        .map((field) => `${type.name}.${field.name}`),
    )
    .sort();
}

export function enumValues(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
}

/** Names with an underscore are those of federation. */
function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !isFederations(type.name),
  );
}

function ownFields(type: GraphQLNamedType) {
  return isObjectType(type) ? Object.values(type.getFields()).filter(({ name }) => !name.startsWith("_")) : [];
}

function isFederations(name: string): boolean {
  return name.startsWith("_") || name.includes("__");
}
