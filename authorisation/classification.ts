/**
 * Which compartment each place in a schema belongs to, by schema coordinate (`Type.field`, `Type.field(argument:)`,
 * `Input.field`), and what is wrong with it. A schema with a finding is not served.
 */
import {
  isInputObjectType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { compartments, existence, type Compartment } from "./data-class.js";

/**
 * PUBLIC is open to every caller. A CARRIER holds no data of its own (a page, a payload, a value inside a field):
 * it is guarded by the field that leads to it and by the classes of what it leads to.
 */
export type PlaceClass = Compartment | "PUBLIC" | "CARRIER";
export type Classification = ReadonlyMap<string, PlaceClass>;

/** The root fields and the type with fields that federation itself adds; what they lead to is classified. */
const federationType = "_Service";
const federationFields: ReadonlySet<string> = new Set(["Query._service", "Query._entities"]);

export function isProtected(placeClass: PlaceClass | undefined): placeClass is Compartment {
  return placeClass !== undefined && placeClass !== "PUBLIC" && placeClass !== "CARRIER";
}

/** Every object type of the schema that the hub defined, with its fields. */
export function* ownFields(
  schema: GraphQLSchema,
): Generator<{ type: GraphQLObjectType; field: GraphQLField<unknown, unknown>; coordinate: string }> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isForeign(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (!federationFields.has(coordinate)) yield { type, field, coordinate };
    }
  }
}

/** Places without a class, classes without a place, and fields that could be redacted but may not be null. */
export function classificationFindings(schema: GraphQLSchema, classification: Classification): string[] {
  const findings: string[] = [];
  const seen = new Set<string>();
  const expectClass = (coordinate: string): void => {
    seen.add(coordinate);
    const placeClass = classification.get(coordinate);
    if (placeClass === undefined) findings.push(`${coordinate} has no data class`);
    else if (isProtected(placeClass) && !compartments.includes(placeClass))
      findings.push(`${coordinate} has the unknown data class ${placeClass}`);
  };

  for (const { field, coordinate } of ownFields(schema)) {
    expectClass(coordinate);
    const placeClass = classification.get(coordinate);
    if (isProtected(placeClass) && placeClass !== existence && isNonNullType(field.type))
      findings.push(`${coordinate} can be redacted (${placeClass}) but is declared non-null`);
    field.args.forEach((argument: GraphQLArgument) => {
      expectClass(`${coordinate}(${argument.name}:)`);
    });
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInputObjectType(type)) continue;
    Object.keys(type.getFields()).forEach((name) => {
      expectClass(`${type.name}.${name}`);
    });
  }
  for (const coordinate of classification.keys())
    if (!seen.has(coordinate)) findings.push(`${coordinate} is classified but does not exist`);
  return findings;
}

function isForeign(type: GraphQLNamedType): boolean {
  return isIntrospectionType(type) || type.name === federationType;
}
