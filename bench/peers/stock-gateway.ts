/** A gateway as the usual tutorial makes it: Apollo Server's standalone server over `@apollo/gateway`, subgraphs by HTTP. */
import { ApolloGateway, IntrospectAndCompose } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";

const names = ["concerns", "organisations", "standards"];
const ports = (process.env["PORTS"] ?? "").split(",");

const gateway = new ApolloGateway({
  supergraphSdl: new IntrospectAndCompose({
    subgraphs: names.map((name, index) => ({ name, url: `http://127.0.0.1:${ports[index] ?? ""}/` })),
  }),
});
await startStandaloneServer(new ApolloServer({ gateway }), {
  listen: { host: "127.0.0.1", port: Number(process.env["PORT"]) },
});
