/**
 * Takes from a subgraph's reply the fields that its document asked for and nothing else. Replies are merged into one
 * record by key, so a field that was not asked of this subgraph could overwrite one that another subgraph owns.
 */
import { isAbstractType, isObjectType, Kind, parse } from "graphql";
import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, SelectionSetNode } from "graphql";
import { LRUCache } from "lru-cache";

/** What was asked of one object, by its concrete type where that is known; null stands for a leaf. */
interface Shape {
  fieldsOf(typename: string | undefined): ReadonlyMap<string, Shape | null>;
}

type Data = Record<string, unknown>;

export interface ReplyShapes {
  /** Undefined when the reply answers another question, e.g. for other entities than those that were sent. */
  take(document: string, variables: Readonly<Data>, data: Data): Data | undefined;
}

/** Subgraph documents come from cached plans; this many of them are kept. */
const keptShapes = 500;

/** `schema` is the supergraph's: it knows the types that the public graph hides. */
export function createReplyShapes(schema: GraphQLSchema): ReplyShapes {
  const shapes = new LRUCache<string, Shape>({ max: keptShapes });
  return {
    take(document, variables, data) {
      const shape = shapes.get(document) ?? shapeOf(parse(document, { noLocation: true }), schema);
      shapes.set(document, shape);
      const representations = variables["representations"];
      if (!Array.isArray(representations)) return takeObject(shape, data, schema, undefined);
      const entities = shape.fieldsOf(undefined).get("_entities");
      const replied = Object.hasOwn(data, "_entities") ? data["_entities"] : undefined;
      if (entities == null || !Array.isArray(replied) || replied.length !== representations.length) return undefined;
      return {
        _entities: replied.map((entity, index) => takeEntity(entities, entity, representations[index], schema)),
      };
    },
  };
}

function takeEntity(shape: Shape, entity: unknown, representation: unknown, schema: GraphQLSchema): Data | null {
  if (!isRecord(entity) || !isRecord(representation)) return null;
  const asked = knownType(representation["__typename"], schema);
  const taken = takeObject(shape, entity, schema, asked);
  const stated = taken["__typename"];
  // An entity that comes back as something else is not the one that was asked for.
  const isTheSame = stated === undefined || (typeof stated === "string" && appliesTo(schema, asked, stated));
  return isTheSame ? taken : null;
}

function takeObject(shape: Shape, data: Data, schema: GraphQLSchema, typename: string | undefined): Data {
  const taken = Object.create(null) as Data;
  const type = typename ?? knownType(Object.hasOwn(data, "__typename") ? data["__typename"] : undefined, schema);
  for (const [key, inner] of shape.fieldsOf(type)) {
    if (Object.hasOwn(data, key)) taken[key] = inner === null ? data[key] : takeValue(inner, data[key], schema);
  }
  return taken;
}

function takeValue(shape: Shape, value: unknown, schema: GraphQLSchema): unknown {
  if (Array.isArray(value)) return value.map((item) => takeValue(shape, item, schema));
  return isRecord(value) ? takeObject(shape, value, schema, undefined) : null;
}

function shapeOf(document: DocumentNode, schema: GraphQLSchema): Shape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: SelectionSetNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition.selectionSet);
  }

  function collect(set: SelectionSetNode, typename: string | undefined, found: Map<string, SelectionSetNode[] | null>) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const below = selection.selectionSet;
        found.set(key, below === undefined ? null : [...(found.get(key) ?? []), below]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment === undefined) continue;
      if (appliesTo(schema, fragment.typeCondition?.name.value, typename))
        collect(fragment.selectionSet, typename, found);
    }
  }

  function shapeOfSets(sets: readonly SelectionSetNode[]): Shape {
    const byType = new Map<string | undefined, ReadonlyMap<string, Shape | null>>();
    return {
      fieldsOf(typename) {
        const known = byType.get(typename);
        if (known !== undefined) return known;
        const found = new Map<string, SelectionSetNode[] | null>();
        for (const set of sets) collect(set, typename, found);
        const fields = new Map([...found].map(([key, below]) => [key, below && shapeOfSets(below)] as const));
        byType.set(typename, fields);
        return fields;
      },
    };
  }

  return shapeOfSets(operations);
}

/** Whether an object of this type meets the condition. One of unknown type may meet any. */
function appliesTo(schema: GraphQLSchema, condition: string | undefined, typename: string | undefined): boolean {
  if (condition === undefined || typename === undefined || condition === typename) return true;
  const [type, concrete] = [schema.getType(condition), schema.getType(typename)];
  return isAbstractType(type) && isObjectType(concrete) && schema.isSubType(type, concrete);
}

function knownType(typename: unknown, schema: GraphQLSchema): string | undefined {
  return typeof typename === "string" && schema.getType(typename) !== undefined ? typename : undefined;
}

function isRecord(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
