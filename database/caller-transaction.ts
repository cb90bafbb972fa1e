/**
 * One read-only transaction for all reads of one subgraph request, with the caller set in it. It is opened by the
 * first read and must be ended; the settings are local to it, so a pooled connection never keeps a caller.
 */
import type { Pool, PoolClient, QueryResultRow } from "pg";
import type { Caller } from "../authorisation/caller.js";
import { asOfSetting, statementAsOf } from "./as-of-view.js";
import { HubError } from "../errors/hub-error.js";
import { callerSettings, type Setting } from "./caller-settings.js";
import { asHubError } from "./database-error.js";
import { acquireFor, type HeldConnection } from "./fair-share.js";
import { plainTypes } from "./plain-types.js";
import { createStatementNames, type StatementNames } from "./statement-names.js";

export interface Reads {
  /** Runs one statement over the views. Rows are plain objects under the names of the select list. */
  read<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * The same for rows to which one index leads whoever asks: by their keys, or in an order from its beginning. What is
   * read so again and again is planned once for all callers.
   */
  readByIndex<Row extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<Row[]>;
}

export interface CallerTransaction extends Reads {
  /** Runs the same statements over the views as of a day, an ISO date. */
  asOf(day: string): Reads;
  /** The same transaction, with these settings before each statement and the caller's own again after it. */
  under(settings: readonly Setting[]): CallerTransaction;
  /** Ends the transaction, if one was opened, and gives the connection back. What is read later is UNAVAILABLE. */
  end(): Promise<void>;
  /**
   * The same for whoever has left: what is being read, and what is read later, is never answered, so that nothing that
   * waits for it costs any more. Not for what would have to put something right again.
   */
  abandon(): Promise<void>;
}

interface Statement {
  readonly sql: string;
  readonly values?: readonly unknown[] | undefined;
  readonly planning: Planning;
}

interface Planning {
  readonly mode: Setting;
  readonly names: StatementNames;
}

/** A plan made for an organisation with ten concerns is a bad one for an organisation with all: each gets its own. */
const forEachCaller: Planning = {
  mode: ["plan_cache_mode", "force_custom_plan"],
  names: createStatementNames("read", 24),
};
/** A plan that is kept takes up a megabyte on each connection. */
const forAll: Planning = {
  mode: ["plan_cache_mode", "force_generic_plan"],
  names: createStatementNames("kept", 48),
};

const setOne = { name: "set_one", text: "select set_config($1, $2, true)" };

export function openCallerTransaction(pool: Pool, caller: Caller, today: string): CallerTransaction {
  let opened: Promise<HeldConnection> | undefined;
  let isEnded = false;
  let isAbandoned = false;
  const ownSettings = callerSettings(caller, today);

  const open = async (): Promise<HeldConnection> => {
    const held = await acquireFor(caller, pool, () => isEnded);
    if (isEnded) {
      held.giveBack();
      throw new HubError("UNAVAILABLE");
    }
    const { client } = held;
    inOnePacket(client);
    // Not awaited: it travels with the first read, and a failure of it fails that read.
    client.query("begin transaction isolation level repeatable read read only").catch(() => undefined);
    set(client, ownSettings);
    return held;
  };

  /** A field that failed ends an answer while others are still read, and so does a client that leaves: for nobody. */
  const refuseWhenEnded = (): void => {
    if (isEnded) throw new HubError("UNAVAILABLE");
  };

  /** Statements of one connection run in the order in which they are sent, so no other one comes between. */
  const run = async <Row extends QueryResultRow>(
    settings: readonly Setting[],
    { sql, values = [], planning }: Statement,
    day?: string,
  ): Promise<Row[]> => {
    refuseWhenEnded();
    opened ??= open();
    const { client } = await opened;
    refuseWhenEnded();
    // Of a statement without values PostgreSQL would keep the plan, whatever it is told.
    const name = planning === forEachCaller && values.length === 0 ? undefined : planning.names.nameFor(sql);
    const query = { text: sql, values: [...values], types: plainTypes, ...(name !== undefined && { name }) };
    inOnePacket(client);
    if (settings !== ownSettings) set(client, settings);
    // Before every read: how often it changed would follow from the order in which answers arrive.
    setAlone(client, planning.mode);
    if (day !== undefined) setAlone(client, [asOfSetting, day]);
    const reading = client.query<Row>(query);
    if (settings !== ownSettings) set(client, ownSettings);
    return (await reading).rows;
  };

  const answered = <Row extends QueryResultRow>(...asked: Parameters<typeof run<Row>>): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      run<Row>(...asked).then(
        (rows) => {
          if (!isAbandoned) resolve(rows);
        },
        (error: unknown) => {
          if (!isAbandoned) reject(asHubError(error));
        },
      );
    });

  const end = async (): Promise<void> => {
    isEnded = true;
    if (opened === undefined) return;
    const opening = opened;
    // Who leaves may end it while it is being opened, and the answer ends it again.
    opened = undefined;
    const held = await opening.catch(() => undefined);
    // Not waited for: nothing was written, and the connection goes back when the server has answered.
    if (held !== undefined) void commit(held);
  };

  const transactionUnder = (settings: readonly Setting[]): CallerTransaction => ({
    read: (sql, values) => answered(settings, { sql, values, planning: forEachCaller }),
    readByIndex: (sql, values) => answered(settings, { sql, values, planning: forAll }),
    asOf: (day) => ({
      read: (sql, values) => answered(settings, { sql: statementAsOf(sql), values, planning: forEachCaller }, day),
      readByIndex: (sql, values) => answered(settings, { sql: statementAsOf(sql), values, planning: forAll }, day),
    }),
    under: transactionUnder,
    end,
    abandon: () => {
      isAbandoned = true;
      return end();
    },
  });
  return transactionUnder(ownSettings);
}

async function commit({ client, giveBack }: HeldConnection): Promise<void> {
  const failure = await client.query("commit").then(
    () => undefined,
    (cause: unknown) => (cause instanceof Error ? cause : true),
  );
  giveBack(failure);
}

/** Not awaited, as with all settings: a failure ends the transaction, and with it whatever is read next. */
function setAlone(client: PoolClient, setting: Setting): void {
  client.query({ ...setOne, values: [...setting] }).catch(() => undefined);
}

function set(client: PoolClient, settings: readonly Setting[]): void {
  const calls = settings.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, true)`);
  // One figure comes back instead of a column for each setting.
  const text = `select num_nonnulls(${calls.join()})`;
  client.query({ name: "set_caller", text, values: settings.flat() }).catch(() => undefined);
}

/** What is sent before the event loop goes on leaves together: each packet of its own is a system call. */
function inOnePacket({ connection: { stream } }: PoolClient): void {
  stream.cork();
  process.nextTick(() => {
    stream.uncork();
  });
}
