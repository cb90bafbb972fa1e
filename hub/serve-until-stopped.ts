/**
 * Runs what a command opens until the process is told to stop, while it opens as well: what is in flight finishes, all
 * parts close, and the process is gone within fifteen seconds in any case. A second signal changes nothing: npm passes
 * Ctrl-C on to a process that the terminal has told already.
 */
import { once } from "node:events";
import { createLogger } from "../gateway/logger.js";
import { readSettings } from "../settings/settings.js";
import { collectGarbage } from "./collect-garbage.js";
import type { HubOptions } from "./open-hub.js";
import type { Closable } from "./opened-together.js";

const longestStop = 14_000;

export async function serveUntilStopped(open: (options: HubOptions) => Promise<Closable>): Promise<void> {
  const read = readSettings(process.env);
  if ("findings" in read) {
    process.stderr.write(`${read.findings.join("\n")}\n`);
    process.exitCode = 1;
    return;
  }
  const { settings } = read;
  const log = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  const stopping = stoppedBySignal();
  try {
    const opened = await open({ settings, logger: createLogger(settings.logLevel), log, stopping });
    collectGarbage();
    if (!stopping.aborted) await once(stopping, "abort");
    await opened.close();
  } catch (error) {
    if (!stopping.aborted) throw error;
    if (!isAbort(error)) process.exitCode = 1;
  }
  process.exit();
}

/** What was given up because of the signal did not fail. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

function stoppedBySignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) return;
      setTimeout(() => process.exit(1), longestStop).unref();
      controller.abort();
    });
  }
  return controller.signal;
}
