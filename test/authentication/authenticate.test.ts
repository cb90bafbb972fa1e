import { describe, expect, it } from "@jest/globals";
import type { AuthenticationFailure } from "../../authentication/authentication-failure.js";
import {
  createAuthenticator,
  type AuthenticationResult,
  type AuthenticatorDependencies,
} from "../../authentication/authenticate.js";
import type { KeySource } from "../../authentication/key-source.js";
import { directory, forge, goodClaims, goodHeader, keys, now, settings, tokenWith, without } from "./token-forge.js";

const good = tokenWith();

function ask(
  token: string,
  purpose?: string,
  dependencies: Partial<AuthenticatorDependencies> = {},
): Promise<AuthenticationResult> {
  const authenticator = createAuthenticator({ settings, keys, directory, clock: () => now, ...dependencies });
  return authenticator.authenticate({ authorization: `Bearer ${token}`, purpose });
}

describe("the caller", () => {
  it("is who the token says, in the role it selects, for the usual purpose of that role", async () => {
    expect(await ask(good)).toEqual({
      ok: true,
      caller: {
        issuer: settings.issuer,
        subject: "persona-1",
        organisation: "ZZN01",
        organisationKind: "TRUST",
        role: "QUALITY_LEAD",
        purpose: "EDUCATION_QUALITY",
        assurance: null,
        tokenId: "token-1",
      },
    });
  });

  it("cannot be changed", async () => {
    const result = await ask(good);
    expect(result.ok && Object.isFrozen(result.caller)).toBe(true);
  });

  it("has the assurance that the issuer states", async () => {
    expect(await ask(tokenWith({ assurance: 3 }))).toMatchObject({ caller: { assurance: 3 } });
  });

  it("with one role needs no selection", async () => {
    const token = forge(goodHeader, without(goodClaims, "role"));
    expect(await ask(token)).toMatchObject({ caller: { role: "QUALITY_LEAD" } });
  });

  it("with two roles acts in the selected one alone", async () => {
    const token = tokenWith({ roles: ["QUALITY_LEAD", "EXECUTIVE"], role: "EXECUTIVE" });
    expect(await ask(token)).toMatchObject({ caller: { role: "EXECUTIVE" } });
  });
});

describe("a good token is refused for", () => {
  const inRole = (role: unknown, roles: unknown = [role]): string => tokenWith({ role, roles });
  const noSelection = (roles: unknown): string => forge(goodHeader, without({ ...goodClaims, roles }, "role"));
  const refused: readonly (readonly [title: string, token: string, because: AuthenticationFailure])[] = [
    ["a role that is not held", inRole("EXECUTIVE", ["QUALITY_LEAD"]), "ROLE_NOT_HELD"],
    ["a selected role in small letters", inRole("quality_lead", ["QUALITY_LEAD"]), "ROLE_NOT_HELD"],
    ["two selected roles", inRole(["QUALITY_LEAD", "EXECUTIVE"], ["QUALITY_LEAD", "EXECUTIVE"]), "ROLE_NOT_HELD"],
    ["a selection of null", inRole(null, ["QUALITY_LEAD"]), "ROLE_NOT_HELD"],
    ["a role that does not exist", inRole("ADMIN"), "ROLE_UNKNOWN"],
    ["a role from an object's prototype", inRole("constructor"), "ROLE_UNKNOWN"],
    ["two roles without a selection", noSelection(["QUALITY_LEAD", "EXECUTIVE"]), "ROLE_AMBIGUOUS"],
    ["no roles", noSelection([]), "ROLE_MISSING"],
    ["no claim of roles", forge(goodHeader, without(goodClaims, "roles")), "ROLE_MISSING"],
    ["roles as text", inRole("QUALITY_LEAD", "QUALITY_LEAD"), "ROLE_MISSING"],
    ["roles that are no texts", inRole("QUALITY_LEAD", ["QUALITY_LEAD", 1]), "ROLE_MISSING"],
    ["a role that a trust does not have", inRole("OPERATOR"), "ROLE_NOT_FOR_ORGANISATION"],
    ["no organisation", forge(goodHeader, without(goodClaims, "org")), "ORGANISATION_MISSING"],
    ["an organisation in an array", tokenWith({ org: ["ZZN01"] }), "ORGANISATION_MISSING"],
    ["an unknown organisation", tokenWith({ org: "ZZN99" }), "ORGANISATION_UNKNOWN"],
    ["an organisation in small letters", tokenWith({ org: "zzn01" }), "ORGANISATION_UNKNOWN"],
    ["an organisation with a space", tokenWith({ org: "ZZN01 " }), "ORGANISATION_UNKNOWN"],
    ["an organisation with SQL in it", tokenWith({ org: "X' OR '1" }), "ORGANISATION_UNKNOWN"],
    ["a closed organisation", tokenWith({ org: "ZZOLD" }), "ORGANISATION_CLOSED"],
    ["an assurance that is no level", tokenWith({ assurance: "high" }), "ASSURANCE"],
    ["an assurance above the highest", tokenWith({ assurance: 4 }), "ASSURANCE"],
  ];

  it.each(refused)("%s, like any other", async (_title, token, because) => {
    expect(await ask(token)).toMatchObject({ ok: false, code: "UNAUTHENTICATED", because });
  });

  it.each(["zzn01", "ZZN01 ", "ZZN01\u0000", "ZZ", "ZZN0100000000", "ＺＺＮ０１"])(
    "organisation %j without the directory being asked, which might be less exact",
    async (org) => {
      const asked: string[] = [];
      const lenient: AuthenticatorDependencies["directory"] = (code) => {
        asked.push(code);
        return Promise.resolve({ kind: "TRUST", open: true });
      };
      const result = await ask(tokenWith({ org }), undefined, { directory: lenient });
      expect(result).toMatchObject({ ok: false, because: "ORGANISATION_UNKNOWN" });
      expect(asked).toEqual([]);
    },
  );

  it("a token id on the deny list, also when the token was accepted a moment ago", async () => {
    const revoked = new Set<string>();
    const authenticator = createAuthenticator({
      settings,
      keys,
      directory,
      clock: () => now,
      isRevoked: (tokenId) => revoked.has(tokenId),
    });
    const request = { authorization: `Bearer ${good}`, purpose: undefined };
    expect(await authenticator.authenticate(request)).toMatchObject({ ok: true });
    revoked.add("token-1");
    expect(await authenticator.authenticate(request)).toMatchObject({ ok: false, because: "REVOKED" });
  });
});

describe("the header", () => {
  const headers: readonly (readonly [
    title: string,
    authorization: string | undefined,
    because: AuthenticationFailure,
  ])[] = [
    ["is missing", undefined, "TOKEN_MISSING"],
    ["is empty", "", "TOKEN_MALFORMED"],
    ["has no token", "Bearer", "TOKEN_MALFORMED"],
    ["has an empty token", "Bearer ", "TOKEN_MALFORMED"],
    ["has another scheme", `Basic ${good}`, "TOKEN_MALFORMED"],
    ["has no scheme", good, "TOKEN_MALFORMED"],
    ["has two tokens", `Bearer ${good} ${good}`, "TOKEN_MALFORMED"],
    ["was sent twice and joined", `Bearer ${good}, Bearer ${good}`, "TOKEN_MALFORMED"],
    ["has a line break", `Bearer ${good}\nx`, "TOKEN_MALFORMED"],
    ["is a megabyte long", `Bearer ${"x".repeat(1_000_000)}`, "TOKEN_TOO_LONG"],
  ];
  it.each(headers)("is refused when it %s", async (_title, authorization, because) => {
    const { authenticate } = createAuthenticator({ settings, keys, directory, clock: () => now });
    const result = await authenticate({ authorization, purpose: undefined });
    expect(result).toEqual({ ok: false, code: "UNAUTHENTICATED", because, identity: null });
  });

  it.each([
    { "x-org": "X24" },
    { "x-role": "AUDITOR" },
    { "x-forwarded-user": "persona-2", "x-forwarded-for": "127.0.0.1" },
  ])("%j changes nothing about the caller", async (spoofed) => {
    const { authenticate } = createAuthenticator({ settings, keys, directory, clock: () => now });
    const plain = { authorization: `Bearer ${good}`, purpose: undefined };
    const spoofing = { ...spoofed, ...plain };
    expect(await authenticate(spoofing)).toEqual(await authenticate(plain));
    expect(await authenticate({ ...spoofed, authorization: undefined, purpose: undefined })).toMatchObject({
      ok: false,
    });
  });
});

describe("the purpose of use", () => {
  it("may be any that the role may declare", async () => {
    const token = tokenWith({ org: "GMC", role: "CASE_HOLDER", roles: ["CASE_HOLDER"] });
    expect(await ask(token)).toMatchObject({ caller: { purpose: "REGULATION" } });
    expect(await ask(token, "BREAK_GLASS")).toMatchObject({ caller: { purpose: "BREAK_GLASS" } });
  });

  it.each(["REGULATION", "BREAK_GLASS", "AUDIT", "", "education_quality", "EDUCATION_QUALITY, AUDIT", "toString"])(
    "%j is forbidden to a provider's quality lead, and the audit can tell who tried",
    async (purpose) => {
      expect(await ask(good, purpose)).toMatchObject({
        ok: false,
        code: "FORBIDDEN",
        because: "PURPOSE_NOT_PERMITTED",
        identity: { subject: "persona-1", organisation: "ZZN01", tokenId: "token-1" },
      });
    },
  );

  it("of a bad token is not looked at", async () => {
    expect(await ask("x", "AUDIT")).toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

describe("a token that comes again", () => {
  function counted(): { keys: KeySource; lookUps: () => number } {
    let count = 0;
    return {
      keys: {
        find(keyId, algorithm) {
          count += 1;
          return keys.find(keyId, algorithm);
        },
      },
      lookUps: () => count,
    };
  }

  it("is verified once a minute", async () => {
    let time = now;
    const { keys: countedKeys, lookUps } = counted();
    const { authenticate } = createAuthenticator({ settings, keys: countedKeys, directory, clock: () => time });
    const request = { authorization: `Bearer ${good}`, purpose: undefined };
    for (const at of [0, 1_000, 59_999]) {
      time = now + at;
      expect(await authenticate(request)).toMatchObject({ ok: true });
    }
    expect(lookUps()).toBe(1);
    time = now + 60_000;
    await authenticate(request);
    expect(lookUps()).toBe(2);
  });

  it("is refused once it has run out, however recently it was accepted", async () => {
    let time = now;
    const token = tokenWith({ exp: now / 1000 + 10 });
    const { authenticate } = createAuthenticator({ settings, keys, directory, clock: () => time });
    const request = { authorization: `Bearer ${token}`, purpose: undefined };
    time = now + 50_000;
    expect(await authenticate(request)).toMatchObject({ ok: true });
    time = now + 70_000;
    expect(await authenticate(request)).toMatchObject({ ok: false, because: "EXPIRY" });
  });

  it("with an edited signature is verified on its own", async () => {
    const { authenticate } = createAuthenticator({ settings, keys, directory, clock: () => now });
    await authenticate({ authorization: `Bearer ${good}`, purpose: undefined });
    const edited = good.slice(0, -20) + "A".repeat(19) + good.slice(-1);
    const result = await authenticate({ authorization: `Bearer ${edited}`, purpose: undefined });
    expect(result).toMatchObject({ ok: false, because: "SIGNATURE" });
  });

  it("after it was refused is looked at afresh", async () => {
    let time = now;
    const token = tokenWith({ nbf: now / 1000 + 120 });
    const { authenticate } = createAuthenticator({ settings, keys, directory, clock: () => time });
    const request = { authorization: `Bearer ${token}`, purpose: undefined };
    expect(await authenticate(request)).toMatchObject({ ok: false });
    time = now + 120_000;
    expect(await authenticate(request)).toMatchObject({ ok: true });
  });

  it("is refused as soon as its organisation closes", async () => {
    let open = true;
    const { authenticate } = createAuthenticator({
      settings,
      keys,
      directory: () => Promise.resolve({ kind: "TRUST" as const, open }),
      clock: () => now,
    });
    const request = { authorization: `Bearer ${good}`, purpose: undefined };
    expect(await authenticate(request)).toMatchObject({ ok: true });
    open = false;
    expect(await authenticate(request)).toMatchObject({ ok: false, because: "ORGANISATION_CLOSED" });
  });
});

describe("when something that is needed to decide is away", () => {
  const away = (): Promise<never> => Promise.reject(new RangeError("no connection"));

  it("nobody is let in without a directory", async () => {
    await expect(ask(good, undefined, { directory: away })).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("nobody is let in without the deny list", async () => {
    await expect(ask(good, undefined, { isRevoked: away })).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("nobody is let in without keys", async () => {
    const keysAway: KeySource = { find: () => Promise.resolve("UNAVAILABLE") };
    expect(await ask(good, undefined, { keys: keysAway })).toMatchObject({
      code: "UNAUTHENTICATED",
      because: "KEYS_UNAVAILABLE",
    });
  });
});
