/**
 * Lets the audit know what is told beside the fields of records: that a record is there, how many there are, figures,
 * ends of pages, and by what they were chosen. It wraps every carrier that does not lie within the value of a protected
 * field, so a figure that somebody adds is noted without being remembered.
 */
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import { isProtected, ownFields, type Classification } from "./classification.js";
import { conditionsGiven } from "./conditions-given.js";
import type { GuardedContext } from "./disclosure-log.js";
import { hasStanding, readingOf } from "./standing.js";

type Resolver = GraphQLFieldResolver<unknown, unknown>;
type Types = ReadonlySet<GraphQLNamedType>;

export function noteCarriers(schema: GraphQLSchema, classification: Classification): void {
  const recordTypes = new Set<GraphQLObjectType>();
  for (const { type, coordinate } of ownFields(schema))
    if (isProtected(classification.get(coordinate))) recordTypes.add(type);

  const types = typesBesideRecords(schema, classification, recordTypes);
  for (const { type, field, coordinate } of ownFields(schema)) {
    if (!types.has(type) || classification.get(coordinate) !== "CARRIER") continue;
    const resolve = noteRecords(field.type, recordTypes, field.resolve ?? defaultFieldResolver);
    const saysSomething = type === schema.getQueryType() || isFigure(field.type, recordTypes);
    const conditions = conditionsGiven(field, coordinate, classification);
    field.resolve = noteField({ type: type.name, name: field.name, saysSomething, conditions, resolve });
  }
  const entities = schema.getQueryType()?.getFields()["_entities"];
  if (entities?.resolve !== undefined) entities.resolve = noteRecords(entities.type, recordTypes, entities.resolve);
}

/** Types reached from a query, which leads to entities as well, or from a record, by no field that is protected. */
function typesBesideRecords(
  schema: GraphQLSchema,
  classification: Classification,
  recordTypes: ReadonlySet<GraphQLObjectType>,
): Types {
  const reached = new Set<GraphQLObjectType>();
  const reach = (type: GraphQLObjectType): void => {
    if (reached.has(type)) return;
    reached.add(type);
    for (const field of Object.values(type.getFields())) {
      if (isProtected(classification.get(`${type.name}.${field.name}`))) continue;
      const next = getNamedType(field.type);
      if (isObjectType(next)) reach(next);
      if (isAbstractType(next)) schema.getPossibleTypes(next).forEach(reach);
    }
  };
  const query = schema.getQueryType();
  [...(query ? [query] : []), ...recordTypes].forEach(reach);
  return reached;
}

/** A value, or a list of anything but records, which are noted one by one. */
function isFigure(returns: GraphQLOutputType, recordTypes: Types): boolean {
  const named = getNamedType(returns);
  return isLeafType(named) || (isListType(getNullableType(returns)) && !showsRecords(named, recordTypes));
}

function showsRecords(named: GraphQLNamedType, recordTypes: Types): boolean {
  return isAbstractType(named) || recordTypes.has(named);
}

interface Noted {
  readonly type: string;
  readonly name: string;
  readonly saysSomething: boolean;
  readonly conditions: ReturnType<typeof conditionsGiven>;
  readonly resolve: Resolver;
}

/** The field is noted on the record it hangs on; without one where it says something by itself. */
function noteField({ type, name, saysSomething, conditions, resolve }: Noted): Resolver {
  return (source, args, context, info) => {
    const { disclosures } = context as GuardedContext;
    const chosenBy = conditions?.(args) ?? [];
    const id = keyOf(source);
    if (id !== undefined) disclosures.disclose({ id }, type, name, chosenBy);
    else if (saysSomething || chosenBy.length > 0) disclosures.tell(type, name, chosenBy);
    return resolve(source, args, readingOf(source, context), info);
  };
}

/** A record that is shown is known of, whichever of its fields are asked for. */
function noteRecords(returns: GraphQLOutputType, recordTypes: Types, resolve: Resolver): Resolver {
  const named = getNamedType(returns);
  if (!showsRecords(named, recordTypes)) return resolve;
  return (source, args, context, info) => {
    const { disclosures } = context as GuardedContext;
    const note = (shown: unknown): unknown => {
      for (const record of (Array.isArray(shown) ? shown : [shown]) as unknown[])
        if (hasStanding(record)) disclosures.show(record, isObjectType(named) ? named.name : typeNameOf(record));
      return shown;
    };
    const shown = resolve(source, args, context, info);
    return shown instanceof Promise ? shown.then(note) : note(shown);
  };
}

function keyOf(source: unknown): string | undefined {
  // At the root there is no source.
  const { id, code } = Object(source) as { readonly id?: unknown; readonly code?: unknown };
  const key = id ?? code;
  return typeof key === "string" ? key : undefined;
}

function typeNameOf(record: object): string {
  return String((record as { readonly __typename?: unknown }).__typename);
}
