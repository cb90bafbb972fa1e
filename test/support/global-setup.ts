/**
 * One PostgreSQL for all test files, in a folder of its own, with a template database that is migrated once. Where the
 * template cannot be made, only the tests that want a database fail, each with the reason.
 */
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { isAlive } from "../../database/cluster-place.js";
import { startEmbeddedServer } from "../../database/embedded-server.js";
import type { EmbeddedServer } from "../../database/embedded-server.js";
import { migrate } from "../../database/migrate.js";
import { stopPostmaster } from "../../database/postmaster.js";

/** What a worker is told, in the environment. */
export interface TestServer {
  readonly url: string;
  readonly adminUrl: string;
  readonly template: string;
  readonly failure: string | null;
}

/** Nothing here has to survive a power cut. */
const unsafeButFast = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=200",
  "max_wal_size=2GB",
];

declare global {
  var stopTestServer: (() => Promise<void>) | undefined;
}

export default async function globalSetup(): Promise<void> {
  // Several runs in a row may be given one server, with the templates that the first of them has filled.
  if (process.env["HUB_TEST_SERVER"] !== undefined) return;
  await removeAbandoned();
  const { server, stop } = await startTestServer();
  globalThis.stopTestServer = async () => {
    globalThis.stopTestServer = undefined;
    await stop();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void globalThis.stopTestServer?.().finally(() => process.kill(process.pid, signal)));
  }
  process.env["HUB_TEST_SERVER"] = JSON.stringify(await makeTemplate(server));
}

/** A server in a folder of its own, which goes with it. */
export async function startTestServer(): Promise<{
  readonly server: EmbeddedServer;
  readonly stop: () => Promise<void>;
}> {
  const folder = mkdtempSync(path.join(tmpdir(), `hub-test-${String(process.pid)}-`));
  // PostgreSQL may run under another account, which has to pass through.
  chmodSync(folder, 0o711);
  const server = await startEmbeddedServer({ dataDirectory: folder, log: () => undefined, flags: unsafeButFast });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { server, stop };
}

export async function makeTemplate({ url, adminUrl }: EmbeddedServer): Promise<TestServer> {
  const template = "hub_template";
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(`create database ${template} owner hub`);
    await migrate({ url: url.replace(/\/hub$/, `/${template}`), prefix: "hub" });
    return { url, adminUrl, template, failure: null };
  } catch (error) {
    return {
      url,
      adminUrl,
      template,
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  } finally {
    await admin.end();
  }
}

/** Servers of test runs that were killed. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^hub-test-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = path.join(tmpdir(), name);
    try {
      await stopPostmaster({ data: path.join(folder, "postgres", "data") });
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's: theirs to remove.
    }
  }
}
