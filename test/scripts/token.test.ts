import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { startIssuer, type RunningIssuer } from "../issuer/running-issuer.js";
import { runScript, type Outcome } from "../support/run-script.js";

let running: RunningIssuer;

beforeAll(async () => {
  running = await startIssuer();
});

afterAll(async () => {
  await running.stop();
});

function runToken(...parameters: readonly string[]): Promise<Outcome> {
  return runScript("token", parameters, {});
}

describe("the token command", () => {
  it("prints the token alone, and says on the other stream how to declare the purpose", async () => {
    const outcome = await runToken("gmc", "--purpose", "BREAK_GLASS", "--url", running.publicUrl);
    expect(outcome).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/),
      stderr: "Send the purpose as a header: X-Purpose-Of-Use: BREAK_GLASS\n",
    });
  });

  it("prints JSON for a script", async () => {
    const { stdout } = await runToken("northmoor-lead", "--json", "--url", `${running.publicUrl}/`);
    expect(JSON.parse(stdout)).toMatchObject({
      persona: "northmoor-lead",
      organisation: "ZZN01",
      role: "QUALITY_LEAD",
      purpose: "EDUCATION_QUALITY",
    });
  });

  it.each([
    ["an unknown persona, with a list of those there are", ["root"], 2, /no persona "root".*\n(.*\n)*.*northmoor-lead/],
    [
      "a purpose that the role may not declare",
      ["gmc", "--purpose", "AUDIT"],
      2,
      /^gmc may declare REGULATION or BREAK_GLASS\.\n$/,
    ],
    ["no persona", [], 2, /missing required argument/],
    ["an option that does not exist", ["gmc", "--role", "AUDITOR"], 2, /unknown option/],
    ["no hub to ask", ["gmc", "--url", "http://127.0.0.1:1"], 1, /^No hub answers at .*npm start\n$/],
  ] as const)("refuses %s", async (_title, parameters, exitCode, message) => {
    const outcome = await runToken(...parameters);
    expect(outcome).toEqual({ exitCode, stdout: "", stderr: expect.stringMatching(message) });
  });

  it("explains itself", async () => {
    const { exitCode, stdout } = await runToken("--help");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("--purpose");
    expect(stdout).toContain("midlands-guardian");
  });
});
