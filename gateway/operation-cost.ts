/**
 * How many objects an operation may fetch at most: a field with a page size (`first`, `last`) or a list of keys
 * multiplies everything below it. Fragments are worked out once. Unknown fields count as one; validation refuses them.
 */
import { getNamedType, isInterfaceType, isObjectType, Kind, valueFromASTUntyped } from "graphql";
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

type Variables = Readonly<Record<string, unknown>>;

export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): OperationCost {
  const values = withDefaults(operation, variables);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const costs = new Map<string, number>();
  let largestPage = 0;

  function ofSet(selectionSet: SelectionSetNode, parent: GraphQLNamedType | undefined): number {
    return selectionSet.selections.reduce((total, selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return total + ofField(selection, parent);
        case Kind.INLINE_FRAGMENT:
          return total + ofSet(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? parent);
        case Kind.FRAGMENT_SPREAD:
          return total + ofFragment(selection.name.value);
      }
    }, 0);
  }

  function ofField(field: FieldNode, parent: GraphQLNamedType | undefined): number {
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    const size = sizeOf(field, definition);
    if (field.selectionSet === undefined) return 0;
    return size * (1 + ofSet(field.selectionSet, definition && getNamedType(definition.type)));
  }

  function ofFragment(name: string): number {
    const known = costs.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return 0;
    costs.set(name, 0);
    const cost = ofSet(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value));
    costs.set(name, cost);
    return cost;
  }

  function sizeOf(field: FieldNode, definition: GraphQLField<unknown, unknown> | undefined): number {
    const page = pageOf(field, definition);
    largestPage = Math.max(largestPage, page ?? 0);
    const keys = (field.arguments ?? []).map((argument) => listLength(argument));
    return Math.max(1, page ?? 0, ...keys);
  }

  function pageOf(field: FieldNode, definition: GraphQLField<unknown, unknown> | undefined): number | undefined {
    for (const argument of field.arguments ?? []) {
      if (argument.name.value !== "first" && argument.name.value !== "last") continue;
      const size = valueOf(argument);
      if (typeof size === "number") return size;
    }
    const size: unknown = definition?.args.find(({ name }) => name === "first")?.defaultValue;
    return typeof size === "number" ? size : undefined;
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
