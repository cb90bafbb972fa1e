/**
 * Validation that tells where a document is wrong and which rule says so, and nothing else: the messages of graphql-js
 * repeat names and values of the request and suggest names of the schema.
 */
import { GraphQLError, specifiedRules, validate } from "graphql";
import type { DocumentNode, GraphQLSchema, ValidationRule } from "graphql";
import { isPlanKey } from "./plan-keys.js";
import { publicError } from "../endpoint/public-error.js";
import type { PublicError } from "../endpoint/public-error.js";

const mostErrors = 5;

export function validationErrors(schema: GraphQLSchema, document: DocumentNode): PublicError[] {
  const brokenRule = new Map<GraphQLError, string>();
  const rules = [...specifiedRules, AliasesOfKeysRule].map((rule) => notingItsName(rule, brokenRule));
  return validate(schema, document, rules, { maxErrors: mostErrors, hideSuggestions: true })
    .filter((error) => brokenRule.has(error))
    .map((error) =>
      publicError(
        "BAD_USER_INPUT",
        { problem: brokenRule.get(error) ?? "" },
        error.locations === undefined ? {} : { locations: error.locations },
      ),
    );
}

/** No alias may take the name of a key that the planner fetches beside it. */
const AliasesOfKeysRule: ValidationRule = (context) => ({
  Field(node) {
    const { alias, name } = node;
    const parent = context.getParentType();
    if (alias === undefined || alias.value === name.value || parent == null) return;
    if (isPlanKey(context.getSchema(), parent.name, alias.value))
      context.reportError(new GraphQLError("The alias is the name of a key.", { nodes: alias }));
  },
});

/** The same rule, given a context in which every error it reports is first noted under the rule's name. */
function notingItsName(rule: ValidationRule, brokenRule: Map<GraphQLError, string>): ValidationRule {
  const name = rule.name.replace(/Rule$/, "");
  return (context) => {
    const noting = Object.create(context, {
      reportError: {
        value: (error: GraphQLError) => {
          brokenRule.set(error, name);
          context.reportError(error);
        },
      },
    }) as typeof context;
    return rule(noting);
  };
}
