/**
 * What a document may not contain whatever its size: names that the specification reserves (GraphQL October 2021,
 * 2.1.9), which also keeps `__proto__` out of every map further in; incremental delivery; literal lists and pages that
 * are longer than one request may ask for.
 */
import { Kind, OperationTypeNode, visit } from "graphql";
import type { DocumentNode } from "graphql";

export interface DocumentTraits {
  readonly usesReservedName: boolean;
  readonly usesIncrementalDelivery: boolean;
  readonly subscribes: boolean;
  readonly longestList: number;
}

export function traitsOf(document: DocumentNode): DocumentTraits {
  let usesReservedName = false;
  let usesIncrementalDelivery = false;
  let subscribes = false;
  let longestList = 0;
  const note = (name: string | undefined) => {
    if (name?.startsWith("__")) usesReservedName = true;
  };
  visit(document, {
    [Kind.OPERATION_DEFINITION]: (operation) => {
      note(operation.name?.value);
      if (operation.operation === OperationTypeNode.SUBSCRIPTION) subscribes = true;
    },
    [Kind.FRAGMENT_DEFINITION]: (fragment) => {
      note(fragment.name.value);
    },
    [Kind.FIELD]: (field) => {
      note(field.alias?.value);
    },
    [Kind.VARIABLE]: (variable) => {
      note(variable.name.value);
      // The query planner sends entity keys in a variable of this name and does not make room for another.
      if (variable.name.value === "representations") usesReservedName = true;
    },
    [Kind.DIRECTIVE]: ({ name }) => {
      if (name.value === "defer" || name.value === "stream") usesIncrementalDelivery = true;
    },
    [Kind.LIST]: ({ values }) => {
      longestList = Math.max(longestList, values.length);
    },
  });
  return { usesReservedName, usesIncrementalDelivery, subscribes, longestList };
}
