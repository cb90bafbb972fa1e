/**
 * A lane: one PostgreSQL of its own, on which tests run one after another with one fault planted or none. What a run
 * says is told apart: a test failed, all passed, or what was to be tested never came to be.
 */
import { fork, type ChildProcess } from "node:child_process";
import { makeTemplate, startTestServer, type TestServer } from "../support/global-setup.js";
import type { Mutant } from "./mutant.js";

export type Outcome = "PASSED" | "FAILED" | "NOT_LOADED";

export interface Asked {
  /** Test files and folders. */
  readonly files: readonly string[];
  /** None where things are tried as they are. */
  readonly mutant?: Mutant;
  /** They load a hub outside of jest's sandbox, once for a process: each run needs one of its own. */
  readonly ofAHub?: true | undefined;
}

export interface Lane {
  run(asked: Asked): Promise<Outcome>;
  close(): Promise<void>;
}

/** Each test file, with how each of its tests failed; none of them where the file could not be run. */
export interface RunReport {
  readonly files: readonly {
    readonly isBroken: boolean;
    readonly tests: readonly { readonly status: string; readonly failure: string | null }[];
  }[];
  /** Of the process, after the run. */
  readonly megabytes: number;
  /** Why there was no run at all. */
  readonly error?: string;
}

const faultOf = ({ file, at, find, put }: Mutant): string => JSON.stringify({ file, at, find, put });

/** Longer than any step takes; a mutant that never ends, or ends the process, was noticed. */
const patienceMilliseconds = 120_000;
/** Modules of a run stay in the memory of its process. */
const mostMegabytes = 450;

export async function openLane(): Promise<Lane> {
  const { server, stop } = await startTestServer();
  const template = await makeTemplate(server);
  let jest: ChildProcess | undefined;
  let closing: Promise<void> | undefined;
  const endJest = (): void => {
    jest?.kill("SIGKILL");
    jest = undefined;
  };
  return {
    run: async ({ files, mutant, ofAHub = false }) => {
      const fault = mutant === undefined ? "" : faultOf(mutant);
      if (ofAHub) endJest();
      jest ??= startJest(template, fault);
      const report = await reportOf(jest, { files, fault });
      if (ofAHub || report === "NO_END" || report.megabytes > mostMegabytes) endJest();
      return report === "NO_END" ? "FAILED" : outcomeOf(report);
    },
    close: () => {
      endJest();
      return (closing ??= stop());
    },
  };
}

function startJest(server: TestServer, fault: string): ChildProcess {
  return fork("test/mutation/jest-process.mjs", {
    execArgv: ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"],
    env: { ...process.env, HUB_TEST_SERVER: JSON.stringify(server), HUB_PLANTED_FAULT: fault },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

function reportOf(
  jest: ChildProcess,
  asked: { readonly files: readonly string[]; readonly fault: string },
): Promise<RunReport | "NO_END"> {
  return new Promise((resolve) => {
    const settled = <Value>(settle: (value: Value) => void) => {
      return (value: Value): void => {
        clearTimeout(timer);
        jest.removeAllListeners();
        settle(value);
      };
    };
    const timer = setTimeout(settled(resolve), patienceMilliseconds, "NO_END");
    jest.once("message", settled(resolve));
    jest.once(
      "exit",
      settled(() => {
        resolve("NO_END");
      }),
    );
    jest.send(asked);
  });
}

/** What is thrown where nothing was expected yet: by the runtime, by PostgreSQL, by a start that is refused. */
const beforeAnyTest = /^(error|[A-Z]\w*Error|StartRefusal)\b/;

/** Where every test of a file fails in one and the same such way, none was reached: what they share did not begin. */
export function outcomeOf({ files, error }: RunReport): Outcome {
  if (error !== undefined) throw new Error(error);
  const failed = files.find(({ isBroken, tests }) => isBroken || tests.some(({ failure }) => failure !== null));
  if (failed === undefined) {
    if (!files.some(({ tests }) => tests.some(({ status }) => status === "passed"))) throw new Error("No test ran.");
    return "PASSED";
  }
  const asked = failed.tests.filter(({ status }) => status !== "pending");
  const [way, ...others] = new Set(asked.map(({ failure }) => failure));
  const isBegun = others.length > 0 || typeof way !== "string" || !beforeAnyTest.test(way);
  return !failed.isBroken && isBegun ? "FAILED" : "NOT_LOADED";
}
