/**
 * The copy of the supergraph that `@apollo/gateway` accepts. It refuses specifications linked `for: SECURITY` that it
 * does not enforce itself; the hub's guards enforce these three, which `attestationCheck` verifies before the copy
 * is used. Any other `for: SECURITY` stays, so that a supergraph which needs more is still refused.
 */
import { Kind, parse, print, visit } from "graphql";
import type { ConstDirectiveNode, DirectiveNode } from "graphql";

const enforcedByGuards = /^https:\/\/specs\.apollo\.dev\/(authenticated|policy|requiresScopes)\//;

export function supergraphForApolloGateway(supergraphSdl: string): string {
  const document = parse(supergraphSdl, { noLocation: true });
  const derived = visit(document, {
    [Kind.SCHEMA_DEFINITION]: (schema) => ({ ...schema, directives: schema.directives?.map(withoutPurpose) ?? [] }),
    // Links stand on the schema definition alone; the rest of the document need not be walked.
    [Kind.OBJECT_TYPE_DEFINITION]: () => false,
    [Kind.INTERFACE_TYPE_DEFINITION]: () => false,
    [Kind.INPUT_OBJECT_TYPE_DEFINITION]: () => false,
  });
  return print(derived);
}

function withoutPurpose(link: ConstDirectiveNode): ConstDirectiveNode {
  if (link.name.value !== "link" || !enforcedByGuards.test(stringArgument(link, "url"))) return link;
  return { ...link, arguments: link.arguments?.filter(({ name }) => name.value !== "for") ?? [] };
}

function stringArgument(directive: DirectiveNode, name: string): string {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : "";
}
