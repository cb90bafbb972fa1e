/**
 * One read-only transaction for all reads of one subgraph request, with the caller set in it. It is opened by the
 * first read and must be ended; the settings are local to it, so a pooled connection never keeps a caller.
 */
import type { Pool, PoolClient, QueryResultRow } from "pg";
import type { Caller } from "../authorisation/caller.js";
import { compartments, existence } from "../authorisation/data-class.js";
import { unlocksOf, unlocksUnder } from "../authorisation/unlocks.js";
import { asOfSetting, statementAsOf } from "./as-of-view.js";
import { asHubError } from "./database-error.js";
import { issuerSetting, purposeSetting, roleSetting, subjectSetting } from "./held-by-a-person.js";
import { plainTypes } from "./plain-types.js";
import { acquire } from "./pools.js";
import { createStatementNames } from "./statement-names.js";
import {
  actingSetting,
  conditionsOf,
  organisationSetting,
  recordConditions,
  todaySetting,
  unlockSetting,
} from "./masked-view.js";

export interface Reads {
  /** Runs one statement over the views. Rows are plain objects under the names of the select list. */
  read<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface CallerTransaction extends Reads {
  /** Runs the same statements over the views as of a day, an ISO date. */
  asOf(day: string): Reads;
  /** Ends the transaction, if one was opened, and gives the connection back. */
  end(): Promise<void>;
}

type Setting = readonly [name: string, value: string];

/** Settings that put a caller in front of the views; the order of names is constant, so is the statement. */
export function callerSettings(caller: Caller, today: string): readonly Setting[] {
  const unlocks = unlocksOf(caller);
  // A role that may not read even a headline has no rows: it is given no organisation.
  const organisation = unlocks[existence].length > 0 ? caller.organisation : "";
  return [
    [organisationSetting, organisation],
    [todaySetting, today],
    [issuerSetting, caller.issuer],
    [subjectSetting, caller.subject],
    [roleSetting, caller.role],
    [purposeSetting, caller.purpose],
    [actingSetting, caller.organisation],
    ...compartments.map((compartment) => [unlockSetting(compartment), unlocks[compartment].join()] as const),
    ...recordConditions.flatMap((condition) => {
      const conditional = unlocksUnder(caller, condition);
      return compartments
        .filter((compartment) => conditionsOf(compartment).includes(condition))
        .map((compartment) => [unlockSetting(compartment, condition), conditional[compartment].join()] as const);
    }),
  ];
}

/** A plan made for an organisation with ten concerns is a bad one for an organisation with all: each gets its own. */
const planForEachCaller: Setting = ["plan_cache_mode", "force_custom_plan"];

const setDay = { name: "set_day", text: `select set_config('${asOfSetting}', $1, true)` };

const statementNames = createStatementNames();

export function openCallerTransaction(pool: Pool, caller: Caller, today: string): CallerTransaction {
  let opened: Promise<PoolClient> | undefined;

  const open = async (): Promise<PoolClient> => {
    const client = await acquire(pool);
    const settings = [...callerSettings(caller, today), planForEachCaller];
    const calls = settings.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, true)`);
    inOnePacket(client);
    // Neither is awaited: both travel with the first read, and a failure of either fails that read.
    for (const sent of [
      client.query("begin transaction isolation level repeatable read read only"),
      // One figure comes back instead of a column for each setting.
      client.query({ name: "set_caller", text: `select num_nonnulls(${calls.join()})`, values: settings.flat() }),
    ])
      sent.catch(() => undefined);
    return client;
  };

  const run = async <Row extends QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
    day?: string,
  ): Promise<Row[]> => {
    opened ??= open();
    const client = await opened;
    const name = statementNames.nameFor(sql);
    const query = { text: sql, values: [...values], types: plainTypes, ...(name !== undefined && { name }) };
    // Nothing comes between the day and the statement: both are in the queue of the connection before anything else is.
    if (day !== undefined) client.query({ ...setDay, values: [day] }).catch(() => undefined);
    try {
      return (await client.query<Row>(query)).rows;
    } catch (cause) {
      throw asHubError(cause);
    }
  };

  return {
    read: (sql, values) => run(sql, values),
    asOf: (day) => ({ read: (sql, values) => run(statementAsOf(sql), values, day) }),
    end: async () => {
      if (opened === undefined) return;
      const client = await opened.catch(() => undefined);
      opened = undefined;
      if (client === undefined) return;
      // Not waited for: nothing was written, and the connection goes back when the server has answered.
      client.query("commit").then(
        () => {
          client.release();
        },
        (cause: unknown) => {
          client.release(cause instanceof Error ? cause : true);
        },
      );
    },
  };
}

/** What is sent before the event loop goes on leaves together: each packet of its own is a system call. */
function inOnePacket({ connection: { stream } }: PoolClient): void {
  stream.cork();
  process.nextTick(() => {
    stream.uncork();
  });
}
