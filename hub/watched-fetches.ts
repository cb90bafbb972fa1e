/** Notes what a gateway asks of subgraphs of its own process, with the SQL statements that are sent on behalf of each. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Pool, PoolClient } from "pg";
import type { SubgraphConnection } from "../gateway/subgraph-connection.js";

/** One call of the gateway to a subgraph. */
export interface Fetch {
  readonly subgraph: string;
  readonly document: string;
  /** In the order in which they were sent, with those that set the caller and end the transaction. */
  readonly statements: readonly string[];
}

export interface WatchedFetches {
  readonly fetches: readonly Fetch[];
  connection(connection: SubgraphConnection): SubgraphConnection;
}

/** However many fetches go on at once, each has its own statements. */
export function watchFetches(reader: Pool): WatchedFetches {
  const fetches: Fetch[] = [];
  const current = new AsyncLocalStorage<string[]>();
  const watched = new WeakSet<PoolClient>();
  reader.on("acquire", (client) => {
    if (watched.has(client)) return;
    watched.add(client);
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const noted = (...given: unknown[]): unknown => {
      current.getStore()?.push(textOf(given[0]));
      return query(...given);
    };
    client.query = noted as typeof client.query;
  });
  return {
    fetches,
    connection: (connection) => ({
      ...connection,
      execute: (request) => {
        const statements: string[] = [];
        fetches.push({ subgraph: connection.name, document: request.document, statements });
        return current.run(statements, () => connection.execute(request));
      },
    }),
  };
}

function textOf(statement: unknown): string {
  const text = typeof statement === "object" && statement !== null && "text" in statement ? statement.text : statement;
  return String(text).replaceAll(/\s+/g, " ").trim();
}
