/**
 * The hub with an audit that keeps nothing, to find what keeping it costs. A program of the bench: nothing that serves
 * people can be started this way.
 */
import type { AuditSink } from "../audit/audit-sink.js";
import { createLogger } from "../gateway/logger.js";
import { hubPages } from "../hub/hub-pages.js";
import { inProcessSubgraph } from "../hub/in-process-subgraph.js";
import { openGateway } from "../hub/open-gateway.js";
import { openedTogether } from "../hub/opened-together.js";
import { serveUntilStopped } from "../hub/serve-until-stopped.js";
import { executorOf, openHubDatabase } from "../hub/subgraph-runtime.js";
import { subgraph } from "../hub/subgraphs.js";
import { openTrustWithIssuer } from "../hub/trust.js";
import { ensureExplorer } from "../dashboard/build-explorer.js";
import { subgraphNames } from "../settings/structured-settings.js";

const nothingKept: AuditSink = { record: () => Promise.resolve() };

await serveUntilStopped(({ settings }) =>
  openedTogether(async (onClose) => {
    const logger = createLogger(settings.logLevel);
    const trust = await openTrustWithIssuer(settings);
    onClose(() => trust.close());
    const opened = await openHubDatabase(settings, settings.database.url ?? "", trust, logger);
    onClose(() => opened.end());
    const database = { ...opened, audit: nothingKept };
    const gateway = await openGateway({
      settings,
      logger,
      database,
      subgraphs: subgraphNames.map((name) =>
        inProcessSubgraph(subgraph(name), executorOf(name, database, settings, logger)),
      ),
      pages: hubPages(settings, trust, await ensureExplorer()),
    });
    onClose(() => gateway.close());
    await gateway.listen({ host: settings.host, port: settings.port });
    return {};
  }),
);
