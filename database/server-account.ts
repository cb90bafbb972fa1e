/**
 * Which operating-system account PostgreSQL runs under. PostgreSQL refuses to run as root, so root lends it another
 * account; everybody else runs it as themselves (null).
 */
import { spawnSync } from "node:child_process";
import { StartRefusal } from "./start-refusal.js";
import type { Log } from "./start-refusal.js";

export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export function serverAccount(log: Log): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const known = accountNamed("postgres");
  if (known !== null) return known;
  const added = spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    "postgres",
  ]);
  const account = (added.status === 0 ? accountNamed("postgres") : null) ?? accountNamed("nobody");
  if (account === null) {
    throw new StartRefusal(
      "PostgreSQL does not run as root, and there is no other account to run it under. Start the hub as an ordinary user, or set DATABASE_URL.",
    );
  }
  log(`PostgreSQL does not run as root: it runs as the user ${account.name}.`);
  return account;
}

function accountNamed(name: string): ServerAccount | null {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
    return status === 0 ? Number.parseInt(stdout, 10) : 0;
  });
  return uid && gid ? { name, uid, gid } : null;
}

/** What `spawn` needs to run as that account. The working directory is one that every account may enter. */
export function runAs(account: ServerAccount | null): { uid?: number; gid?: number; cwd: string } {
  return account === null ? { cwd: "/" } : { uid: account.uid, gid: account.gid, cwd: "/" };
}

export function mayEnter(account: ServerAccount | null, folder: string): boolean {
  return spawnSync("test", ["-x", folder], runAs(account)).status === 0;
}
