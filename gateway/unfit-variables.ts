/**
 * Which variables do not fit the operation (GraphQL October 2021, 6.1.2), and what in them. The messages of graphql-js
 * repeat the value, so only its place is told: of the variable in the document, and of the field within its input.
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
  const unfit = variableDefinitions.flatMap((definition) => {
    const { errors } = getVariableValues(schema, [definition], variables, { maxErrors: 1, hideSuggestions: true });
    const [error] = errors ?? [];
    if (error === undefined) return [];
    const place = error.locations === undefined ? {} : { locations: error.locations };
    const fields = unfitFields(schema, definition, variables);
    return fields.length === 0
      ? [publicError("BAD_USER_INPUT", { problem }, place)]
      : fields.map((field) => publicError("BAD_USER_INPUT", { problem, field }, place));
  });
  return unfit.slice(0, mostErrors);
}

/** As paths of names from the schema, e.g. `filter.raisedFrom`: of an object that has a field too many, its own. */
function unfitFields(
  schema: GraphQLSchema,
  { type: typeNode, variable }: VariableDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string[] {
  const type = typeFromAST(schema, typeNode);
  const value = variables[variable.name.value];
  if (!isInputType(type) || value === undefined) return [];
  const fields = new Set<string>();
  coerceInputValue(value, type, (path) => {
    if (fields.size < mostErrors) fields.add(path.map(written).join("").replace(/^\./, ""));
  });
  // A place in a list alone is no name.
  return [...fields].filter((field) => /^[A-Za-z_]/.test(field));
}

function written(step: string | number): string {
  return typeof step === "number" ? `[${step}]` : `.${step}`;
}
