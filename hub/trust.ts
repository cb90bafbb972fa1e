/** Whom the hub believes about callers: an identity provider from the settings, or the demonstration's own issuer. */
import { z } from "zod";
import { authenticationDefaults, authenticationFindings } from "../authentication/authentication-settings.js";
import { configuredMapping } from "../authentication/configured-mapping.js";
import { createLocalKeySource, type KeySource } from "../authentication/key-source.js";
import { routerCredentialFindings } from "../authentication/router-credential.js";
import { createRemoteKeySource } from "../authentication/remote-key-source.js";
import { hubMapping } from "../authentication/ready-mappings.js";
import { reasonOf, StartRefusal } from "../database/start-refusal.js";
import { personas } from "../demonstration/personas.js";
import { createIssuer, issuerAddress, type Issuer } from "../issuer/create-issuer.js";
import { issuerFindings } from "../issuer/issuer-findings.js";
import { loadIssuerKeys, publicKeys } from "../issuer/issuer-keys.js";
import type { Settings } from "../settings/structured-settings.js";
import type { Trust } from "./subgraph-runtime.js";

export interface OpenTrust extends Trust {
  close(): Promise<void>;
}

export interface OpenTrustWithIssuer extends OpenTrust {
  /** The demonstration's issuer, where the hub is its own. */
  readonly issuer: Issuer | null;
}

const demonstrationAudience = "quality-concerns-hub";

/** For a process that people sign in at. */
export async function openTrustWithIssuer(settings: Settings): Promise<OpenTrustWithIssuer> {
  if (settings.oidc !== null) return { ...(await openTrust(settings)), issuer: null };
  refuseDemonstration(settings);
  const { publicUrl, dataDirectory } = settings;
  const issuer = await createIssuer({ publicUrl, dataDirectory, audience: demonstrationAudience, personas });
  return { ...trustIn(issuer.issuer, issuer.keys), issuer, close: () => issuer.close() };
}

/** For a process that verifies and nothing else: of the demonstration's issuer it needs the address and the keys. */
export async function openTrust(settings: Settings): Promise<OpenTrust> {
  if (settings.oidc !== null) {
    refuse(routerCredentialFindings(settings.routerCredential));
    return openProvider(settings, settings.oidc);
  }
  refuseDemonstration(settings);
  const keys = await loadIssuerKeys(settings.dataDirectory);
  return {
    ...trustIn(issuerAddress(settings.publicUrl), createLocalKeySource(publicKeys(keys))),
    close: () => Promise.resolve(),
  };
}

function refuseDemonstration({ routerCredential, demonstration }: Settings): void {
  refuse(routerCredentialFindings(routerCredential));
  refuse(issuerFindings({ demonstration, externalIssuer: null }));
}

function trustIn(issuer: string, keys: KeySource): Trust {
  const audience = demonstrationAudience;
  return { settings: { ...authenticationDefaults, issuer, audience, jwksUri: null, mapping: hubMapping }, keys };
}

async function openProvider(
  { claimMapping }: Settings,
  { issuer, audience, algorithms, tokenTypes, jwksUri }: NonNullable<Settings["oidc"]>,
): Promise<OpenTrust> {
  const configured = configuredMapping(claimMapping);
  if ("finding" in configured) throw new StartRefusal(configured.finding);
  const settings = {
    ...authenticationDefaults,
    issuer,
    audience,
    algorithms,
    types: tokenTypes,
    jwksUri: jwksUri ?? (await discoverKeys(issuer)),
    mapping: configured.mapping,
  };
  refuse(authenticationFindings(settings));
  const keys = createRemoteKeySource({ uri: settings.jwksUri, cacheSeconds: settings.keyCacheSeconds });
  return { settings, keys, close: () => keys.close() };
}

/** OpenID Connect Discovery 1.0, section 4. */
async function discoverKeys(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000), redirect: "error" });
    return z.object({ issuer: z.literal(issuer), jwks_uri: z.url() }).parse(await response.json()).jwks_uri;
  } catch (error) {
    throw new StartRefusal(
      `The keys of OIDC_ISSUER could not be found at ${address} (${reasonOf(error)}). Set OIDC_JWKS_URI.`,
    );
  }
}

function refuse(findings: readonly string[]): void {
  if (findings.length > 0) throw new StartRefusal(findings.join("\n"));
}
