/**
 * The parts of a test's hub once more, each behind a port of its own as if they were processes of their own, over the
 * same database: what differs between the two is the way, and nothing else.
 */
import { pino } from "pino";
import { httpFiles } from "../../gateway/http-files.js";
import { httpSubgraph } from "../../gateway/http-subgraph.js";
import { openGateway } from "../../hub/open-gateway.js";
import { subgraphServerOf } from "../../hub/open-subgraph.js";
import { openedTogether, type Closable } from "../../hub/opened-together.js";
import { openHubDatabase } from "../../hub/subgraph-runtime.js";
import { subgraphNames, type SubgraphName } from "../../settings/structured-settings.js";
import type { TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

export interface SeparateSubgraph {
  readonly name: SubgraphName;
  readonly origin: string;
}

export interface SeparateProcesses extends Closable {
  readonly subgraphs: readonly SeparateSubgraph[];
  /** Of the gateway. */
  readonly url: string;
  /** Asks the gateway and gives the body as it came. */
  ask(person: Person, query: string, variables?: Readonly<Record<string, unknown>>): Promise<string>;
}

const host = "127.0.0.1";

/** Subgraphs of the hub's database on free ports. */
export function openSubgraphServers(
  hub: TestHub,
  names: readonly SubgraphName[] = subgraphNames,
): Promise<{ readonly subgraphs: readonly SeparateSubgraph[] } & Closable> {
  const parts = { settings: hub.settings, logger: pino({ level: "silent" }) };
  return openedTogether(async (onClose) => {
    const database = await openHubDatabase(hub.settings, hub.database.url, hub.issuer.trust, parts.logger);
    onClose(() => database.end());
    const subgraphs: SeparateSubgraph[] = [];
    for (const name of names) {
      const server = subgraphServerOf(name, database, parts);
      onClose(() => server.close());
      subgraphs.push({ name, origin: `http://${host}:${await server.listen({ host, port: 0 })}` });
    }
    return { subgraphs };
  });
}

export function openSeparateProcesses(hub: TestHub): Promise<SeparateProcesses> {
  const { settings, database, issuer } = hub;
  const logger = pino({ level: "silent" });
  return openedTogether(async (onClose) => {
    const { subgraphs, close } = await openSubgraphServers(hub);
    onClose(close);
    const ownDatabase = await openHubDatabase(settings, database.url, issuer.trust, logger);
    onClose(() => ownDatabase.end());
    const gateway = await openGateway({
      settings,
      logger,
      database: ownDatabase,
      files: httpFiles({
        url: `${subgraphs.find(({ name }) => name === "concerns")?.origin ?? ""}/graphql`,
        routerCredential: settings.routerCredential,
      }),
      subgraphs: subgraphs.map(({ name, origin }) =>
        httpSubgraph({ name, url: `${origin}/graphql`, routerCredential: settings.routerCredential }),
      ),
    });
    onClose(() => gateway.close());
    const { port } = await gateway.listen({ host, port: 0 });
    return {
      subgraphs,
      url: `http://${host}:${port}`,
      ask: async (person: Person, query: string, variables: Readonly<Record<string, unknown>> = {}) => {
        const response = await fetch(`http://${host}:${port}/graphql`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            authorization: `Bearer ${await issuer.tokenFor(person)}`,
          },
          body: JSON.stringify({ query, variables }),
        });
        return response.text();
      },
    };
  });
}
