/** An identity provider with keys of its own, so that a test can sign in as anybody without a sign-in. */
import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet, type JWTPayload } from "jose";
import { authenticationDefaults } from "../../authentication/authentication-settings.js";
import { createLocalKeySource } from "../../authentication/key-source.js";
import { hubMapping } from "../../authentication/ready-mappings.js";
import type { Purpose, Role } from "../../authorisation/caller.js";
import type { Trust } from "../../hub/subgraph-runtime.js";

const issuer = "https://issuer.test";
const audience = "hub.test";
const keyId = "test-key";

export interface Person {
  readonly name: string;
  readonly organisation: string;
  readonly role: Role;
  /** Declared with every request where it is given. */
  readonly purpose?: Purpose;
}

export interface TestIssuer {
  /** Its public keys, for a hub in another process. */
  readonly jwks: JSONWebKeySet;
  readonly trust: Trust;
  /** A token of an hour. */
  tokenFor(person: Person, more?: JWTPayload): Promise<string>;
}

export function trustIn(jwks: JSONWebKeySet): Trust {
  return {
    settings: { ...authenticationDefaults, issuer, audience, jwksUri: null, mapping: hubMapping },
    keys: createLocalKeySource(jwks),
  };
}

export async function createTestIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: keyId, alg: "ES256", use: "sig" }] };
  return {
    jwks,
    trust: trustIn(jwks),
    tokenFor: ({ name, organisation, role }, more = {}) =>
      new SignJWT({ org: organisation, roles: [role], role, ...more })
        .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: keyId })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(name)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime("1h")
        .sign(privateKey),
  };
}
