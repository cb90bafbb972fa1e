/**
 * A program of the bench in a process of its own, so that what it costs is its own and nobody else's. It is ready
 * when its address answers, and gone when it is closed or when the bench ends in any way.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { HubError } from "../errors/hub-error.js";

export interface ChildProcess {
  readonly pid: number;
  close(): Promise<void>;
}

export interface Program {
  /** Arguments of node. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Answers 200 when the program is ready. */
  readonly readyUrl: string;
}

const root = fileURLToPath(new URL("../", import.meta.url));
const patienceMilliseconds = 120_000;

export async function startProgram({ args, environment, readyUrl }: Program): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const hear = (piece: Buffer): void => {
    said = `${said}${piece.toString()}`.slice(-4_000);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const close = async () => {
    process.off("exit", kill);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await gone;
  };
  const deadline = performance.now() + patienceMilliseconds;
  while (!(await answers(readyUrl))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await close();
      throw new HubError("INTERNAL", {}, { cause: `${args.join(" ")} is not ready at ${readyUrl}. It said: ${said}` });
    }
    await wait(100);
  }
  return { pid: child.pid ?? 0, close };
}

async function answers(url: string): Promise<boolean> {
  try {
    // Apollo Server answers a GET only where a header shows that no web page has sent it.
    const headers = { "apollo-require-preflight": "true" };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
