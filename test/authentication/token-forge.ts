/**
 * Makes access tokens, good and bad, at a frozen moment: every part can be replaced by any text, so that a test can
 * hand in what no honest library would produce.
 */
import { createHmac, createSign, generateKeyPairSync, sign as signBytes, type KeyObject } from "node:crypto";
import type { JWK } from "jose";
import { authenticationDefaults, type AuthenticationSettings } from "../../authentication/authentication-settings.js";
import { createLocalKeySource, type KeySource } from "../../authentication/key-source.js";
import { hubMapping } from "../../authentication/ready-mappings.js";
import type { OrganisationKind } from "../../authorisation/caller.js";

export const now = Date.parse("2026-11-23T10:00:00Z");
export const seconds = now / 1000;

export const settings: AuthenticationSettings = {
  ...authenticationDefaults,
  issuer: "https://login.example.org/hub",
  audience: "quality-concerns-hub",
  jwksUri: null,
  mapping: hubMapping,
};

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly jwk: JWK;
}

export function makeRsaKey(kid: string, alg: string | null = "RS256"): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...(publicKey.export({ format: "jwk" }) as JWK), kid, use: "sig" };
  return { kid, privateKey, publicKey, jwk: alg === null ? jwk : { ...jwk, alg } };
}

export const issuerKey = makeRsaKey("hub-2026-11");
export const strangerKey = makeRsaKey("hub-2026-11");
export const keys: KeySource = createLocalKeySource({ keys: [issuerKey.jwk] });

export const goodHeader = { alg: "RS256", typ: "at+jwt", kid: issuerKey.kid };
export const goodClaims = {
  iss: settings.issuer,
  aud: settings.audience,
  sub: "persona-1",
  jti: "token-1",
  iat: seconds - 60,
  exp: seconds + 3600,
  org: "ZZN01",
  roles: ["QUALITY_LEAD"],
  role: "QUALITY_LEAD",
};

export function encode(part: unknown): string {
  return Buffer.from(typeof part === "string" ? part : JSON.stringify(part)).toString("base64url");
}

export type Signer = (input: string) => string;

export const rs256 =
  ({ privateKey }: SigningKey = issuerKey): Signer =>
  (input) =>
    createSign("RSA-SHA256").update(input).sign(privateKey, "base64url");

export const rs512: Signer = (input) => createSign("RSA-SHA512").update(input).sign(issuerKey.privateKey, "base64url");

export const ps256: Signer = (input) =>
  signBytes("sha256", Buffer.from(input), { key: issuerKey.privateKey, padding: 6, saltLength: 32 }).toString(
    "base64url",
  );

export const hs256 =
  (secret: string): Signer =>
  (input) =>
    createHmac("sha256", secret).update(input).digest("base64url");

/** Header and claims are objects, or texts to be taken as they are. */
export function forge(header: unknown, claims: unknown, signer: Signer = rs256()): string {
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${signer(input)}`;
}

export function tokenWith(claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): string {
  return forge({ ...goodHeader, ...header }, { ...goodClaims, ...claims });
}

/** The good object without one of its members. */
export function without<T extends object>(object: T, name: keyof T): object {
  return Object.fromEntries(Object.entries(object).filter(([member]) => member !== name));
}

const organisations: Readonly<Record<string, { kind: OrganisationKind; open: boolean }>> = {
  X24: { kind: "NATIONAL_BODY", open: true },
  Y60: { kind: "REGION", open: true },
  GMC: { kind: "REGULATOR", open: true },
  ZZN01: { kind: "TRUST", open: true },
  ZZOLD: { kind: "TRUST", open: false },
};

export function directory(code: string): Promise<{ kind: OrganisationKind; open: boolean } | undefined> {
  return Promise.resolve(Object.hasOwn(organisations, code) ? organisations[code] : undefined);
}
