/**
 * How many objects an operation may fetch, as far as its text tells: a page, a list of keys and a list without pages
 * each multiply everything below them. Where no page size is given it is the usual one, and a list without pages is
 * taken to have a usual length. Fragments are worked out once. Unknown fields count as one; validation refuses them.
 */
import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
} from "graphql";
import type {
  ArgumentNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from "graphql";

export interface OperationCost {
  readonly objects: number;
  readonly largestPage: number;
}

/** What is counted where the text of an operation does not say. */
export interface UsualSizes {
  readonly usualPage: number;
  readonly usualList: number;
}

type Variables = Readonly<Record<string, unknown>>;
type FieldDefinition = GraphQLField<unknown, unknown>;

export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  { usualPage, usualList }: UsualSizes,
): OperationCost {
  const values = withDefaults(operation, variables);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const costs = new Map<string, number>();
  let largestPage = 0;

  /** In a page, lists are the items that its size has counted already: `nodes`, `edges`. */
  function ofSet(selectionSet: SelectionSetNode, parent: GraphQLNamedType | undefined, inPage = false): number {
    return selectionSet.selections.reduce((total, selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return total + ofField(selection, parent, inPage);
        case Kind.INLINE_FRAGMENT:
          return (
            total + ofSet(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? parent, inPage)
          );
        case Kind.FRAGMENT_SPREAD:
          return total + ofFragment(selection.name.value, inPage);
      }
    }, 0);
  }

  function ofField(field: FieldNode, parent: GraphQLNamedType | undefined, inPage: boolean): number {
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    const page = pageOf(field, definition);
    largestPage = Math.max(largestPage, page ?? 0);
    if (field.selectionSet === undefined) return 0;
    const isList = definition !== undefined && isListType(getNullableType(definition.type));
    const unpaged = isList && page === undefined && !inPage ? usualList : 1;
    const size = Math.max(page ?? unpaged, longestKeyList(field));
    const below = definition && getNamedType(definition.type);
    return size * (1 + ofSet(field.selectionSet, below, page !== undefined && !isList));
  }

  function ofFragment(name: string, inPage: boolean): number {
    const key = `${name} ${inPage}`;
    const known = costs.get(key);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return 0;
    costs.set(key, 0);
    const cost = ofSet(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value), inPage);
    costs.set(key, cost);
    return cost;
  }

  function longestKeyList({ arguments: given = [] }: FieldNode): number {
    return Math.max(1, ...given.map((argument) => listLength(argument)));
  }

  /** Undefined where the field has no pages. */
  function pageOf(field: FieldNode, definition: FieldDefinition | undefined): number | undefined {
    for (const argument of field.arguments ?? []) {
      if (argument.name.value !== "first" && argument.name.value !== "last") continue;
      const size = valueOf(argument);
      if (typeof size === "number") return size;
    }
    const first = definition?.args.find(({ name }) => name === "first");
    if (first === undefined) return undefined;
    return typeof first.defaultValue === "number" ? first.defaultValue : usualPage;
  }

  function listLength(argument: ArgumentNode): number {
    if (argument.value.kind === Kind.LIST) return argument.value.values.length;
    if (argument.value.kind !== Kind.VARIABLE) return 1;
    const value = valueOf(argument);
    return Array.isArray(value) ? value.length : 1;
  }

  function valueOf({ value }: ArgumentNode): unknown {
    if (value.kind !== Kind.VARIABLE) return valueFromASTUntyped(value);
    return values.get(value.name.value);
  }

  function typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : schema.getType(name);
  }

  const objects = ofSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
  return { objects, largestPage };
}

function withDefaults(operation: OperationDefinitionNode, variables: Variables): Map<string, unknown> {
  const values = new Map(Object.entries(variables));
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue !== undefined && !values.has(variable.name.value)) {
      values.set(variable.name.value, valueFromASTUntyped(defaultValue));
    }
  }
  return values;
}
