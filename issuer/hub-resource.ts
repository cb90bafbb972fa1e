/**
 * The hub as the issuer knows it: the one resource that access tokens are for (RFC 8707), and the one grant that every
 * sign-in ends in. Tokens are JWTs in the form of RFC 9068 and live for an hour.
 */
import type Provider from "oidc-provider";
import type { ResourceServer } from "oidc-provider";

export const hubScope = "hub";
export const accessTokenSeconds = 60 * 60;

export interface HubResource {
  /** RFC 8707 wants an absolute URI here; the audience of the tokens may be any text. */
  readonly indicator: string;
  readonly info: ResourceServer;
}

export function hubResource(audience: string): HubResource {
  return {
    indicator: "urn:quality-concerns-hub:graph",
    info: {
      scope: hubScope,
      audience,
      accessTokenTTL: accessTokenSeconds,
      accessTokenFormat: "jwt",
      jwt: { sign: { alg: "RS256" } },
    },
  };
}

type Grant = InstanceType<Provider["Grant"]>;

export interface GrantOptions {
  readonly accountId: string;
  readonly clientId: string;
  readonly resource: HubResource;
}

/** Saved, because what is issued under a grant ends with it. */
export async function grantHub(provider: Provider, { accountId, clientId, resource }: GrantOptions): Promise<Grant> {
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope("openid");
  grant.addResourceScope(resource.indicator, hubScope);
  await grant.save();
  return grant;
}
