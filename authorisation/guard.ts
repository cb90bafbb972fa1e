/**
 * The guard: one place in the graph through which every protected field is read. It wraps the finished executable
 * schema in place, so decorators, default resolvers and federation's `_entities` all pass through it. It decides
 * synchronously from the standing that came with the record, before and without looking at the value.
 */
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import { classificationFindings, isProtected, ownFields, type Classification } from "./classification.js";
import { dataClassOf, type Compartment, type DataClass } from "./data-class.js";
import type { DisclosureLog } from "./disclosure-log.js";
import { standingKey, type StandingRecord } from "./standing.js";

/** What the guard needs of the context of a request. */
export interface GuardedContext {
  readonly disclosures: DisclosureLog;
}

/** A schema that the guard has wrapped, and the data classes it answers for. */
export interface GuardedSchema {
  readonly schema: GraphQLSchema;
  readonly dataClasses: readonly DataClass[];
}

export type GuardResult = { readonly guarded: GuardedSchema } | { readonly findings: readonly string[] };

/** Wraps the schema, or says why it must not be served. */
export function guardSchema(schema: GraphQLSchema, classification: Classification): GuardResult {
  const findings = classificationFindings(schema, classification);
  if (findings.length > 0) return { findings };

  const guardedClasses = new Set<DataClass>();
  for (const { type, field, coordinate } of ownFields(schema)) {
    const placeClass = classification.get(coordinate);
    if (!isProtected(placeClass)) continue;
    guardedClasses.add(dataClassOf(placeClass));
    field.resolve = guardField(type.name, field.name, placeClass, field.resolve ?? defaultFieldResolver);
  }
  return { guarded: { schema, dataClasses: [...guardedClasses].sort() } };
}

function guardField(
  type: string,
  field: string,
  compartment: Compartment,
  resolve: GraphQLFieldResolver<unknown, unknown>,
): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    const { disclosures } = context as GuardedContext;
    if (!hasStanding(source)) return null;
    const standing = source[standingKey];
    if (!standing.readable.has(compartment)) {
      disclosures.redact(source, type, field, compartment, standing.reasonFor(compartment));
      return null;
    }
    disclosures.disclose(source, type, field);
    return resolve(source, args, context, info);
  };
}

/** A value that no visible view produced has no standing, and nothing protected is read from it. */
function hasStanding(source: unknown): source is StandingRecord {
  return typeof source === "object" && source !== null && standingKey in source;
}
