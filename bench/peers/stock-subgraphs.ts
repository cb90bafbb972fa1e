/**
 * Three subgraphs as the usual tutorial makes them: Apollo Server's standalone server for each, plain resolvers, a
 * loader for each kind of key, no authorisation of any kind. They show the page that the hub shows the national team.
 */
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { buildSubgraphSchema } from "@apollo/subgraph";
import type { GraphQLResolverMap } from "@apollo/subgraph/dist/schema-helper/resolverMap.js";
import DataLoader from "dataloader";
import { parse } from "graphql";
import pg from "pg";
import { nationalBody } from "../../demonstration/reporting.js";

type Row = Readonly<Record<string, unknown>>;
type Resolvers = Record<string, Record<string, (source: never, args: never, context: Loaders) => unknown>>;

interface Loaders {
  readonly organisation: DataLoader<string, Row | undefined>;
  readonly standard: DataLoader<string, Row | undefined>;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

const concernsSdl = `${link}
  type Query { concerns(first: Int!): ConcernConnection! }
  type ConcernConnection { nodes: [Concern!]! }
  type Concern @key(fields: "id") {
    id: ID! reference: String title: String status: String category: String raisedOn: String
    provider: Organisation region: Organisation standards: [Standard!]
  }
  type Organisation @key(fields: "code", resolvable: false) { code: ID! }
  type Standard @key(fields: "id", resolvable: false) { id: ID! }`;

const organisationsSdl = `${link}
  type Query { organisation(code: ID!): Organisation }
  type Organisation @key(fields: "code") { code: ID! name: String }`;

const standardsSdl = `${link}
  type Query { standard(id: ID!): Standard }
  type Standard @key(fields: "id") { id: ID! title: String framework: Framework }
  type Framework { id: ID! }`;

const newest = `
  select c.id, c.reference, c.title, c.status, c.category, c.raised_on::text as "raisedOn", c.provider, c.region, c.standards
    from concerns.concern_access a join concerns.concern c on c.key = a.concern
   where a.organisation = '${nationalBody}' order by a.raised_order desc, a.concern desc limit $1`;

const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 10 });

function loaderBy(key: string, sql: string): DataLoader<string, Row | undefined> {
  return new DataLoader(async (keys) => {
    const { rows } = await pool.query<Row>(sql, [keys]);
    const byKey = new Map(rows.map((row) => [row[key], row]));
    return keys.map((value) => byKey.get(value));
  });
}

const loaders = (): Loaders => ({
  organisation: loaderBy("code", "select code, name from organisations.organisation where code = any($1)"),
  standard: loaderBy("id", "select id, title, framework from standards.standard where id = any($1)"),
});

const concerns: Resolvers = {
  Query: {
    concerns: async (_source, { first }: { first: number }) => ({ nodes: (await pool.query(newest, [first])).rows }),
  },
  Concern: {
    provider: ({ provider }: { provider: string }) => ({ code: provider }),
    region: ({ region }: { region: string }) => ({ code: region }),
    standards: ({ standards }: { standards: string[] }) => standards.map((id) => ({ id })),
  },
};

const organisations: Resolvers = {
  Query: { organisation: (_source, { code }: { code: string }, context) => context.organisation.load(code) },
  Organisation: {
    __resolveReference: ({ code }: { code: string }, context) => (context as Loaders).organisation.load(code),
  },
};

const standards: Resolvers = {
  Query: { standard: (_source, { id }: { id: string }, context) => context.standard.load(id) },
  Standard: {
    __resolveReference: ({ id }: { id: string }, context) => (context as Loaders).standard.load(id),
    framework: ({ framework }: { framework: string }) => ({ id: framework }),
  },
};

const subgraphs = [
  { sdl: concernsSdl, resolvers: concerns },
  { sdl: organisationsSdl, resolvers: organisations },
  { sdl: standardsSdl, resolvers: standards },
];
const ports = (process.env["PORTS"] ?? "").split(",").map(Number);

for (const [index, { sdl, resolvers }] of subgraphs.entries()) {
  const modules = [{ typeDefs: parse(sdl), resolvers: resolvers as GraphQLResolverMap<unknown> }];
  const server = new ApolloServer<Loaders>({ schema: buildSubgraphSchema(modules) });
  await startStandaloneServer(server, {
    listen: { host: "127.0.0.1", port: ports[index] ?? 0 },
    context: () => Promise.resolve(loaders()),
  });
}
