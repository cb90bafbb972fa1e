import { describe, expect, it } from "@jest/globals";
import type { AuthenticationFailure } from "../../authentication/authentication-failure.js";
import { createAuthenticator } from "../../authentication/authenticate.js";
import {
  directory,
  encode,
  forge,
  goodClaims,
  goodHeader,
  hs256,
  issuerKey,
  keys,
  now,
  ps256,
  rs256,
  rs512,
  seconds,
  settings,
  strangerKey,
  tokenWith,
  without,
} from "./token-forge.js";

const good = tokenWith();
const [header = "", claims = "", signature = ""] = good.split(".");
const publicPem = issuerKey.publicKey.export({ format: "pem", type: "spki" }).toString();
const claimsText = JSON.stringify(goodClaims);
const headerText = JSON.stringify(goodHeader);
const unsigned = (alg: unknown): string => `${encode({ ...goodHeader, alg })}.${claims}.`;

/** Changes the last character of a segment to one that decodes to the same bytes. */
function nonCanonical(segment: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const last = segment.at(-1) ?? "";
  return segment.slice(0, -1) + (alphabet[alphabet.indexOf(last) + 1] ?? "");
}

/** A payload whose base64url form has spare bits at its end. */
const spare = [0, 1, 2]
  .map((n) => tokenWith({ pad: "x".repeat(n) }))
  .find((token) => (token.split(".")[1]?.length ?? 0) % 4 > 0);
const [spareHeader = "", spareClaims = "", spareSignature = ""] = (spare ?? "").split(".");

const refused: readonly (readonly [title: string, token: string, because: AuthenticationFailure])[] = [
  // algorithms
  ...["none", "None", "NONE", "nOnE", "", "none ", "NoNe"].map(
    (alg) => [`alg "${alg}" without a signature`, unsigned(alg), "TOKEN_MALFORMED"] as const,
  ),
  ...["none", "None", "NONE", "nOnE", ""].map(
    (alg) => [`alg "${alg}" with the signature of another token`, `${unsigned(alg)}${signature}`, "ALGORITHM"] as const,
  ),
  ["alg null", forge({ ...goodHeader, alg: null }, goodClaims), "ALGORITHM"],
  ["alg in an array", forge({ ...goodHeader, alg: ["RS256"] }, goodClaims), "ALGORITHM"],
  ["no alg", forge(without(goodHeader, "alg"), goodClaims), "ALGORITHM"],
  ["alg rs256 in small letters", forge({ ...goodHeader, alg: "rs256" }, goodClaims), "ALGORITHM"],
  [
    "HS256 with the public key as its secret",
    forge({ ...goodHeader, alg: "HS256" }, goodClaims, hs256(publicPem)),
    "ALGORITHM",
  ],
  ["HS256 in an RS256 header", forge(goodHeader, goodClaims, hs256(publicPem)), "SIGNATURE"],
  ["RS512, which is not pinned", forge({ ...goodHeader, alg: "RS512" }, goodClaims, rs512), "ALGORITHM"],
  ["PS256 by a key published for RS256", forge({ ...goodHeader, alg: "PS256" }, goodClaims, ps256), "KEY_UNKNOWN"],
  // signatures
  ["a stripped signature", `${header}.${claims}.`, "TOKEN_MALFORMED"],
  ["an edited signature", `${header}.${claims}.${encode("forged")}`, "SIGNATURE"],
  [
    "edited claims under an old signature",
    `${header}.${encode({ ...goodClaims, org: "X24" })}.${signature}`,
    "SIGNATURE",
  ],
  ["an edited header under an old signature", `${encode({ ...goodHeader, x: 1 })}.${claims}.${signature}`, "SIGNATURE"],
  ["a stranger's key under the issuer's key id", forge(goodHeader, goodClaims, rs256(strangerKey)), "SIGNATURE"],
  // keys
  ["an embedded jwk", forge({ ...goodHeader, jwk: strangerKey.jwk }, goodClaims, rs256(strangerKey)), "EMBEDDED_KEY"],
  ["a jku", tokenWith({}, { jku: "https://attacker.example/keys" }), "EMBEDDED_KEY"],
  ["an x5u", tokenWith({}, { x5u: "https://attacker.example/certificate" }), "EMBEDDED_KEY"],
  ["an x5c", tokenWith({}, { x5c: ["MIIB"] }), "EMBEDDED_KEY"],
  ["an empty jwk", tokenWith({}, { jwk: null }), "EMBEDDED_KEY"],
  ["no kid", forge(without(goodHeader, "kid"), goodClaims), "KEY_ID"],
  ["an empty kid", tokenWith({}, { kid: "" }), "KEY_ID"],
  ["a numeric kid", tokenWith({}, { kid: 1 }), "KEY_ID"],
  ["a kid of 129 characters", tokenWith({}, { kid: "k".repeat(129) }), "KEY_ID"],
  ["a kid of 6,000 characters", tokenWith({}, { kid: "k".repeat(6_000) }), "TOKEN_TOO_LONG"],
  ["a kid that climbs", tokenWith({}, { kid: "../../../../dev/null" }), "KEY_ID"],
  ["a kid that climbs backwards", tokenWith({}, { kid: "..\\..\\keys" }), "KEY_ID"],
  ["a kid that is a path", tokenWith({}, { kid: "/dev/null" }), "KEY_UNKNOWN"],
  ["a kid with SQL in it", tokenWith({}, { kid: "x' union select 'key" }), "KEY_ID"],
  ["a kid of an object's prototype", tokenWith({}, { kid: "__proto__" }), "KEY_UNKNOWN"],
  ["an unknown kid", tokenWith({}, { kid: "hub-2026-12" }), "KEY_UNKNOWN"],
  // header
  ["an unknown crit", tokenWith({}, { crit: ["exp"], exp: seconds }), "CRITICAL_HEADER"],
  ["crit b64", tokenWith({}, { crit: ["b64"], b64: true }), "CRITICAL_HEADER"],
  ["an empty crit", tokenWith({}, { crit: [] }), "CRITICAL_HEADER"],
  ["no typ", forge(without(goodHeader, "typ"), goodClaims), "TYPE"],
  ["the typ of an ID token", tokenWith({}, { typ: "JWT" }), "TYPE"],
  ["the typ of a logout token", tokenWith({}, { typ: "logout+jwt" }), "TYPE"],
  ["a header member twice", forge(`{"alg":"none",${headerText.slice(1)}`, goodClaims), "DUPLICATE_MEMBER"],
  ["a header that is an array", forge("[]", goodClaims), "TOKEN_MALFORMED"],
  // times
  ["no exp", forge(goodHeader, without(goodClaims, "exp")), "EXPIRY"],
  ["a past exp", tokenWith({ iat: seconds - 3600, exp: seconds - 61 }), "EXPIRY"],
  ["a far-future exp", tokenWith({ exp: Date.parse("2099-01-01T00:00:00Z") / 1000 }), "LIFETIME"],
  ["exp 1e400", forge(goodHeader, claimsText.replace(/"exp":\d+/, '"exp":1e400')), "EXPIRY"],
  ["exp as text", tokenWith({ exp: String(seconds + 3600) }), "EXPIRY"],
  ["exp null", tokenWith({ exp: null }), "EXPIRY"],
  ["exp true", tokenWith({ exp: true }), "EXPIRY"],
  ["exp in an array", tokenWith({ exp: [seconds + 3600] }), "EXPIRY"],
  ["exp in milliseconds", tokenWith({ exp: now + 3_600_000 }), "LIFETIME"],
  ["no iat", forge(goodHeader, without(goodClaims, "iat")), "ISSUED_AT"],
  ["a future iat", tokenWith({ iat: seconds + 61 }), "ISSUED_AT"],
  ["iat as text", tokenWith({ iat: String(seconds) }), "ISSUED_AT"],
  ["iat -1e400", forge(goodHeader, claimsText.replace(/"iat":\d+/, '"iat":-1e400')), "ISSUED_AT"],
  ["a life of more than 12 hours", tokenWith({ exp: seconds - 60 + 12 * 3600 + 1 }), "LIFETIME"],
  ["iat after exp", tokenWith({ iat: seconds + 30, exp: seconds + 20 }), "LIFETIME"],
  ["a future nbf", tokenWith({ nbf: seconds + 61 }), "NOT_BEFORE"],
  ["nbf as text", tokenWith({ nbf: "now" }), "NOT_BEFORE"],
  // audience
  ["another audience", tokenWith({ aud: "another-api" }), "AUDIENCE"],
  ["an audience of another environment", tokenWith({ aud: "quality-concerns-hub-test" }), "AUDIENCE"],
  ["no aud", forge(goodHeader, without(goodClaims, "aud")), "AUDIENCE"],
  ["ours among other audiences", tokenWith({ aud: [settings.audience, "another-api"] }), "AUDIENCE"],
  ["ours twice", tokenWith({ aud: [settings.audience, settings.audience] }), "AUDIENCE"],
  ["no audience in an array", tokenWith({ aud: [] }), "AUDIENCE"],
  ["our audience in capitals", tokenWith({ aud: settings.audience.toUpperCase() }), "AUDIENCE"],
  // issuer
  ["another issuer", tokenWith({ iss: "https://login.example.com/hub" }), "ISSUER"],
  ["the issuer with a slash more", tokenWith({ iss: `${settings.issuer}/` }), "ISSUER"],
  ["the issuer with a space more", tokenWith({ iss: `${settings.issuer} ` }), "ISSUER"],
  ["the issuer over http", tokenWith({ iss: settings.issuer.replace("https", "http") }), "ISSUER"],
  ["the issuer in capitals", tokenWith({ iss: settings.issuer.toUpperCase() }), "ISSUER"],
  ["the issuer as a prefix", tokenWith({ iss: `${settings.issuer}.attacker.example` }), "ISSUER"],
  ["the issuer in an array", tokenWith({ iss: [settings.issuer] }), "ISSUER"],
  ["no iss", forge(goodHeader, without(goodClaims, "iss")), "ISSUER"],
  // subject and id
  ["no sub", forge(goodHeader, without(goodClaims, "sub")), "SUBJECT"],
  ["an empty sub", tokenWith({ sub: "" }), "SUBJECT"],
  ["a blank sub", tokenWith({ sub: "  " }), "SUBJECT"],
  ["a numeric sub", tokenWith({ sub: 42 }), "SUBJECT"],
  ["a sub with a line break", tokenWith({ sub: "a\nb" }), "SUBJECT"],
  ["a sub with a right-to-left override", tokenWith({ sub: "a\u202eb" }), "SUBJECT"],
  ["no jti", forge(goodHeader, without(goodClaims, "jti")), "TOKEN_ID"],
  ["an empty jti", tokenWith({ jti: "" }), "TOKEN_ID"],
  ["a numeric jti", tokenWith({ jti: 7 }), "TOKEN_ID"],
  // duplicates
  ["two aud claims", forge(goodHeader, `{"aud":"another-api",${claimsText.slice(1)}`), "DUPLICATE_MEMBER"],
  ["two org claims, one escaped", forge(goodHeader, `{"\\u006frg":"X24",${claimsText.slice(1)}`), "DUPLICATE_MEMBER"],
  ["a member twice, deep inside", forge(goodHeader, `{"x":[{"a":1,"a":1}],${claimsText.slice(1)}`), "DUPLICATE_MEMBER"],
  // shape
  ["an empty token", "", "TOKEN_MALFORMED"],
  ["two segments", `${header}.${claims}`, "TOKEN_MALFORMED"],
  ["four segments", `${good}.${signature}`, "TOKEN_MALFORMED"],
  ["five segments", `${header}.a.b.c.${signature}`, "TOKEN_MALFORMED"],
  ["an empty header", `.${claims}.${signature}`, "TOKEN_MALFORMED"],
  ["empty claims", `${header}..${signature}`, "TOKEN_MALFORMED"],
  ["padding", `${header}.${claims}.${signature}==`, "TOKEN_MALFORMED"],
  ["base64 in place of base64url", good.replaceAll("-", "+").replaceAll("_", "/"), "TOKEN_MALFORMED"],
  ["a non-canonical signature", `${header}.${claims}.${nonCanonical(signature)}`, "TOKEN_MALFORMED"],
  ["non-canonical claims", `${spareHeader}.${nonCanonical(spareClaims)}.${spareSignature}`, "TOKEN_MALFORMED"],
  ["claims that are an array", forge(goodHeader, "[]"), "TOKEN_MALFORMED"],
  ["claims that are null", forge(goodHeader, "null"), "TOKEN_MALFORMED"],
  ["claims that are no JSON", forge(goodHeader, "{'a':1}"), "TOKEN_MALFORMED"],
  ["claims that begin with a byte order mark", forge(goodHeader, `\ufeff${claimsText}`), "TOKEN_MALFORMED"],
  ["a token of more than 8 KB", tokenWith({ pad: "x".repeat(8_000) }), "TOKEN_TOO_LONG"],
  // ID tokens that a lax issuer gave the type of an access token
  ["the nonce of an ID token", tokenWith({ nonce: "n" }), "ID_TOKEN"],
  ["the at_hash of an ID token", tokenWith({ at_hash: "h" }), "ID_TOKEN"],
  ["the c_hash of an ID token", tokenWith({ c_hash: "h" }), "ID_TOKEN"],
];

const { authenticate } = createAuthenticator({ settings, keys, directory, clock: () => now });

describe("a token is refused", () => {
  it.each(refused)("that has %s", async (_title, token, because) => {
    const authorization = `Bearer ${token}`;
    const result = await authenticate({ authorization, purpose: undefined });
    expect(result).toEqual({ ok: false, code: "UNAUTHENTICATED", because, identity: null });
  });

  it("whose claims are not well-formed UTF-8", async () => {
    const input = `${header}.${Buffer.from([...Buffer.from('{"a":"'), 0xc3, 0x28, ...Buffer.from('"}')]).toString("base64url")}`;
    const authorization = `Bearer ${input}.${rs256()(input)}`;
    expect(await authenticate({ authorization, purpose: undefined })).toMatchObject({ because: "TOKEN_MALFORMED" });
  });

  it("that nests deeply enough to end a recursive reader", async () => {
    const authorization = `Bearer ${forge(goodHeader, "[".repeat(2_000) + "]".repeat(2_000))}`;
    expect(await authenticate({ authorization, purpose: undefined })).toMatchObject({ because: "TOKEN_MALFORMED" });
  });
});

describe("a token is accepted", () => {
  const accepted: readonly (readonly [title: string, token: string])[] = [
    ["as the issuer makes it", good],
    ["with an audience array of ours alone", tokenWith({ aud: [settings.audience] })],
    ["with the long form of its type", tokenWith({}, { typ: "application/at+jwt" })],
    ["with its type in capitals", tokenWith({}, { typ: "AT+JWT" })],
    ["that ran out less than a minute ago", tokenWith({ iat: seconds - 3600, exp: seconds - 59 })],
    ["whose issuer's clock is a minute fast", tokenWith({ iat: seconds + 59, nbf: seconds + 59 })],
    ["with the longest accepted life", tokenWith({ iat: seconds, exp: seconds + 12 * 3600 })],
    ["with the same name in two objects", tokenWith({ x: { a: 1 }, y: { a: 1 } })],
    ["with a name that is another's value", tokenWith({ x: ["iss", "aud", "iss"], z: '"sub":' })],
  ];
  it.each(accepted)("%s", async (_title, token) => {
    const result = await authenticate({ authorization: `Bearer ${token}`, purpose: undefined });
    expect(result).toMatchObject({ ok: true });
  });
});
