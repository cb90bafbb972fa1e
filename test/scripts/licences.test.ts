import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";

const page = readFileSync(new URL("../../THIRD-PARTY-LICENCES.md", import.meta.url), "utf8");

function checkLicences(): Promise<{ readonly exitCode: number; readonly stderr: string }> {
  // What Jest needs of Node is not what the command runs with.
  const env = { ...process.env, NODE_OPTIONS: "" };
  return new Promise((resolve) => {
    const command = ["--import", "tsx", "scripts/licences.ts", "--check"];
    const child = execFile(process.execPath, command, { env }, (_error, _stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? -1, stderr });
    });
  });
}

describe("the list of licences", () => {
  it("is what the lock file gives", async () => {
    expect(await checkLicences()).toEqual({ exitCode: 0, stderr: "The list of licences is current.\n" });
  });

  it("names a licence for every package", () => {
    expect(page).toContain("| graphql | 16.15.0 | MIT |");
    expect(page).not.toContain("not stated");
  });

  // A licence of another kind is for the project's owner to accept: it goes into this list and onto the page.
  it("holds no kind of licence that the page does not explain", () => {
    const kinds = new Set([...page.matchAll(/^\| \S+ \| \S+ \| (.+) \|$/gm)].map(([, licence]) => licence));
    const explained = [
      "(MIT AND BSD-3-Clause)",
      "(MIT OR CC0-1.0)",
      "0BSD",
      "Apache-2.0",
      "BSD-2-Clause",
      "BSD-3-Clause",
      "BlueOak-1.0.0",
      "Elastic-2.0",
      "ISC",
      "MIT",
      "MIT-0",
      "MPL-2.0",
      "PSF-2.0",
    ];
    expect([...kinds].filter((kind) => kind !== "---" && kind !== "licence").sort()).toEqual(explained);
  });
});
