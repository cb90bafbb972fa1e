import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createEmptyDatabase } from "../support/database.js";
import { runScript, type Outcome } from "../support/run-script.js";

let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
let dataDirectory: string;

beforeAll(async () => {
  database = await createEmptyDatabase();
  dataDirectory = await mkdtemp(path.join(tmpdir(), "seed-"));
});
afterAll(async () => {
  await database.drop();
  await rm(dataDirectory, { recursive: true });
});

function runSeed(parameters: readonly string[], settings: NodeJS.ProcessEnv = { HUB_DEMO: "1" }): Promise<Outcome> {
  return runScript("seed", parameters, { DATABASE_URL: database.url, HUB_DATA_DIR: dataDirectory, ...settings });
}

describe("the seed command", () => {
  it.each(["0", "-5", "1000001", "1e5", "2.5", "many", ""])("refuses %j concerns as wrong usage", async (count) => {
    const { exitCode, stdout, stderr } = await runSeed(["--concerns", count]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("a whole number from 1 to 1000000");
  });

  it("refuses to put invented concerns beside real ones", async () => {
    const service = {
      OIDC_ISSUER: "https://issuer.example",
      OIDC_AUDIENCE: "hub",
      ROUTER_CREDENTIAL: "r".repeat(32),
      IDENTITY_KEYS: `k:${Buffer.alloc(32).toString("base64")}`,
      AUDIT_KEYS: `k:${Buffer.alloc(32).toString("base64")}`,
    };
    const { exitCode, stdout, stderr } = await runSeed(["--concerns", "5"], service);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain("HUB_DEMO=1");
  });

  it("says how it is used", async () => {
    const { exitCode, stdout } = await runSeed(["--help"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("--concerns <number>");
  });

  it("fills an empty database, and adds nothing the second time", async () => {
    const first = await runSeed(["--concerns", "40", "--json"]);
    expect(first.exitCode).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({ alreadyThere: 0, added: 40 });
    const second = await runSeed(["--concerns", "40"]);
    expect(second).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("0 concerns added to 40") });
  });
});
