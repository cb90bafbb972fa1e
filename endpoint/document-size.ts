/**
 * How large a document is once every fragment is written out, without writing it out: each selection set is measured
 * once and a spread adds the measure of its fragment. Linear in the length of the document, so that fragments which
 * double at every level cost no more to refuse than to read. Nothing is exempt, introspection included.
 */
import { Kind } from "graphql";
import type { DirectiveNode, DocumentNode, FragmentDefinitionNode, SelectionNode, SelectionSetNode } from "graphql";

export interface DocumentSize {
  readonly depth: number;
  readonly aliases: number;
  /** Fields at the level measured: for an operation, its root fields. */
  readonly fields: number;
  readonly selections: number;
  readonly directives: number;
  /** `__schema` or `__type` is asked for. */
  readonly introspects: boolean;
}

const nothing: DocumentSize = { depth: 0, aliases: 0, fields: 0, selections: 0, directives: 0, introspects: false };

/** A fragment that contains itself goes on for ever. */
const endless: DocumentSize = { ...nothing, depth: Infinity, selections: Infinity };

export interface MeasuredDefinition extends DocumentSize {
  readonly kind: "query" | "mutation" | "subscription" | "fragment";
}

/** The measure of each operation and fragment: validation walks all of them, whichever is executed. */
export function measureDocument(document: DocumentNode): MeasuredDefinition[] {
  const measureSelections = measurer(document);
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) return [];
    const isOperation = definition.kind === Kind.OPERATION_DEFINITION;
    const onVariables = isOperation
      ? (definition.variableDefinitions ?? []).map(({ directives }) => count(directives))
      : [];
    const directives = onVariables.reduce((total, some) => total + some, count(definition.directives));
    const size = sum(measureSelections(definition.selectionSet), { ...nothing, directives });
    return [{ ...size, kind: isOperation ? definition.operation : "fragment" }];
  });
}

function measurer(document: DocumentNode): (selectionSet: SelectionSetNode) => DocumentSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, DocumentSize>();

  function ofSet(selectionSet: SelectionSetNode): DocumentSize {
    return selectionSet.selections.reduce((total, selection) => sum(total, ofSelection(selection)), nothing);
  }

  function ofSelection(selection: SelectionNode): DocumentSize {
    const own = { ...nothing, selections: 1, directives: count(selection.directives) };
    switch (selection.kind) {
      case Kind.FIELD: {
        const below = selection.selectionSet === undefined ? nothing : ofSet(selection.selectionSet);
        const name = selection.name.value;
        return {
          depth: below.depth + 1,
          aliases: below.aliases + (selection.alias === undefined ? 0 : 1),
          fields: 1,
          selections: below.selections + 1,
          directives: below.directives + own.directives,
          introspects: below.introspects || name === "__schema" || name === "__type",
        };
      }
      case Kind.INLINE_FRAGMENT:
        return sum(own, ofSet(selection.selectionSet));
      case Kind.FRAGMENT_SPREAD:
        return sum(own, ofFragment(selection.name.value));
    }
  }

  function ofFragment(name: string): DocumentSize {
    const known = measured.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return nothing;
    measured.set(name, endless);
    const size = sum(ofSet(fragment.selectionSet), { ...nothing, directives: count(fragment.directives) });
    measured.set(name, size);
    return size;
  }

  return ofSet;
}

function sum(left: DocumentSize, right: DocumentSize): DocumentSize {
  return {
    depth: Math.max(left.depth, right.depth),
    aliases: left.aliases + right.aliases,
    fields: left.fields + right.fields,
    selections: left.selections + right.selections,
    directives: left.directives + right.directives,
    introspects: left.introspects || right.introspects,
  };
}

function count(directives: readonly DirectiveNode[] | undefined): number {
  return directives?.length ?? 0;
}
