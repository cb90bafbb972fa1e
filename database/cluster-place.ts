/**
 * Where the embedded database lives: `postgres/` in the data folder, with the cluster in `data/` and the passwords
 * beside it, readable by the hub's own user alone. A cluster appears there whole or not at all, so a first start that
 * was killed half-way, or two at once, leave nothing broken.
 */
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { PostgresBinaries } from "./postgres-binaries.js";
import { mayEnter, runAs } from "./server-account.js";
import type { ServerAccount } from "./server-account.js";
import { StartRefusal, errorCode, reasonOf } from "./start-refusal.js";
import type { Log } from "./start-refusal.js";

export interface ClusterPlace {
  /** Folder of the cluster, the passwords and the server's log. */
  readonly folder: string;
  readonly data: string;
  readonly serverLog: string;
  readonly superuserPassword: string;
  readonly hubPassword: string;
}

/** The data folder, or the one that stands in for it where the server's account may not enter it. */
export function reachableFolder(dataDirectory: string, account: ServerAccount | null, log: Log): string {
  try {
    mkdirSync(dataDirectory, { recursive: true });
    if (account === null || mayEnter(account, dataDirectory)) return dataDirectory;
    const spare = spareFolder(dataDirectory);
    log(
      `The user ${account.name}, under whom PostgreSQL runs, may not enter ${dataDirectory}: the database is kept in ${spare}.`,
    );
    return spare;
  } catch (error) {
    throw new StartRefusal(
      `The data folder ${dataDirectory} cannot be used (${reasonOf(error)}). Set HUB_DATA_DIR to a folder you may write to.`,
    );
  }
}

/** Named in the data folder: who deletes the data folder starts afresh, as anywhere else. */
export function spareFolder(dataDirectory: string): string {
  const note = path.join(dataDirectory, "database-folder");
  if (!existsSync(note)) {
    const name = `${createHash("sha256").update(dataDirectory).digest("hex").slice(0, 8)}-${randomBytes(4).toString("hex")}`;
    writeFileSync(note, path.join("/var/lib/quality-concerns-hub", name));
  }
  const folder = readFileSync(note, "utf8").trim();
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

export function clusterPlace(parent: string, binaries: PostgresBinaries, account: ServerAccount | null): ClusterPlace {
  const folder = path.join(parent, "postgres");
  try {
    if (!existsSync(folder)) {
      removeAbandonedDrafts(parent);
      createCluster(parent, folder, binaries, account);
    }
    return {
      folder,
      data: path.join(folder, "data"),
      serverLog: path.join(folder, "server.log"),
      superuserPassword: readFileSync(path.join(folder, "superuser-password"), "utf8"),
      hubPassword: readFileSync(path.join(folder, "hub-password"), "utf8"),
    };
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    throw new StartRefusal(
      `The database in ${folder} cannot be used (${reasonOf(error)}). Was it made by another user?`,
    );
  }
}

function createCluster(
  parent: string,
  folder: string,
  binaries: PostgresBinaries,
  account: ServerAccount | null,
): void {
  const draft = path.join(parent, `.postgres-${String(process.pid)}`);
  mkdirSync(path.join(draft, "data"), { recursive: true, mode: 0o755 });
  try {
    for (const name of ["superuser-password", "hub-password"]) {
      writeFileSync(path.join(draft, name), randomBytes(24).toString("base64url"), { mode: 0o600 });
    }
    initialise(binaries, draft, account);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Somebody was quicker: theirs is used.
    if (!["ENOTEMPTY", "EEXIST"].includes(errorCode(error) ?? "")) throw error;
  }
}

function initialise(binaries: PostgresBinaries, draft: string, account: ServerAccount | null): void {
  const data = path.join(draft, "data");
  const passwordFile = path.join(draft, "initial-password");
  writeFileSync(passwordFile, readFileSync(path.join(draft, "superuser-password")), { mode: 0o600 });
  if (account !== null) for (const file of [data, passwordFile]) chownSync(file, account.uid, account.gid);
  const fixed = ["--pgdata", data, "--username", "postgres", "--pwfile", passwordFile];
  let said = "";
  // Not every machine knows C.UTF-8; C sorts the same and differs only in the case of letters beyond ASCII.
  for (const locale of ["C.UTF-8", "C"]) {
    const { status, stdout, stderr, error } = spawnSync(
      binaries.initdb,
      [...fixed, "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", locale],
      { ...runAs(account), encoding: "utf8", env: { PATH: process.env["PATH"], LC_MESSAGES: "C" } },
    );
    if (status === 0) {
      rmSync(passwordFile);
      return;
    }
    said = error?.message ?? `${stdout}\n${stderr}`.trim();
  }
  throw new StartRefusal(`PostgreSQL could not make its data folder ${data}:\n${said}`);
}

function removeAbandonedDrafts(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = /^\.postgres-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}
