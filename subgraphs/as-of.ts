/**
 * Records as they were known on a day. A record carries the day as of which it was read, and whatever hangs on it is
 * read as of that day as well: in one place for every field, so that no resolver has to remember it. What is told of
 * the present alone is null.
 */
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import { ownFields } from "../authorisation/classification.js";
import type { PlaceExtensions } from "./annotations.js";
import type { SubgraphContext } from "./subgraph-context.js";

/** The key under which a record carries its day. A symbol: no query, alias or input can name it. */
export const asOfKey: unique symbol = Symbol("as of");

const pasts = new WeakMap<SubgraphContext, Map<string, SubgraphContext>>();

/** The same request as of a day, with loaders of its own: what is read of several days does not mix. */
export function contextAsOf(context: SubgraphContext, day: string): SubgraphContext {
  const days = pasts.get(context) ?? new Map<string, SubgraphContext>();
  pasts.set(context, days);
  const { database } = context;
  const past = days.get(day) ?? {
    ...context,
    today: day,
    asOf: day,
    database: { ...database, ...database.asOf(day) },
    loaders: new Map(),
  };
  days.set(day, past);
  return past;
}

/** Coordinates of the fields that are annotated so. */
export function ofThePresentIn(annotated: GraphQLSchema): ReadonlySet<string> {
  const fields = [...ownFields(annotated)].filter(({ field }) => (field.extensions as PlaceExtensions).ofThePresent);
  return new Set(fields.map(({ coordinate }) => coordinate));
}

/** Wraps the resolvers of a schema, before its guard does. */
export function readInTheirTime(schema: GraphQLSchema, ofThePresent: ReadonlySet<string>): void {
  for (const { field, coordinate } of ownFields(schema)) {
    const { resolve } = field;
    if (ofThePresent.has(coordinate)) field.resolve = nullInThePast(resolve ?? defaultFieldResolver);
    else if (resolve !== undefined) field.resolve = inItsTime(resolve);
  }
}

type Resolver = GraphQLFieldResolver<unknown, unknown>;

function inItsTime(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const day = dayOf(source);
    return resolve(source, args, day === undefined ? context : contextAsOf(context as SubgraphContext, day), info);
  };
}

function nullInThePast(resolve: Resolver): Resolver {
  return (source, args, context, info) => (dayOf(source) === undefined ? resolve(source, args, context, info) : null);
}

function dayOf(source: unknown): string | undefined {
  if (typeof source !== "object" || source === null) return undefined;
  return (source as { readonly [asOfKey]?: string })[asOfKey];
}
