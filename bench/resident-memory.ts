/** Resident memory of one process, as the operating system counts it; PostgreSQL's own processes are not in it. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { setTimeout as wait } from "node:timers/promises";

const run = promisify(execFile);
const bytesInMegabyte = 1024 * 1024;

/** In megabytes (2^20 bytes). `ps` tells kilobytes, on every system that has it. */
export async function residentMegabytes(pid: number): Promise<number> {
  const { stdout } = await run("ps", ["-o", "rss=", "-p", String(pid)]);
  return (Number(stdout.trim()) * 1024) / bytesInMegabyte;
}

/** The most that is seen while the work goes on. */
export async function mostMegabytesDuring(pid: number, work: Promise<unknown>): Promise<number> {
  const over = (): boolean => true;
  const isOver = (): Promise<boolean> => Promise.race([wait(250).then(() => false), work.then(over, over)]);
  let most = await residentMegabytes(pid);
  while (!(await isOver())) most = Math.max(most, await residentMegabytes(pid));
  await work;
  return most;
}
