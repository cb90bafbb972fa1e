/**
 * A real PostgreSQL in the data folder, for the demonstration and the tests: started when nobody runs it, adopted when
 * a killed hub left it running, started again when it dies, stopped with the hub. Two hubs on one data folder are refused.
 */
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { enter, ensureHubDatabase, leave } from "./cluster-ownership.js";
import type { Presence } from "./cluster-ownership.js";
import { clusterPlace, reachableFolder, spareFolder } from "./cluster-place.js";
import type { ClusterPlace } from "./cluster-place.js";
import { postgresBinaries } from "./postgres-binaries.js";
import { launchPostmaster, runningPostmaster, stopPostmaster } from "./postmaster.js";
import type { LaunchOptions } from "./postmaster.js";
import { serverAccount } from "./server-account.js";
import { StartRefusal, reasonOf } from "./start-refusal.js";
import type { Log } from "./start-refusal.js";

export interface EmbeddedServer {
  /** Login role `hub`, which owns the database `hub` and may make roles; no superuser. */
  readonly url: string;
  readonly adminUrl: string;
  /** Leaves the server; whoever leaves last stops it. */
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  readonly dataDirectory: string;
  readonly log: Log;
  /** What to do where another process owns the server; `refuse` unless told. */
  readonly ifRunning?: "refuse" | "join";
  readonly flags?: readonly string[];
}

export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { dataDirectory, log, ifRunning = "refuse", flags = [] } = options;
  const account = serverAccount(log);
  const binaries = postgresBinaries(account, () => spareFolder(dataDirectory), log);
  const place = clusterPlace(reachableFolder(dataDirectory, account, log), binaries, account);
  const launch: LaunchOptions = { place, binaries, account, flags, port: null };

  const { session, owner, port } = await present(launch);
  if (owner !== null && ifRunning === "refuse") {
    await session.end();
    throw new StartRefusal(
      `The data folder ${dataDirectory} is in use by another hub (${owner}). Stop that one, or give this one another HUB_DATA_DIR and PORT.`,
    );
  }
  if (owner === null) await ensureHubDatabase(session, place.hubPassword);
  const address = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    url: address("hub", place.hubPassword, "hub"),
    adminUrl: address("postgres", place.superuserPassword, "postgres"),
    stop: owner === null ? keep(session, { ...launch, port }, log) : () => depart(session, place),
  };
}

/** Comes into the running server, or into one that it starts. */
async function present(launch: LaunchOptions): Promise<Presence & { readonly port: number }> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const { port } = runningPostmaster(launch.place) ?? (await launchPostmaster(launch));
    const entered = await enter(launch.place, port);
    if (entered !== null) return { ...entered, port };
    if (Date.now() > deadline) {
      throw new StartRefusal(`PostgreSQL in ${launch.place.data} is running but takes no connections.`);
    }
    await wait(50);
  }
}

async function depart(session: pg.Client, place: ClusterPlace): Promise<void> {
  // A session that is lost says nothing about the server; it is stopped where it still runs.
  if (await leave(session).catch(() => true)) await stopPostmaster(place);
  await session.end().catch(() => undefined);
}

/** Brings the server back where it dies, until the returned function is called. */
function keep(first: pg.Client, launch: LaunchOptions, log: Log): () => Promise<void> {
  const stopping = new AbortController();
  let session = first;
  let restored = Promise.resolve();
  const stopAtOnce = () => {
    const running = runningPostmaster(launch.place);
    if (running !== null) process.kill(running.pid, "SIGINT");
  };
  const watch = () => {
    session.once("end", () => {
      if (!stopping.signal.aborted) restored = restore();
    });
  };
  const restore = async () => {
    while (!stopping.signal.aborted) {
      try {
        log("The embedded PostgreSQL went away; starting it again.");
        const again = await present(launch);
        session = again.session;
        watch();
        return;
      } catch (error) {
        log(`The embedded PostgreSQL could not be started again: ${reasonOf(error)}`);
        await wait(2_000, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
      }
    }
  };
  watch();
  process.once("exit", stopAtOnce);
  return async () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    process.off("exit", stopAtOnce);
    // One that is just coming back is left like any other.
    await restored;
    await depart(session, launch.place);
  };
}
