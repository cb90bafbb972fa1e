/**
 * The guard: one place in the graph through which every protected field is read. It wraps the finished executable
 * schema in place, so decorators, default resolvers and federation's `_entities` all pass through it. It decides
 * synchronously from the standing that came with the record, before and without looking at the value; and it notes
 * what was given, for the audit.
 */
import { defaultFieldResolver, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import { classificationFindings, isProtected, ownFields, type Classification } from "./classification.js";
import { conditionsGiven } from "./conditions-given.js";
import { dataClassOf, type Compartment, type DataClass } from "./data-class.js";
import type { GuardedContext } from "./disclosure-log.js";
import { noteCarriers } from "./note-carriers.js";
import { hasStanding, readingOf, standingKey } from "./standing.js";

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
    field.resolve = guardField(type.name, field, placeClass, conditionsGiven(field, coordinate, classification));
  }
  if (guardedClasses.size > 0) noteCarriers(schema, classification);
  return { guarded: { schema, dataClasses: [...guardedClasses].sort() } };
}

function guardField(
  type: string,
  { name, resolve = defaultFieldResolver }: GraphQLField<unknown, unknown>,
  compartment: Compartment,
  conditions: ReturnType<typeof conditionsGiven>,
): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    const { disclosures } = context as GuardedContext;
    // A value that no visible view produced has no standing, and nothing protected is read from it.
    if (!hasStanding(source)) return null;
    const standing = source[standingKey];
    if (!standing.readable.has(compartment)) {
      disclosures.redact(source, type, name, compartment, standing.reasonFor(compartment));
      return null;
    }
    disclosures.disclose(source, type, name, conditions?.(args), standing.agreements.get(compartment));
    return resolve(source, args, readingOf(source, context), info);
  };
}
