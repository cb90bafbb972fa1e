import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";

let folder: string;
let directory: string;

/** In a process of its own: the bundler's native part takes no values of jest's separate realm. Resolves to what it says. */
async function build(): Promise<string> {
  const command = ["--import", "tsx", "scripts/build-explorer.ts", "--directory", directory];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, command);
  expect(stdout).toBe(`${directory}\n`);
  return stderr;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "explorer-"));
  directory = join(folder, "explorer");
});

afterAll(() => rm(folder, { recursive: true }));

describe("the built explorer", () => {
  it("is built when it is missing, and again only when something it is made of has changed", async () => {
    expect(await build()).toContain("Building");
    expect(await build()).not.toContain("Building");
    await writeFile(join(directory, "sources.sha256"), "of other sources");
    expect(await build()).toContain("Building");
    expect(await readdir(folder)).toEqual(["explorer"]);
  });

  it("loads every script, style and worker from its own folder", async () => {
    const html = await readFile(join(directory, "index.html"), "utf8");
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses).toEqual(expect.arrayContaining([expect.stringMatching(/^\/explorer\/assets\/index-.+\.js$/)]));
    for (const address of addresses) expect(address).toMatch(/^\/(?!\/)/);
    const files = await readdir(join(directory, "assets"));
    for (const worker of ["editor.worker", "graphql.worker", "json.worker"]) {
      expect(files.some((file) => file.startsWith(worker))).toBe(true);
    }
  });

  it("fetches no font or style from another host", async () => {
    const assets = join(directory, "assets");
    for (const file of (await readdir(assets)).filter((name) => name.endsWith(".css"))) {
      const styles = await readFile(join(assets, file), "utf8");
      expect(styles).not.toMatch(/url\(\s*["']?(?:https?:)?\/\/|@import/);
    }
  });

  it("carries the example queries", async () => {
    const assets = join(directory, "assets");
    const scripts = (await readdir(assets)).filter((name) => name.startsWith("query-editor") && name.endsWith(".js"));
    const bundled = await Promise.all(scripts.map((name) => readFile(join(assets, name), "utf8")));
    expect(bundled.join("")).toContain("# Concerns in my remit");
  });
});
