/** What a router needs of the hub's settings: nothing of its database, and no key that opens what lies there. */
import { routerCredentialFindings } from "../../authentication/router-credential.js";
import { StartRefusal } from "../../database/start-refusal.js";
import type { GatewayLimits } from "../../gateway/limits.js";
import { gatewayLimits } from "../../hub/gateway-limits.js";
import { addressOf } from "../../hub/subgraph-address.js";
import { acceptSettings, type Environment } from "../../settings/settings.js";
import {
  limitSettings,
  subgraphNames,
  subgraphSettings,
  type SubgraphName,
} from "../../settings/structured-settings.js";

export interface RouterSettings {
  readonly host: string;
  readonly port: number;
  readonly routerCredential: string;
  readonly subgraphs: readonly { readonly name: SubgraphName; readonly url: string }[];
  readonly limits: GatewayLimits;
}

export function routerSettings(environment: Environment): RouterSettings {
  const { given, findings } = acceptSettings(environment);
  const routerCredential = given.ROUTER_CREDENTIAL ?? "";
  findings.push(...routerCredentialFindings(routerCredential));
  if (findings.length > 0) throw new StartRefusal(findings.join("\n"));
  const places = { host: given.HOST, subgraphs: subgraphSettings(given) };
  return {
    host: given.HOST,
    port: given.PORT,
    routerCredential,
    subgraphs: subgraphNames.map((name) => ({ name, url: addressOf(name, places) })),
    limits: gatewayLimits({ limits: limitSettings(given) }),
  };
}
