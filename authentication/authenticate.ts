/**
 * Turns a request's bearer token into the one frozen caller that everything else relies on; the gateway and every
 * subgraph do it with this code. Two headers are read, `Authorization` and `X-Purpose-Of-Use`. Outside, a refusal is
 * UNAUTHENTICATED, or FORBIDDEN for a purpose that the role may not declare; the reason is for the audit entry alone.
 */
import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { AuditedCaller, Caller, OrganisationKind, Purpose } from "../authorisation/caller.js";
import { HubError } from "../errors/hub-error.js";
import { verifyAccessToken } from "./access-token.js";
import { established, refusal, type AuthenticationFailure, type Verdict } from "./authentication-failure.js";
import type { AuthenticationSettings } from "./authentication-settings.js";
import { mapClaims, type MappedIdentity } from "./claim-mapping.js";
import { longestToken } from "./compact-token.js";
import type { KeySource } from "./key-source.js";
import { permittedPurposes } from "./permitted-roles.js";
import type { TokenClaims } from "./token-claims.js";

export interface AuthenticationRequest {
  readonly authorization: string | undefined;
  readonly purpose: string | undefined;
}

/** Whom a verified token speaks for, before the hub has decided whether to listen. */
export type VerifiedIdentity = TokenClaims & MappedIdentity;

export type AuthenticationResult =
  | { readonly ok: true; readonly caller: Caller }
  | {
      readonly ok: false;
      readonly code: "UNAUTHENTICATED" | "FORBIDDEN";
      /** For the audit entry; never leaves the hub. */
      readonly because: AuthenticationFailure;
      /** For the audit entry: who was refused, where the token was good; null where nothing in it can be believed. */
      readonly identity: AuditedCaller | null;
    };

export interface Authenticator {
  /** Rejects with UNAVAILABLE when the directory or the deny list cannot be asked. */
  readonly authenticate: (request: AuthenticationRequest) => Promise<AuthenticationResult>;
}

export interface AuthenticatorDependencies {
  readonly settings: AuthenticationSettings;
  readonly keys: KeySource;
  /** What is known of an organisation, by its exact code; asked on every request, so it does its own caching. */
  readonly directory: (code: string) => Promise<{ kind: OrganisationKind; open: boolean } | undefined>;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
  /** Whether the token of this id was withdrawn before it ran out; asked on every request. */
  readonly isRevoked?: (tokenId: string) => boolean | Promise<boolean>;
}

const bearer = /^Bearer ([\x21-\x7e]+)$/i;
const longestAuthorization = "Bearer ".length + longestToken;
const verifiedTokensHeld = 10_000;
const verificationHoldsSeconds = 60;

export function createAuthenticator(dependencies: AuthenticatorDependencies): Authenticator {
  const { settings, keys, directory, clock = Date.now, isRevoked = () => false } = dependencies;
  const recognise = createRecogniser({ settings, keys, clock });

  return {
    async authenticate({ authorization, purpose }) {
      const token = readBearer(authorization);
      const recognised = token.ok ? await recognise(token.value) : token;
      if (!recognised.ok) return refused(recognised.because, null);
      const identity = recognised.value;
      const [revoked, organisation] = await Promise.all([
        isRevoked(identity.tokenId),
        directory(identity.organisation),
      ]).catch((cause: unknown) => {
        throw new HubError("UNAVAILABLE", {}, { cause });
      });
      if (revoked) return refused("REVOKED", identity);
      if (organisation === undefined) return refused("ORGANISATION_UNKNOWN", identity);
      if (!organisation.open) return refused("ORGANISATION_CLOSED", identity);
      const purposes = permittedPurposes(organisation.kind, identity.role);
      const [usual] = purposes;
      if (usual === undefined) return refused("ROLE_NOT_FOR_ORGANISATION", identity);
      const declared = purpose === undefined ? usual : purposes.find((permitted) => permitted === purpose);
      if (declared === undefined) return refused("PURPOSE_NOT_PERMITTED", identity);
      return { ok: true, caller: callerOf(identity, organisation.kind, declared) };
    },
  };
}

type Recogniser = (token: string) => Promise<Verdict<VerifiedIdentity>>;

/**
 * Verifies a token, and remembers for a minute at most that it was good. What is remembered is the hash of a text that
 * has passed every check, never a refusal and never a text that has not; revocation goes by token id regardless.
 */
function createRecogniser(
  dependencies: Required<Pick<AuthenticatorDependencies, "settings" | "keys" | "clock">>,
): Recogniser {
  const { settings, clock } = dependencies;
  const verified = new LRUCache<string, { identity: VerifiedIdentity; until: number }>({ max: verifiedTokensHeld });

  return async (token) => {
    const fingerprint = hash("sha256", token, "base64");
    const known = verified.get(fingerprint);
    if (known !== undefined && clock() / 1000 < known.until) return established(known.identity);
    verified.delete(fingerprint);
    const verdict = await verifyAccessToken(token, dependencies);
    if (!verdict.ok) return verdict;
    const { all, ...claims } = verdict.value;
    const mapped = mapClaims(all, settings.mapping);
    if (!mapped.ok) return mapped;
    const identity = Object.freeze({ ...claims, ...mapped.value });
    const until = Math.min(
      clock() / 1000 + verificationHoldsSeconds,
      claims.expiresAt + settings.clockToleranceSeconds,
    );
    verified.set(fingerprint, { identity, until });
    return established(identity);
  };
}

function readBearer(authorization: string | undefined): Verdict<string> {
  if (authorization === undefined) return refusal("TOKEN_MISSING");
  if (authorization.length > longestAuthorization) return refusal("TOKEN_TOO_LONG");
  const token = bearer.exec(authorization)?.[1];
  return token === undefined ? refusal("TOKEN_MALFORMED") : established(token);
}

function refused(because: AuthenticationFailure, identity: VerifiedIdentity | null): AuthenticationResult {
  const code = because === "PURPOSE_NOT_PERMITTED" ? "FORBIDDEN" : "UNAUTHENTICATED";
  return { ok: false, code, because, identity: identity && { ...identity, purpose: null } };
}

function callerOf(identity: VerifiedIdentity, organisationKind: OrganisationKind, purpose: Purpose): Caller {
  const { issuer, subject, organisation, role, assurance, tokenId } = identity;
  return Object.freeze({ issuer, subject, organisation, organisationKind, role, purpose, assurance, tokenId });
}
