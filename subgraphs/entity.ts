/**
 * Entities of the federation, resolved like any other read. A representation is hostile input: only its key is
 * believed, and a record is loaded by it through the caller's visible view. There are no other reference resolvers.
 */
import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import { HubError } from "../errors/hub-error.js";
import { askedFields } from "./asked-fields.js";
import type { SubgraphContext } from "./subgraph-context.js";

export interface Entity {
  readonly typeName: string;
  readonly keyField: "id" | "code";
  readonly keyShape: RegExp;
  /** Loads records for distinct keys; one that the caller may not know of is absent. Keys not in the map become null. */
  load(
    context: SubgraphContext,
    keys: readonly string[],
    fields: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, object>>;
}

/** An entity that another subgraph owns and this one only adds fields to: the key is all there is. */
export function stubEntity(typeName: string, keyField: Entity["keyField"], keyShape: RegExp): Entity {
  return {
    typeName,
    keyField,
    keyShape,
    load: (_context, keys) =>
      Promise.resolve(new Map(keys.map((key) => [key, { __typename: typeName, [keyField]: key }]))),
  };
}

const mostRepresentations = 1_000;

type Representation = Readonly<Record<string, unknown>>;

export function entitiesResolver(entities: readonly Entity[]): GraphQLFieldResolver<unknown, SubgraphContext> {
  const byType = new Map(entities.map((entity) => [entity.typeName, entity]));
  return async (_source, { representations }: { representations?: readonly Representation[] }, context, info) => {
    const asked = representations ?? [];
    if (asked.length > mostRepresentations)
      throw new HubError("LIMIT_EXCEEDED", { limit: "representations", most: mostRepresentations });
    const records = await loadByType(byType, asked, context, info);
    return asked.map((representation) => {
      const key = keyOf(byType, representation);
      return key === undefined ? null : (records.get(key.entity)?.get(key.value) ?? null);
    });
  };
}

async function loadByType(
  byType: ReadonlyMap<string, Entity>,
  representations: readonly Representation[],
  context: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<ReadonlyMap<Entity, ReadonlyMap<string, object>>> {
  const keys = new Map<Entity, Set<string>>();
  for (const representation of representations) {
    const key = keyOf(byType, representation);
    if (key !== undefined) keys.set(key.entity, (keys.get(key.entity) ?? new Set<string>()).add(key.value));
  }
  const loaded = [...keys].map(async ([entity, values]) => {
    const records = await entity.load(context, [...values], askedFields(info, entity.typeName));
    return [entity, records] as const;
  });
  return new Map(await Promise.all(loaded));
}

function keyOf(
  byType: ReadonlyMap<string, Entity>,
  representation: Representation,
): { entity: Entity; value: string } | undefined {
  const typeName = representation["__typename"];
  const entity = typeof typeName === "string" ? byType.get(typeName) : undefined;
  if (entity === undefined) return undefined;
  const value = representation[entity.keyField];
  return typeof value === "string" && entity.keyShape.test(value) ? { entity, value } : undefined;
}
