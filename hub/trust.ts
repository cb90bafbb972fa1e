/** Whom the hub believes about callers: an identity provider from the settings, or the demonstration's own issuer. */
import { z } from "zod";
import { authenticationDefaults, authenticationFindings } from "../authentication/authentication-settings.js";
import { configuredMapping } from "../authentication/configured-mapping.js";
import type { KeySource } from "../authentication/key-source.js";
import { routerCredentialFindings } from "../authentication/router-credential.js";
import { createRemoteKeySource } from "../authentication/remote-key-source.js";
import { hubMapping } from "../authentication/ready-mappings.js";
import { reasonOf, StartRefusal } from "../database/start-refusal.js";
import { personas } from "../demonstration/personas.js";
import { createIssuer, type Issuer } from "../issuer/create-issuer.js";
import { issuerFindings } from "../issuer/issuer-findings.js";
import type { Settings } from "../settings/structured-settings.js";
import type { Trust } from "./subgraph-runtime.js";

export interface OpenTrust extends Trust {
  /** The demonstration's issuer, where the hub is its own. */
  readonly issuer: Issuer | null;
  close(): Promise<void>;
}

const demonstrationAudience = "quality-concerns-hub";

export async function openTrust(settings: Settings): Promise<OpenTrust> {
  refuse(routerCredentialFindings(settings.routerCredential));
  return settings.oidc === null ? openDemonstration(settings) : openProvider(settings, settings.oidc);
}

async function openDemonstration(settings: Settings): Promise<OpenTrust> {
  refuse(issuerFindings({ demonstration: settings.demonstration, externalIssuer: null }));
  const { publicUrl, dataDirectory } = settings;
  const issuer = await createIssuer({ publicUrl, dataDirectory, audience: demonstrationAudience, personas });
  return {
    settings: {
      ...authenticationDefaults,
      issuer: issuer.issuer,
      audience: demonstrationAudience,
      jwksUri: null,
      mapping: hubMapping,
    },
    keys: issuer.keys,
    issuer,
    close: () => issuer.close(),
  };
}

async function openProvider(
  { claimMapping }: Settings,
  { issuer, audience, algorithms, jwksUri }: NonNullable<Settings["oidc"]>,
): Promise<OpenTrust> {
  const configured = configuredMapping(claimMapping);
  if ("finding" in configured) throw new StartRefusal(configured.finding);
  const settings = {
    ...authenticationDefaults,
    issuer,
    audience,
    algorithms,
    jwksUri: jwksUri ?? (await discoverKeys(issuer)),
    mapping: configured.mapping,
  };
  refuse(authenticationFindings(settings));
  const keys = createRemoteKeySource({ uri: settings.jwksUri, cacheSeconds: settings.keyCacheSeconds });
  return { settings, keys: keys satisfies KeySource, issuer: null, close: () => keys.close() };
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
