import { describe, expect, it } from "@jest/globals";
import { checkRouterCredential, routerCredentialFindings } from "../../authentication/router-credential.js";

const good = "pW3xq9VtR7mZk2LdB8nYc4HsJ6fGaE1u";

describe("the router credential", () => {
  it("opens a subgraph's port to who holds it", () => {
    expect(checkRouterCredential(good, good)).toBe(true);
  });

  it.each([
    ["nothing", undefined],
    ["an empty text", ""],
    ["one character less", good.slice(0, -1)],
    ["one character more", `${good}x`],
    ["another case", good.toLowerCase()],
    ["the same header twice", [good, good]],
    ["one value in an array", [good]],
  ])("stays shut to %s", (_title, presented) => {
    expect(checkRouterCredential(presented, good)).toBe(false);
  });

  it.each(["", "short", "x".repeat(31)])("opens nothing when it is as weak as %j", (weak) => {
    expect(checkRouterCredential(weak, weak)).toBe(false);
  });
});

describe("a secret is refused at start", () => {
  it.each([
    ["empty", "", "at least 32 characters"],
    ["short", "aB3dE6gH9", "at least 32 characters"],
    ["all one character", "a".repeat(40), "different characters"],
    ["a repeated word", "changeme".repeat(5), "well-known word"],
    ["a default in capitals", `ROUTER_CREDENTIAL_${good}`, "well-known word"],
    ["with a space", `${good} ${good}`, "without spaces"],
    ["not ASCII", `${good}é`, "printable ASCII"],
  ])("when it is %s", (_title, secret, finding) => {
    expect(routerCredentialFindings(secret).join(" ")).toContain(finding);
  });

  it("but not when it is long and random", () => {
    expect(routerCredentialFindings(good)).toEqual([]);
  });
});
