/**
 * A grant type of our own (RFC 6749, section 4.5): an access token for a persona by its name, for commands that have
 * no browser. It exists in the demonstration issuer only, and for one client that can do nothing else.
 */
import type Provider from "oidc-provider";
import type { errors } from "oidc-provider";
import type { Persona } from "../demonstration/personas.js";
import { grantHub, type HubResource } from "./hub-resource.js";

export const personaGrantType = "urn:quality-concerns-hub:persona";
export const personaGrantClient = "token-command";

export interface PersonaGrantDependencies {
  readonly provider: Provider;
  readonly personas: readonly Persona[];
  readonly resource: HubResource;
  readonly errors: Pick<typeof errors, "InvalidGrant">;
}

export function registerPersonaGrant({ provider, personas, resource, errors }: PersonaGrantDependencies): void {
  provider.registerGrantType<{ persona?: unknown }>(
    personaGrantType,
    async (context) => {
      const { client, params } = context.oidc;
      const persona = personas.find(({ name }) => name === params.persona);
      if (persona === undefined) throw new errors.InvalidGrant("there is no such persona");
      const accountId = persona.name;
      const grant = await grantHub(provider, { accountId, clientId: client.clientId, resource });
      const token = new provider.AccessToken({
        accountId,
        grantId: grant.jti,
        client,
        gty: personaGrantType,
        scope: resource.info.scope,
        resourceServer: new provider.ResourceServer(resource.indicator, resource.info),
      });
      context.body = {
        access_token: await token.save(),
        token_type: token.tokenType,
        expires_in: token.expiration,
        scope: token.scope,
      };
    },
    ["persona"],
  );
}
