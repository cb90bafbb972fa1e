/**
 * Which variables do not fit the operation (GraphQL October 2021, 6.1.2), and what in them. The messages of graphql-js
 * repeat the value, so only its place is told: of the variable in the document, and of the field within its value.
 */
import { coerceInputValue, getVariableValues, isInputType, typeFromAST } from "graphql";
import type { GraphQLSchema, OperationDefinitionNode, VariableDefinitionNode } from "graphql";
import { publicError, type PublicError } from "../endpoint/public-error.js";

const mostErrors = 5;
const problem = "A variable is missing or does not fit its type.";

export function unfitVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): PublicError[] {
  const unfit: PublicError[] = [];
  for (const definition of variableDefinitions) {
    const { errors } = getVariableValues(schema, [definition], variables, { maxErrors: 1, hideSuggestions: true });
    const [error] = errors ?? [];
    if (error === undefined) continue;
    const place = error.locations === undefined ? {} : { locations: error.locations };
    for (const field of unfitFields(schema, definition, variables))
      unfit.push(publicError("BAD_USER_INPUT", { problem, ...(field !== null && { field }) }, place));
    if (unfit.length >= mostErrors) break;
  }
  return unfit.slice(0, mostErrors);
}

/** Every fault costs an error with its stack, and what is sent may have thousands. */
class FaultsEnough extends Error {}

/** By names of the schema, e.g. `raisedFrom` or `theme[1]`; null for the whole, and for a field too many or too few. */
function unfitFields(
  schema: GraphQLSchema,
  { type: typeNode, variable }: VariableDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): (string | null)[] {
  const type = typeFromAST(schema, typeNode);
  const value = variables[variable.name.value];
  if (!isInputType(type) || value === undefined) return [null];
  const places: string[] = [];
  try {
    const note = (path: readonly (string | number)[]): void => {
      if (places.push(written(path)) === mostErrors) throw new FaultsEnough();
    };
    coerceInputValue(value, type, note, true);
  } catch (error) {
    if (!(error instanceof FaultsEnough)) throw error;
  }
  const fields = places.map((place) => (/[a-z]/i.test(place) ? place : null));
  return fields.length === 0 ? [null] : [...new Set(fields)];
}

function written(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}
