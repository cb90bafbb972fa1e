/**
 * Asks a subgraph's own schema, without a gateway, over a real database and with the rights of the hub's reader. Each
 * question is a request of its own, and tells which statements it took.
 */
import { graphql, type GraphQLSchema } from "graphql";
import type pg from "pg";
import type { Caller } from "../../../authorisation/caller.js";
import { createDisclosureLog } from "../../../authorisation/disclosure-log.js";
import { openCallerTransaction } from "../../../database/caller-transaction.js";
import { cursorKey } from "../../../subgraphs/cursor.js";
import type { SubgraphContext } from "../../../subgraphs/subgraph-context.js";

/** What a subgraph uses of its context when all that it holds is public. */
type PublicContext = Pick<SubgraphContext, "caller" | "today" | "disclosures" | "cursorKey" | "loaders" | "database">;

export const anAnalyst: Caller = {
  issuer: "https://issuer.example",
  subject: "analyst-1",
  organisation: "X24",
  organisationKind: "NATIONAL_BODY",
  role: "ANALYST",
  purpose: "STATISTICS",
  assurance: 3,
  tokenId: "token-1",
};

export interface Answer {
  readonly data: unknown;
  readonly errors: readonly Readonly<Record<string, unknown>>[];
  readonly statements: readonly string[];
}

export interface AskOptions {
  readonly caller?: Caller;
  readonly today?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export type Ask = (question: string, options?: AskOptions) => Promise<Answer>;

export function askerOf(schema: GraphQLSchema, reader: pg.Pool): Ask {
  const key = cursorKey("a secret of the test");
  return async (source, { caller = anAnalyst, today = "2026-11-02", variables = {} } = {}) => {
    const statements: string[] = [];
    const transaction = openCallerTransaction(reader, caller, today);
    const contextValue: PublicContext = {
      caller,
      today,
      disclosures: createDisclosureLog(),
      cursorKey: key,
      loaders: new Map(),
      database: {
        ...transaction,
        read: (sql, values) => {
          statements.push(sql);
          return transaction.read(sql, values);
        },
        readByIndex: (sql, values) => {
          statements.push(sql);
          return transaction.readByIndex(sql, values);
        },
      },
    };
    try {
      const { data, errors = [] } = await graphql({ schema, source, contextValue, variableValues: variables });
      return { data: plain(data), errors: errors.map(({ extensions }) => extensions), statements };
    } finally {
      await transaction.end();
    }
  };
}

/** Objects of a result have no prototype, which a comparison would notice. */
function plain(data: unknown): unknown {
  return data === undefined || data === null ? null : JSON.parse(JSON.stringify(data));
}
