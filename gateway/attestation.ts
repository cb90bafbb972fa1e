/**
 * Fail closed: the gateway enforces no field rule itself, so it serves a supergraph only when the guard of every
 * subgraph has answered for each data class that the supergraph marks on that subgraph's fields.
 */
import { Kind, parse, valueFromASTUntyped } from "graphql";
import type { ConstDirectiveNode, DefinitionNode, DocumentNode } from "graphql";

/** What a subgraph's guard says of itself when asked. */
export interface GuardAttestation {
  readonly subgraph: string;
  readonly policyVersion: string;
  /** SHA-256 of the subgraph's SDL, in hexadecimal. */
  readonly sdlHash: string;
  /** Data classes that its SDL carries and its guard decides. */
  readonly policies: readonly string[];
  readonly guarded: true;
}

/** A supergraph and the SDL hash of each subgraph it was composed from. */
export interface Composition {
  readonly supergraphSdl: string;
  readonly sdlHashes: Readonly<Record<string, string>>;
}

/** The findings that forbid serving a composition, by what its guards say of themselves; none when it may be served. */
export type CheckAttestations = (attestations: readonly GuardAttestation[]) => string[];

/** Throws when the text is no GraphQL. It is read once, however often the guards are asked. */
export function attestationCheck({ supergraphSdl, sdlHashes }: Composition): CheckAttestations {
  const document = parse(supergraphSdl, { noLocation: true });
  const renamed = renamedPolicies(document);
  const demanded = policiesBySubgraph(document);
  return (attestations) => [...renamed, ...differences(attestations, demanded, sdlHashes)];
}

function differences(
  attestations: readonly GuardAttestation[],
  demanded: ReadonlyMap<string, ReadonlySet<string>>,
  sdlHashes: Composition["sdlHashes"],
): string[] {
  const findings: string[] = [];
  const versions = new Set(attestations.map(({ policyVersion }) => policyVersion));
  if (versions.size > 1) findings.push(`the guards hold different policies: ${[...versions].sort().join(", ")}`);
  for (const [subgraph, policies] of demanded) {
    const attestation = attestations.find((candidate) => candidate.subgraph === subgraph);
    if (attestation === undefined) {
      findings.push(`${subgraph}: its guard has not answered`);
      continue;
    }
    if (attestation.sdlHash !== sdlHashes[subgraph]) {
      findings.push(`${subgraph}: runs another schema than the one composed`);
    }
    const unanswered = [...policies].filter((policy) => !attestation.policies.includes(policy)).sort();
    if (unanswered.length > 0) findings.push(`${subgraph}: its guard does not decide ${unanswered.join(", ")}`);
  }
  return findings;
}

/** For each subgraph in the supergraph, the policies on types and fields that it may resolve. */
export function policiesBySubgraph(document: DocumentNode): Map<string, Set<string>> {
  const names = subgraphNames(document);
  const policies = new Map([...names.values()].map((name) => [name, new Set<string>()]));
  const note = (graphs: readonly string[], directives: readonly ConstDirectiveNode[] | undefined) => {
    for (const policy of policiesOf(directives)) {
      for (const graph of graphs) policies.get(names.get(graph) ?? "")?.add(policy);
    }
  };
  for (const definition of document.definitions) {
    const owners = graphsOf(directivesOf(definition), "join__type");
    note(owners, directivesOf(definition));
    for (const field of fieldsOf(definition)) {
      const stated = graphsOf(field.directives, "join__field");
      // Without a join__field every subgraph that has the type resolves the field.
      const resolvers = stated.length > 0 ? stated : owners;
      note(resolvers, field.directives);
      for (const argument of field.arguments ?? []) note(resolvers, argument.directives);
    }
  }
  return policies;
}

function subgraphNames(document: DocumentNode): Map<string, string> {
  const names = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== "join__Graph") continue;
    for (const value of definition.values ?? []) {
      const name = value.directives
        ?.map((directive) => argumentOf(directive, "name"))
        .find((text) => text !== undefined);
      names.set(value.name.value, typeof name === "string" ? name : value.name.value);
    }
  }
  return names;
}

/** A `@policy` under another name would not be seen here, so such a supergraph is not served. */
function renamedPolicies(document: DocumentNode): string[] {
  const links = document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION ? (definition.directives ?? []) : [],
  );
  return links
    .filter((link) => String(argumentOf(link, "url")).includes("/policy/"))
    .filter(
      (link) =>
        argumentOf(link, "as") !== undefined || JSON.stringify(argumentOf(link, "import") ?? []).includes('"as"'),
    )
    .map(() => "the supergraph renames @policy");
}

function policiesOf(directives: readonly ConstDirectiveNode[] = []): string[] {
  return directives
    .filter((directive) => directive.name.value === "policy")
    .map((directive) => argumentOf(directive, "policies"))
    .flatMap((groups): unknown[] => (Array.isArray(groups) ? groups.flat() : []))
    .filter((policy): policy is string => typeof policy === "string");
}

function graphsOf(directives: readonly ConstDirectiveNode[] = [], name: string): string[] {
  return directives
    .filter((directive) => directive.name.value === name)
    .map((directive) => argumentOf(directive, "graph"))
    .filter((graph): graph is string => typeof graph === "string");
}

function argumentOf(directive: ConstDirectiveNode, name: string): unknown {
  const argument = directive.arguments?.find((candidate) => candidate.name.value === name);
  return argument === undefined ? undefined : valueFromASTUntyped(argument.value);
}

function directivesOf(definition: DefinitionNode): readonly ConstDirectiveNode[] | undefined {
  return "directives" in definition ? (definition.directives as readonly ConstDirectiveNode[] | undefined) : undefined;
}

function fieldsOf(definition: DefinitionNode) {
  const isComposite =
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
  return isComposite ? (definition.fields ?? []) : [];
}
