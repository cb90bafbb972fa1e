import { describe, expect, it } from "@jest/globals";
import { isExpired, sessionFromToken } from "../../../dashboard/explorer/session.js";

const tokenWith = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.signature`;

describe("a session", () => {
  it("says for whom and until when its token was issued", () => {
    const claims = { sub: "nørth-lead", org: "ZZN01", role: "QUALITY_LEAD", exp: 2_000_000_000 };
    expect(sessionFromToken(tokenWith(claims))).toMatchObject({
      subject: "nørth-lead",
      organisation: "ZZN01",
      role: "QUALITY_LEAD",
      expiresAt: 2_000_000_000_000,
    });
  });

  for (const [what, token] of [
    ["an empty text", ""],
    ["an opaque token", "opaque"],
    ["a payload that is not base64", "a.%%%.c"],
    ["a payload that is not JSON", `a.${Buffer.from("{").toString("base64url")}.c`],
    ["a payload that is null", tokenWith(null)],
    ["a token without a subject", tokenWith({ org: "GMC" })],
    ["a subject that is not a text", tokenWith({ sub: 1 })],
  ] as const) {
    it(`is not made from ${what}`, () => {
      expect(sessionFromToken(token)).toBeNull();
    });
  }

  for (const [expiry, expected] of [
    [1, true],
    [4_000_000_000, false],
    [undefined, false],
  ] as const) {
    it(`whose token ends at ${expiry ?? "no stated time"} is ${expected ? "over" : "current"}`, () => {
      const session = sessionFromToken(tokenWith({ sub: "gmc", exp: expiry }));
      expect(session !== null && isExpired(session)).toBe(expected);
    });
  }
});
