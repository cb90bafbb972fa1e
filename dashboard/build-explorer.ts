/**
 * Builds the explorer once and again only when something it is made of has changed. Guarantees that the folder it
 * returns is complete: a build goes to a folder of its own first and takes the old one's place in one step.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const projectRoot = fileURLToPath(new URL("../", import.meta.url));
const sourceFolder = join(projectRoot, "dashboard", "explorer");
const stampFile = "sources.sha256";

/** Everything outside the explorer's own folder that ends up in the bundle or decides how it is made. */
const alsoBundled = [
  "dashboard/build-explorer.ts",
  "dashboard/example-query.ts",
  "dashboard/explorer-config.ts",
  "dashboard/in-words.ts",
  "docs/queries",
  "package-lock.json",
];

export interface BuildExplorerOptions {
  /** Where the finished explorer is kept; `build/explorer` unless told. */
  readonly directory?: string;
  /** Called before a build, which takes some seconds; not called when nothing has changed. */
  readonly onBuild?: () => void;
}

export async function ensureExplorer(options: BuildExplorerOptions = {}): Promise<string> {
  const directory = options.directory ?? join(projectRoot, "build", "explorer");
  const stamp = await hashSources();
  if ((await readStamp(directory)) === stamp) return directory;
  options.onBuild?.();
  const unfinished = `${directory}.${process.pid}`;
  await bundle(unfinished);
  await writeFile(join(unfinished, stampFile), stamp);
  await rm(directory, { recursive: true, force: true });
  await rename(unfinished, directory);
  return directory;
}

/** In a process of its own: what a bundler holds in memory is not the hub's to keep. */
async function bundle(outDir: string): Promise<void> {
  const vite = join(projectRoot, "node_modules", "vite", "bin", "vite.js");
  await run(process.execPath, [
    vite,
    "build",
    sourceFolder,
    "--outDir",
    outDir,
    "--emptyOutDir",
    "--logLevel",
    "error",
  ]);
}

async function hashSources(): Promise<string> {
  const listed = await Promise.all([sourceFolder, ...alsoBundled.map((path) => join(projectRoot, path))].map(filesOf));
  const hash = createHash("sha256");
  for (const path of listed.flat().sort()) {
    hash.update(`${relative(projectRoot, path)}\0`).update(await readFile(path));
  }
  return hash.digest("hex");
}

async function filesOf(path: string): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function readStamp(directory: string): Promise<string | null> {
  const path = join(directory, stampFile);
  return existsSync(path) ? readFile(path, "utf8") : null;
}
