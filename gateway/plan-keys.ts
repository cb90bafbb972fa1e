/**
 * Keys that the query planner fetches for itself, to go on with a record in another subgraph. It puts them into the
 * answer under their own names, so an alias that takes such a name would be answered with the key instead of the field.
 */
import { isObjectType, Kind } from "graphql";
import type { ConstDirectiveNode, GraphQLNamedType, GraphQLSchema } from "graphql";

const keysBySchema = new WeakMap<GraphQLSchema, ReadonlyMap<string, ReadonlySet<string>>>();

/** Notes for the public schema what the supergraph says of keys; only of types that several subgraphs share. */
export function notePlanKeys(schema: GraphQLSchema, supergraph: GraphQLSchema): void {
  const keys = Object.values(supergraph.getTypeMap()).flatMap((type) => {
    const joined = isObjectType(type) ? keysOf(type) : [];
    return joined.length > 1 ? [[type.name, new Set(joined.flatMap((key) => key.match(/\w+/g) ?? []))] as const] : [];
  });
  keysBySchema.set(schema, new Map(keys));
}

export function isPlanKey(schema: GraphQLSchema, typeName: string, fieldName: string): boolean {
  return keysBySchema.get(schema)?.get(typeName)?.has(fieldName) ?? false;
}

/** The key of each subgraph that has the type: `@join__type(graph: CONCERNS, key: "code")`. */
function keysOf({ astNode }: GraphQLNamedType): string[] {
  return (astNode?.directives ?? [])
    .filter(({ name }) => name.value === "join__type")
    .map((joined) => keyArgument(joined))
    .filter((key) => key !== undefined);
}

function keyArgument({ arguments: given = [] }: ConstDirectiveNode): string | undefined {
  const value = given.find(({ name }) => name.value === "key")?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
