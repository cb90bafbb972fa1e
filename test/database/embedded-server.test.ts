import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import pg from "pg";
import { startEmbeddedServer } from "../../database/embedded-server.js";
import type { EmbeddedServer } from "../../database/embedded-server.js";
import { runningPostmaster, stopPostmaster } from "../../database/postmaster.js";

let folder = "";
let said: string[] = [];
const flags = ["fsync=off"];
const data = () => ({ data: path.join(folder, "postgres", "data") });
const start = (ifRunning: "refuse" | "join" = "refuse"): Promise<EmbeddedServer> =>
  startEmbeddedServer({ dataDirectory: folder, log: (line) => said.push(line), ifRunning, flags });

beforeEach(() => {
  said = [];
  folder = mkdtempSync(path.join(tmpdir(), `hub-test-${process.pid}-`));
  chmodSync(folder, 0o711);
});

afterEach(async () => {
  await stopPostmaster(data());
  rmSync(folder, { recursive: true, force: true });
});

async function ask(server: Pick<EmbeddedServer, "url">, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}

/** A hub of its own, up to where it has its database. */
async function anotherHub(ifRunning: "refuse" | "join" = "refuse"): Promise<ChildProcess> {
  const module = new URL("../../database/embedded-server.ts", import.meta.url).href;
  const source = `
    import { startEmbeddedServer } from ${JSON.stringify(module)};
    await startEmbeddedServer({
      dataDirectory: ${JSON.stringify(folder)}, log: console.error, ifRunning: "${ifRunning}", flags: ["fsync=off"],
    });
    console.log("up");
    setInterval(() => undefined, 1000);`;
  const hub = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", source], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  await Promise.race([
    once(hub.stdout, "data"),
    once(hub, "exit").then(() => Promise.reject(new Error("The other hub ended before it was up."))),
  ]);
  return hub;
}

async function kill(hub: ChildProcess): Promise<void> {
  const ended = once(hub, "exit");
  hub.kill("SIGKILL");
  await ended;
}

it("signs in as a role that is no superuser, and keeps its data from one start to the next", async () => {
  const first = await start();
  expect(
    await ask(first, "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user"),
  ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: true }]);
  await ask(first, "create table kept as select 1 as a");
  await first.stop();
  expect(runningPostmaster(data())).toBeNull();
  const second = await start();
  expect(await ask(second, "select a from kept")).toEqual([{ a: 1 }]);
  await second.stop();
});

it("keeps its passwords to the user who runs the hub, and leaves no draft behind", async () => {
  const server = await start();
  await server.stop();
  for (const name of ["superuser-password", "hub-password", "server.log"]) {
    expect(statSync(path.join(folder, "postgres", name)).mode & 0o077).toBe(0);
  }
  expect(readdirSync(folder)).toEqual(["postgres"]);
});

it("a second hub on the same folder is refused and does not disturb the first", async () => {
  const hub = await anotherHub();
  try {
    await expect(start()).rejects.toMatchObject({
      name: "StartRefusal",
      message: expect.stringMatching(new RegExp(`in use by another hub \\(process ${hub.pid}\\)`)),
    });
    const guest = await start("join");
    expect(await ask(guest, "select 1 as a")).toEqual([{ a: 1 }]);
    await guest.stop();
    expect(runningPostmaster(data())).not.toBeNull();
  } finally {
    await kill(hub);
  }
});

it("a hub that stops leaves the server to a command that still uses it, and that one stops it", async () => {
  const server = await start();
  const command = await startEmbeddedServer({ dataDirectory: folder, log: () => undefined, ifRunning: "join", flags });
  await server.stop();
  expect(await ask(command, "select 1 as a")).toEqual([{ a: 1 }]);
  await command.stop();
  expect(runningPostmaster(data())).toBeNull();
});

it("commands that come and go at once never lose the server, and leave none behind", async () => {
  const visit = async () => {
    const server = await start("join");
    const answer = await ask(server, "select 1 as a");
    await server.stop();
    return answer;
  };
  const answers = await Promise.all(Array.from({ length: 6 }, visit));
  answers.push(await visit());
  expect(answers).toEqual(Array.from({ length: 7 }, () => [{ a: 1 }]));
  expect(runningPostmaster(data())).toBeNull();
});

it("a server that a killed hub left running is adopted, and stopped at the end", async () => {
  const hub = await anotherHub();
  await kill(hub);
  const left = runningPostmaster(data());
  expect(left).not.toBeNull();
  const server = await start();
  expect(runningPostmaster(data())?.pid).toBe(left?.pid);
  await server.stop();
  expect(runningPostmaster(data())).toBeNull();
});

it("what was acknowledged is there after hub and server were killed", async () => {
  const hub = await anotherHub();
  const guest = await start("join");
  await ask(guest, "create table kept as select 1 as a");
  await kill(hub);
  process.kill(runningPostmaster(data())?.pid ?? 0, "SIGKILL");
  const server = await start();
  expect(await ask(server, "select a from kept")).toEqual([{ a: 1 }]);
  await server.stop();
});

it("a server that dies under a running hub comes back at the same address", async () => {
  const server = await start();
  process.kill(runningPostmaster(data())?.pid ?? 0, "SIGKILL");
  const deadline = Date.now() + 15_000;
  let answer: unknown[] = [];
  while (answer.length === 0 && Date.now() < deadline) {
    answer = await ask(server, "select 1 as a").catch(() => []);
    await wait(50);
  }
  expect(answer).toEqual([{ a: 1 }]);
  expect(said).toContain("The embedded PostgreSQL went away; starting it again.");
  await server.stop();
});

it("a server that is coming back when the hub stops is stopped with it", async () => {
  const server = await start();
  process.kill(runningPostmaster(data())?.pid ?? 0, "SIGKILL");
  for (const end = Date.now() + 20_000; !said.some((line) => line.includes("went away")) && Date.now() < end;)
    await wait(1);
  await server.stop();
  expect(said).toEqual([expect.stringContaining("went away")]);
  expect(runningPostmaster(data())).toBeNull();
  // Nor does it come later.
  await wait(1_000);
  expect(runningPostmaster(data())).toBeNull();
});

it("a note of a process that is now another one's does not keep the server from starting", async () => {
  await (await start()).stop();
  const note = path.join(data().data, "postmaster.pid");
  writeFileSync(note, `${process.ppid}\n${data().data}\n1\n5432\n\n127.0.0.1\n\nready\n`, { mode: 0o644 });
  const server = await start();
  expect(await ask(server, "select 1 as a")).toEqual([{ a: 1 }]);
  await server.stop();
});

it("a first start that was killed half-way leaves nothing in the way", async () => {
  mkdirSync(path.join(folder, ".postgres-999999999", "data"), { recursive: true });
  const server = await start();
  await server.stop();
  expect(readdirSync(folder)).toEqual(["postgres"]);
});

it("two first starts at once end with one database and one owner", async () => {
  const [hub, server] = await Promise.all([anotherHub("join"), start("join")]);
  expect(await ask(server, "select 1 as a")).toEqual([{ a: 1 }]);
  expect(readdirSync(folder)).toEqual(["postgres"]);
  await server.stop();
  await kill(hub);
});

it("a server that cannot start says why", async () => {
  await (await start()).stop();
  writeFileSync(path.join(data().data, "postgresql.auto.conf"), "no_such_setting = 1\n");
  await expect(start()).rejects.toMatchObject({
    name: "StartRefusal",
    message: expect.stringContaining("no_such_setting"),
  });
  expect(readFileSync(path.join(folder, "postgres", "server.log"), "utf8")).toContain("no_such_setting");
});
