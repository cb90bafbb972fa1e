/**
 * How oidc-provider is set up: authorization code with PKCE for public clients, RFC 9068 access tokens for the hub,
 * and none of the features that a demonstration has no use for.
 */
import type { Configuration, errors, interactionPolicy } from "oidc-provider";
import type { Persona } from "../demonstration/personas.js";
import { accessTokenSeconds, grantHub, hubScope, type HubResource } from "./hub-resource.js";
import type { IssuerKeys } from "./issuer-keys.js";
import { createIssuerMemory } from "./issuer-memory.js";
import { pageHeaders, problemPage } from "./page.js";
import { personaGrantClient, personaGrantType } from "./persona-grant.js";

export const explorerClient = "explorer";

export interface ConfigurationInput {
  readonly issuerPath: string;
  readonly keys: IssuerKeys;
  readonly personas: readonly Persona[];
  readonly resource: HubResource;
  readonly redirectUris: readonly string[];
  readonly policy: ReturnType<typeof interactionPolicy.base>;
  readonly errors: Pick<typeof errors, "InvalidTarget">;
}

export function issuerConfiguration(input: ConfigurationInput): Configuration {
  const { issuerPath, keys, resource, redirectUris, policy } = input;
  const personaNamed = new Map(input.personas.map((persona) => [persona.name, persona]));
  // Nobody is asked to consent to a demonstration.
  policy.remove("consent");

  return {
    adapter: createIssuerMemory(),
    jwks: { keys: keys.jwks.keys.map((key) => ({ ...key })) },
    clients: [
      {
        client_id: explorerClient,
        token_endpoint_auth_method: "none",
        grant_types: ["authorization_code"],
        response_types: ["code"],
        redirect_uris: [...redirectUris],
      },
      {
        client_id: personaGrantClient,
        token_endpoint_auth_method: "none",
        grant_types: [personaGrantType],
        response_types: [],
        redirect_uris: [],
      },
    ],
    clientAuthMethods: ["none"],
    clientBasedCORS: (_context, origin, client) =>
      (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin),
    responseTypes: ["code"],
    scopes: ["openid", hubScope],
    claims: { openid: ["sub", "name", "org", "roles", "role"] },
    conformIdTokenClaims: false,
    cookies: {
      keys: [...keys.cookieKeys],
      names: { session: "issuer_session", interaction: "issuer_sign_in", resume: "issuer_resume" },
      long: { httpOnly: true, sameSite: "lax", signed: true, path: issuerPath },
      short: { httpOnly: true, sameSite: "lax", signed: true },
    },
    extraTokenClaims: (_context, token) =>
      "accountId" in token ? claimsOf(personaNamed.get(token.accountId)) : undefined,
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource.indicator,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, indicator) => {
          if (indicator !== resource.indicator) throw new input.errors.InvalidTarget();
          return resource.info;
        },
      },
    },
    findAccount: (_context, accountId) => {
      const persona = personaNamed.get(accountId);
      return (
        persona && { accountId, claims: () => ({ sub: accountId, name: persona.displayName, ...claimsOf(persona) }) }
      );
    },
    interactions: { policy, url: (_context, interaction) => `${issuerPath}/sign-in/${interaction.uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId;
      const clientId = oidc.client?.clientId;
      if (accountId === undefined || clientId === undefined) return undefined;
      return grantHub(oidc.provider, { accountId, clientId, resource });
    },
    pkce: { required: () => true },
    renderError: (context, problem) => {
      context.set({ ...pageHeaders([]) });
      context.body = problemPage(problem.error_description ?? problem.error);
    },
    ttl: {
      AccessToken: accessTokenSeconds,
      AuthorizationCode: 60,
      Grant: accessTokenSeconds,
      IdToken: accessTokenSeconds,
      Interaction: 15 * 60,
      Session: 12 * 60 * 60,
    },
  };
}

/** The claims that the hub's own mapping reads. */
function claimsOf(persona: Persona | undefined): Record<string, unknown> | undefined {
  if (persona === undefined) return undefined;
  const { organisation, role, otherRoles } = persona;
  return { org: organisation, roles: [role, ...otherRoles], role };
}
