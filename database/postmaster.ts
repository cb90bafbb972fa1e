/**
 * Starts, finds and stops the server process of one cluster. The server is a session of its own: Ctrl-C in a terminal
 * reaches the hub, which then stops the server; after a kill -9 of the hub the server lives on and is found again.
 */
import { spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isAlive } from "./cluster-place.js";
import type { ClusterPlace } from "./cluster-place.js";
import type { PostgresBinaries } from "./postgres-binaries.js";
import { runAs } from "./server-account.js";
import type { ServerAccount } from "./server-account.js";
import { StartRefusal } from "./start-refusal.js";

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Errors stay out of the server's log, since their text can quote a record. */
const quietFlags = ["log_min_messages=log", "log_min_error_statement=panic", "log_error_verbosity=terse"];
const placeFlags = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC", "log_timezone=UTC"];

/** Room for a large load: with less, the server writes whole pages again every few seconds. It is taken as it is used. */
const loadFlags = ["shared_buffers=256MB", "max_wal_size=4GB"];

/** What postmaster.pid says (its lines are described in PostgreSQL's `miscadmin.h`), where that is still true. */
export function runningPostmaster(place: Pick<ClusterPlace, "data">): Postmaster | null {
  const file = path.join(place.data, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null;
  if (isServerOf(place, pid)) return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  // The number now belongs to some other process, which would keep PostgreSQL from starting.
  rmSync(file, { force: true });
  return null;
}

/** A server's working directory is its data folder. Where there is no /proc, the file is believed. */
function isServerOf(place: Pick<ClusterPlace, "data">, pid: number): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${String(pid)}/cwd`) === realpathSync(place.data);
  } catch {
    return false;
  }
}

export interface LaunchOptions {
  readonly place: ClusterPlace;
  readonly binaries: PostgresBinaries;
  readonly account: ServerAccount | null;
  /** More settings of the server, as `name=value`. */
  readonly flags: readonly string[];
  /** null: any free one. */
  readonly port: number | null;
}

const patienceMs = 120_000;

/** Comes back when the server takes connections, recovered from a crash if there was one. */
export async function launchPostmaster(options: LaunchOptions): Promise<Postmaster> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const outcome = await launchOnce(options, options.port ?? (await freePort()), deadline);
    if (typeof outcome !== "string") return outcome;
    const passes =
      (options.port === null && outcome.includes("Address already in use")) ||
      outcome.includes("pre-existing shared memory block") ||
      outcome.includes('lock file "postmaster.pid" already exists');
    if (!passes || Date.now() > deadline) {
      throw new StartRefusal(`PostgreSQL did not start in ${options.place.data}. It said:\n${outcome}`);
    }
    await wait(200);
  }
}

/** The running server, or what the log says about why there is none. */
async function launchOnce(options: LaunchOptions, port: number, deadline: number): Promise<Postmaster | string> {
  const { place, binaries, account, flags } = options;
  const log = openSync(place.serverLog, "a", 0o600);
  const before = fstatSync(log).size;
  const settings = [...placeFlags, ...quietFlags, ...loadFlags, ...flags].flatMap((flag) => ["-c", flag]);
  const child = spawn(binaries.postgres, ["-D", place.data, "-p", String(port), ...settings], {
    ...runAs(account),
    detached: true,
    stdio: ["ignore", log, log],
    env: { PATH: process.env["PATH"], LC_MESSAGES: "C" },
  });
  closeSync(log);
  const exit = { said: null as string | null };
  child.once("error", (error) => (exit.said = error.message));
  child.once("exit", () => (exit.said = readFileSync(place.serverLog).subarray(before).toString().trim()));
  child.unref();
  while (exit.said === null && Date.now() < deadline) {
    const running = runningPostmaster(place);
    if (running?.ready === true && running.pid === child.pid) {
      // Its log is of no more use, and may be gone when it ends.
      child.removeAllListeners("exit");
      return running;
    }
    await wait(15);
  }
  return exit.said ?? `It was not ready after ${String(patienceMs / 1000)} seconds.`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
  });
}

/** Ends sessions and stops the server; harsher where it does not obey. Nothing acknowledged is lost either way. */
export async function stopPostmaster(place: Pick<ClusterPlace, "data">): Promise<void> {
  for (const { signal, patience } of [
    { signal: "SIGINT", patience: 10_000 },
    { signal: "SIGQUIT", patience: 5_000 },
  ] as const) {
    const running = runningPostmaster(place);
    if (running === null) return;
    process.kill(running.pid, signal);
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!isAlive(running.pid)) return;
      await wait(15);
    }
  }
}
