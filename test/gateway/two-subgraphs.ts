/** Two small subgraphs in memory, composed as the hub's are, whose replies a test may replace. */
import { createHash } from "node:crypto";
import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, parse } from "graphql";
import type { GraphQLSchema } from "graphql";
import type { Composition } from "../../gateway/attestation.js";
import type { SubgraphConnection, SubgraphRequest, SubgraphResponse } from "../../gateway/subgraph-connection.js";
import { HubError } from "../../errors/hub-error.js";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@policy", "@authenticated"])`;

export const sdl: Readonly<Record<string, string>> = {
  organisations: `${link}
    type Query {
      organisation(code: ID!): Organisation @authenticated
      organisations(codes: [ID!], first: Int = 20): [Organisation!]
    }
    type Organisation @key(fields: "code") {
      code: ID!
      name: String
      board: String @policy(policies: [["MANAGEMENT"]])
    }`,
  concerns: `${link}
    type Query {
      concern(id: ID!): Concern @authenticated
      concerns(filter: ConcernFilter, first: Int = 20): ConcernConnection
    }
    type Mutation { addNote(text: String!): String }
    input ConcernFilter { text: String titles: [String!] deeper: ConcernFilter }
    type ConcernConnection { nodes: [Concern!]! }
    type Concern @key(fields: "id") {
      id: ID!
      title: String
      narrative: String @policy(policies: [["NARRATIVE"]])
      provider: Organisation
    }
    type Organisation @key(fields: "code") { code: ID! concerns(first: Int = 20): ConcernConnection }`,
};

const concern = (id: string) => ({
  __typename: "Concern",
  id,
  title: `Title ${id}`,
  narrative: null,
  provider: { code: "ZZ1" },
});
const page = ({ first }: { first: number }) => ({
  nodes: Array.from({ length: first }, (_, index) => concern(String(index + 1))),
});

const resolvers = {
  organisations: {
    Query: {
      organisation: (_: unknown, { code }: { code: string }) => ({ code, name: `Name ${code}` }),
      organisations: (_: unknown, { codes }: { codes?: string[] }) =>
        (codes ?? []).map((code) => ({ code, name: code })),
    },
    Organisation: { __resolveReference: ({ code }: { code: string }) => ({ code, name: `Name ${code}` }) },
  },
  concerns: {
    Query: {
      concern: (_: unknown, { id }: { id: string }) => concern(id),
      concerns: (_: unknown, args: { first: number }) => page(args),
    },
    Mutation: { addNote: (_: unknown, { text }: { text: string }) => text },
    Concern: { __resolveReference: ({ id }: { id: string }) => concern(id) },
    Organisation: { concerns: (_: unknown, args: { first: number }) => page(args) },
  },
};

export const policies: Readonly<Record<string, readonly string[]>> = {
  organisations: ["MANAGEMENT"],
  concerns: ["NARRATIVE"],
};

export function sdlHash(name: string): string {
  return createHash("sha256")
    .update(sdl[name] ?? "")
    .digest("hex");
}

export function compose(): Composition {
  const services = Object.entries(sdl).map(([name, text]) => ({
    name,
    url: `http://${name}.invalid`,
    typeDefs: parse(text),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new HubError("INTERNAL", {}, { cause: errors });
  return { supergraphSdl, sdlHashes: Object.fromEntries(Object.keys(sdl).map((name) => [name, sdlHash(name)])) };
}

export type Behaviour = (
  request: SubgraphRequest,
  asUsual: () => Promise<SubgraphResponse>,
) => Promise<SubgraphResponse>;

export interface TestSubgraph extends SubgraphConnection {
  /** Every request, in order. */
  readonly requests: SubgraphRequest[];
  behave(behaviour: Behaviour): void;
  behaveAsUsual(): void;
}

export function testSubgraph(name: "organisations" | "concerns"): TestSubgraph {
  const schema: GraphQLSchema = buildSubgraphSchema({ typeDefs: parse(sdl[name] ?? ""), resolvers: resolvers[name] });
  const usual: Behaviour = (_, asUsual) => asUsual();
  const requests: SubgraphRequest[] = [];
  let behaviour = usual;
  return {
    name,
    requests,
    behave(next) {
      behaviour = next;
    },
    behaveAsUsual() {
      behaviour = usual;
      requests.length = 0;
    },
    execute(request) {
      requests.push(request);
      const { document, operationName, variables } = request;
      return behaviour(request, async () => {
        const source = { schema, source: document, operationName, variableValues: variables };
        return (await graphql(source)) as SubgraphResponse;
      });
    },
    attest: () =>
      Promise.resolve({
        subgraph: name,
        policyVersion: "1",
        sdlHash: sdlHash(name),
        policies: policies[name] ?? [],
        guarded: true,
      }),
    close: () => Promise.resolve(),
  };
}
