/**
 * The one way into every command: `node scripts/bootstrap.mjs COMMAND [ARGUMENTS]`. Installs what is missing, then runs
 * `scripts/COMMAND.ts` in this same process, so that Ctrl-C reaches the command itself. Plain JavaScript without
 * dependencies, since it runs before there are any.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const leastNode = [20, 19];

/** Commands that are other people's programs, or tests', started from their own files: no shell, no search. */
const programs = {
  test: [{ bin: "jest/bin/jest.js", node: ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"] }],
  "test:leaks": [{ file: "test/leaks/hunt-for-leaks.ts", node: ["--import", "tsx"] }],
  "test:mutation": [{ file: "test/mutation/run.ts", node: ["--import", "tsx"] }],
  check: [
    { bin: "typescript/bin/tsc", args: ["--project", "."] },
    { bin: "eslint/bin/eslint.js", args: ["."] },
    { bin: "prettier/bin/prettier.cjs", args: ["--check", "--log-level", "warn", "."] },
    {
      bin: "jscpd/run-jscpd.js",
      args: [
        ...["--format", "typescript", "--ignore", "node_modules/**,.data/**,build/**,coverage/**"],
        ...["--threshold", "0.5", "--min-lines", "8", "--min-tokens", "70", "--reporters", "console", "."],
      ],
    },
    { script: "compose", args: ["--check"] },
  ],
};

function fail(message, code = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < leastNode[0] || (major === leastNode[0] && minor < leastNode[1])) {
    fail(`Node.js ${leastNode.join(".")} or later is needed; this is ${process.versions.node}.`);
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8"));
  } catch {
    return null;
  }
}

/** npm notes what it installed in a lock file of its own, as the last thing it does. */
function isInstalled(withTools) {
  const installed = readJson("node_modules/.package-lock.json")?.packages;
  const wanted = readJson("package-lock.json")?.packages;
  if (!wanted) fail("package-lock.json is missing or damaged: it came with the sources.");
  if (!installed) return false;
  return Object.entries(wanted).every(([folder, { version, optional, devOptional, dev }]) => {
    if (folder === "" || optional || devOptional || (dev && !withTools)) return true;
    return installed[folder]?.version === version && existsSync(path.join(root, folder, "package.json"));
  });
}

async function install(withTools) {
  if (isInstalled(withTools)) return;
  const name = createHash("sha256").update(root).digest("hex").slice(0, 16);
  const release = await takeTurn(path.join(tmpdir(), `quality-concerns-hub-install-${name}.lock`));
  try {
    if (isInstalled(withTools)) return;
    process.stderr.write("Installing dependencies (npm ci); this takes a minute, once.\n");
    const { npm_execpath: npmScript } = process.env;
    const [program, ...first] = npmScript?.endsWith(".js") ? [process.execPath, npmScript] : ["npm"];
    const args = [...first, "ci", "--no-audit", "--no-fund", ...(withTools ? ["--include=dev"] : [])];
    // Standard output belongs to the command.
    const { status, error } = spawnSync(program, args, {
      cwd: root,
      stdio: ["ignore", 2, 2],
      env: installEnvironment(),
    });
    if (status !== 0 || !isInstalled(withTools)) {
      release();
      fail(`The dependencies could not be installed${error ? ` (${error.message})` : ""}. What npm said is above.`);
    }
  } finally {
    release();
  }
}

/** npm hands its own settings to scripts; those of the outer run are not meant for the inner one. */
function installEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(command|lifecycle|package)/.test(name)),
  );
}

/** One installation at a time; the lock of a process that is gone does not count. */
async function takeTurn(file) {
  let said = false;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") fail(`The dependencies cannot be installed: ${error.message}`);
    }
    const holder = holderOf(file);
    if (holder === null) {
      rmSync(file, { force: true });
      continue;
    }
    if (!said) process.stderr.write(`Waiting for another command (process ${holder}) to install the dependencies.\n`);
    said = true;
    await wait(250);
  }
}

function holderOf(file) {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    if (pid === 0) return "just started";
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === "EPERM" ? "of another user" : null;
  }
}

/** Runs one program to its end; passes signals on and answers with its exit code. */
function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
    const pass = (signal) => {
      // A terminal sends Ctrl-C to the child as well.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, pass);
    child.on("error", (error) => fail(error.message));
    child.on("exit", (code, signal) => {
      for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(name, pass);
      resolve(signal === null ? code : 128 + constants.signals[signal]);
    });
  });
}

/** All at once: one of the checks takes as long as the others together. */
async function runPrograms(command, given) {
  const codes = await Promise.all(
    programs[command].map(async ({ bin, file, script, node = [], args = [] }) => {
      const what = bin ? path.join("node_modules", bin) : (file ?? fileURLToPath(import.meta.url));
      const code = await run([...node, what, ...(script ? [script] : []), ...args, ...given]);
      if (command === "check")
        process.stderr.write(`${code === 0 ? "passed" : "FAILED"}  ${script ?? bin.split("/")[0]}\n`);
      return code;
    }),
  );
  // One program's code is its own word; of several it is told whether all passed.
  if (codes.length === 1) return codes[0];
  return codes.find((code) => code >= 128) ?? (codes.every((code) => code === 0) ? 0 : 1);
}

async function runScript(command, given) {
  const file = path.join(root, "scripts", `${command.replaceAll(":", "-")}.ts`);
  if (!/^[a-z:-]+$/.test(command) || !existsSync(file)) fail(`There is no command "${command}". ${usage()}`, 2);
  // Libraries look over the programmer's shoulder otherwise, at every value that they handle.
  process.env.NODE_ENV ??= "production";
  const { register } = await import("tsx/esm/api");
  register();
  process.argv = [process.argv[0], file, ...given];
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    fail(error?.name === "StartRefusal" ? error.message : (error?.stack ?? String(error)));
  }
}

function usage() {
  const scripts = readdirSync(path.join(root, "scripts")).filter((name) => name.endsWith(".ts"));
  const names = [...Object.keys(programs), ...scripts.map((name) => name.slice(0, -3))];
  return `Commands: ${names.sort().join(", ")}.`;
}

const [command, ...given] = process.argv.slice(2);
if (command === undefined || command === "--help")
  fail(`Usage: node scripts/bootstrap.mjs COMMAND [ARGUMENTS]\n${usage()}`, 2);
process.chdir(root);
checkNode();
await install(command in programs || command === "bench");
if (command in programs) process.exitCode = await runPrograms(command, given);
else await runScript(command, given);
