/**
 * The supergraph for a router that has no use for the policies in it. It loses what says who may read a field and keeps
 * what says where it is found: who may read is decided by the guards and the database, with or without these words.
 */
import { Kind, parse, print, visit } from "graphql";
import type { ConstDirectiveNode, DirectiveNode } from "graphql";

const policies = /^https:\/\/specs\.apollo\.dev\/(authenticated|policy)\//;

export function supergraphWithoutPolicies(supergraphSdl: string): string {
  const document = parse(supergraphSdl, { noLocation: true });
  return print(
    visit(document, {
      [Kind.DIRECTIVE]: (directive) => (isOfPolicies(directive) ? null : undefined),
      [Kind.DIRECTIVE_DEFINITION]: ({ name }) => (isNameOfPolicies(name.value) ? null : undefined),
      [Kind.SCALAR_TYPE_DEFINITION]: ({ name }) => (isNameOfPolicies(name.value) ? null : undefined),
    }),
  );
}

function isOfPolicies(directive: DirectiveNode | ConstDirectiveNode): boolean {
  if (directive.name.value !== "link") return isNameOfPolicies(directive.name.value);
  const url = directive.arguments?.find(({ name }) => name.value === "url")?.value;
  return url?.kind === Kind.STRING && policies.test(url.value);
}

function isNameOfPolicies(name: string): boolean {
  return /^(authenticated|policy)(__|$)/.test(name);
}
