/**
 * An issuer of tokens for personas of the demonstration that lives as long as a command: for one that acts as a persona
 * without anybody signing in. Nobody else's hub believes it.
 */
import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from "jose";
import { authenticationDefaults } from "../authentication/authentication-settings.js";
import { createLocalKeySource } from "../authentication/key-source.js";
import { hubMapping } from "../authentication/ready-mappings.js";
import { personas } from "../demonstration/personas.js";
import { HubError } from "../errors/hub-error.js";
import type { Trust } from "./subgraph-runtime.js";

export interface PassingIssuer {
  readonly trust: Trust;
  /** What to send as `Authorization` to be the persona of that name. */
  authorizationOf(persona: string): Promise<string>;
}

export async function createPassingIssuer(): Promise<PassingIssuer> {
  const [issuer, kid, alg] = ["urn:demonstration:command", "command", "ES256"];
  const { publicKey, privateKey } = await generateKeyPair(alg);
  const keys = createLocalKeySource({ keys: [{ ...(await exportJWK(publicKey)), kid, alg, use: "sig" }] });
  const settings = { ...authenticationDefaults, issuer, audience: issuer, jwksUri: null, mapping: hubMapping };
  return {
    trust: { settings, keys },
    authorizationOf: async (persona) => {
      const token = await new SignJWT(claimsOf(persona))
        .setProtectedHeader({ alg, typ: "at+jwt", kid })
        .setIssuer(issuer)
        .setAudience(issuer)
        .setSubject(persona)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime("10m")
        .sign(privateKey);
      return `Bearer ${token}`;
    },
  };
}

function claimsOf(name: string): JWTPayload {
  const persona = personas.find((each) => each.name === name);
  if (persona === undefined) throw new HubError("INTERNAL", {}, { cause: `there is no persona ${name}` });
  const { organisation: org, role } = persona;
  return { org, role, roles: [role] };
}
