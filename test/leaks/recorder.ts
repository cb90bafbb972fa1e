/**
 * Notes the SQL statements that are sent and the subgraphs that are called while one hub answers one request: an answer
 * that is the same, but took another way, tells by its time what it does not say.
 */
import type * as Postgres from "pg";
import type { SubgraphConnection } from "../../gateway/subgraph-connection.js";
import { outside } from "../support/outside.js";

export interface Recorder {
  start(): void;
  /** What was sent since the start, in the order of the alphabet. */
  taken(): string[];
}

export interface HuntRecorder extends Recorder {
  watch(connection: SubgraphConnection): SubgraphConnection;
  stop(): void;
}

/** The directory is asked about the caller every few seconds; entries of the audit that come together share a statement. */
const isOwnToTheClock = /from organisations\.published_organisation where code = \$1$|^\s*insert into audit\.entry/;

/** Both hubs are in this process and answer one at a time, so that one recorder does for them. */
export async function startRecorder(): Promise<HuntRecorder> {
  const { default: pg } = await outside<typeof Postgres>("pg");
  let taken: string[] = [];
  const { prototype } = pg.Client;
  const sending = Object.getOwnPropertyDescriptor(prototype, "query") as { value: (...given: unknown[]) => unknown };
  const recorded = function (this: Postgres.Client, ...given: unknown[]): unknown {
    const text = textOf(given[0]);
    if (!isOwnToTheClock.test(text)) taken.push(text);
    return sending.value.apply(this, given);
  };
  Object.defineProperty(prototype, "query", { ...sending, value: recorded });
  return {
    start: () => {
      taken = [];
    },
    taken: () => taken.sort(),
    watch: (connection) => ({
      ...connection,
      execute: (request) => {
        taken.push(`${connection.name}: ${request.document}`);
        return connection.execute(request);
      },
    }),
    stop: () => {
      Object.defineProperty(prototype, "query", sending);
    },
  };
}

function textOf(statement: unknown): string {
  const text = typeof statement === "object" && statement !== null && "text" in statement ? statement.text : statement;
  return String(text).replaceAll(/\s+/g, " ").trim();
}
