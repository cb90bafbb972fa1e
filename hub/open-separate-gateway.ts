/** The gateway as a process of its own, over subgraphs in other processes. */
import { ensureExplorer } from "../dashboard/build-explorer.js";
import { httpFiles } from "../gateway/http-files.js";
import { httpSubgraph } from "../gateway/http-subgraph.js";
import type { SubgraphConnection } from "../gateway/subgraph-connection.js";
import { subgraphNames, type Settings, type SubgraphName } from "../settings/structured-settings.js";
import { hubPages } from "./hub-pages.js";
import { openGateway } from "./open-gateway.js";
import type { Hub, HubOptions } from "./open-hub.js";
import { openProcessDatabase } from "./open-process-database.js";
import { openedTogether } from "./opened-together.js";
import { refuseUnattested, type Patience } from "./refuse-unattested.js";
import { addressOf } from "./subgraph-address.js";
import { openGatewayDatabase } from "./subgraph-runtime.js";
import { openTrustWithIssuer } from "./trust.js";

export interface SeparateGatewayOptions extends HubOptions, Patience {}

export function openSeparateGateway(options: SeparateGatewayOptions): Promise<Hub> {
  const { settings, logger, log } = options;
  return openedTogether(async (onClose) => {
    // The directory is at home with the organisations; the gateway's own audit lies beside it.
    const { home, stop } = await openProcessDatabase(settings, "organisations", log);
    onClose(stop);
    const subgraphs = subgraphNames.map((name) => connectionTo(name, settings));
    onClose(() => Promise.allSettled(subgraphs.map((subgraph) => subgraph.close())));
    await refuseUnattested(subgraphs, options);

    const trust = await openTrustWithIssuer(settings);
    onClose(() => trust.close());
    const database = await openGatewayDatabase(settings, home.url, trust, logger);
    onClose(() => database.end());
    const pages = hubPages(settings, trust, await ensureExplorer());
    const { routerCredential } = settings;
    const files = httpFiles({ url: addressOf("concerns", settings), routerCredential });
    const gateway = await openGateway({ settings, logger, database, subgraphs, files, pages });
    onClose(() => gateway.close());
    const { host, port, metricsPort } = settings;
    return { port: (await gateway.listen({ host, port, metricsPort })).port };
  });
}

function connectionTo(name: SubgraphName, settings: Settings): SubgraphConnection {
  return httpSubgraph({ name, url: addressOf(name, settings), routerCredential: settings.routerCredential });
}
