/** The graph of a test: what stands between its database and the requests. */
import type { Logger } from "pino";
import { evidenceFiles } from "../../hub/evidence-files.js";
import { inProcessSubgraph } from "../../hub/in-process-subgraph.js";
import type { SubgraphConnection } from "../../gateway/subgraph-connection.js";
import { openGateway } from "../../hub/open-gateway.js";
import { openedTogether, type Closable } from "../../hub/opened-together.js";
import { executorOf, openHubDatabase, type Trust } from "../../hub/subgraph-runtime.js";
import { generatedViews, subgraph } from "../../hub/subgraphs.js";
import { subgraphNames, type Settings } from "../../settings/structured-settings.js";
import { fillTemplate } from "./database.js";
import { loadDirectory } from "./directory.js";

export interface Served extends Closable {
  readonly url: string;
  readonly metricsUrl: string;
}

/** Stands between the gateway and each subgraph. */
export type Watch = (connection: SubgraphConnection) => SubgraphConnection;

/** Gateway and subgraphs over a database, on a free port. */
export function serveGraph(
  settings: Settings,
  databaseUrl: string,
  trust: Trust,
  logger: Logger,
  watch: Watch = (connection) => connection,
): Promise<Served> {
  return openedTogether(async (onClose) => {
    const parts = await openHubDatabase(settings, databaseUrl, trust, logger);
    onClose(() => parts.end());
    const gateway = await openGateway({
      settings,
      logger,
      database: parts,
      files: evidenceFiles(parts, settings, logger),
      subgraphs: subgraphNames.map((name) =>
        watch(inProcessSubgraph(subgraph(name), executorOf(name, parts, settings, logger))),
      ),
    });
    onClose(() => gateway.close());
    const { port, metricsPort = 0 } = await gateway.listen({ host: "127.0.0.1", port: 0, metricsPort: 0 });
    return { url: `http://127.0.0.1:${port}`, metricsUrl: `http://127.0.0.1:${metricsPort}/metrics` };
  });
}

/** The database of a hub that nobody has used yet, which every test file copies. */
export async function directoryTemplate(): Promise<string> {
  const name = "hub_directory";
  await fillTemplate(name, { generatedViews: generatedViews() }, ({ writerUrl }) => loadDirectory(writerUrl));
  return name;
}
