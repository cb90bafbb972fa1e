/** What can be said of a subgraph's types without asking anything: what has no description, and what may be null. */
import {
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";

/** Coordinates of types, fields, arguments, input fields and values that have no description. */
export function undescribed(schema: GraphQLSchema): string[] {
  const places = ownTypes(schema).flatMap((type) => {
    const own = isRoot(schema, type) ? [] : [[type.name, type.description] as const];
    if (isEnumType(type))
      return [...own, ...type.getValues().map((value) => [`${type.name}.${value.name}`, value.description] as const)];
    if (isInputObjectType(type))
      return [
        ...own,
        ...Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field.description] as const),
      ];
    const fields = ownFields(type).flatMap((field) => [
      [`${type.name}.${field.name}`, field.description] as const,
      ...field.args.map((argument) => [`${type.name}.${field.name}(${argument.name}:)`, argument.description] as const),
    ]);
    return [...own, ...fields];
  });
  return places.filter(([, description]) => (description ?? "") === "").map(([coordinate]) => coordinate);
}

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

function isRoot(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  return type === schema.getQueryType() || type === schema.getMutationType();
}
