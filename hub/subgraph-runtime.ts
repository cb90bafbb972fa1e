/** A subgraph with its database: connections as reader, auditor and writer, and the executor over them. */
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import { createAuditSink, type AuditSink } from "../audit/audit-sink.js";
import { withFloodsSummedUp } from "../audit/floods-summed-up.js";
import { keyedHash } from "../audit/keyed-hash.js";
import { createAuthenticator } from "../authentication/authenticate.js";
import type { AuthenticationSettings } from "../authentication/authentication-settings.js";
import type { KeySource } from "../authentication/key-source.js";
import { createCommandRunner } from "../database/command-transaction.js";
import { refuseUnfitDatabase } from "../database/fitness.js";
import { createOrganisationDirectory } from "../database/organisation-standing.js";
import { createPools, type Pools } from "../database/pools.js";
import { openWriterSource } from "../database/writer-source.js";
import type { Settings, SubgraphName } from "../settings/structured-settings.js";
import { cursorKey } from "../subgraphs/cursor.js";
import { concernsTables } from "../subgraphs/concerns/every-table.js";
import type { ContextDependencies } from "../subgraphs/request-context.js";
import { createSubgraphExecutor, type SubgraphExecutor } from "../subgraphs/subgraph-executor.js";
import { dayInEngland } from "./day-in-england.js";
import { subgraph } from "./subgraphs.js";

/** Whom to believe about callers. */
export interface Trust {
  readonly settings: AuthenticationSettings;
  readonly keys: KeySource;
}

/** What a gateway needs of a database: it looks callers up, and records whom it turned away. */
export interface GatewayDatabase {
  readonly pools: Pools;
  readonly audit: AuditSink;
  readonly authenticator: ReturnType<typeof createAuthenticator>;
  end(): Promise<void>;
}

/** Connections to one database, shared by the subgraphs that live in it. */
export interface HubDatabase extends GatewayDatabase {
  readonly writer: DataSource;
  readonly commands: ReturnType<typeof createCommandRunner>;
}

export async function openGatewayDatabase(
  settings: Settings,
  url: string,
  trust: Trust,
  logger: Logger,
): Promise<GatewayDatabase> {
  const pools = createPools(settings, url, (line) => {
    logger.warn(line);
  });
  try {
    await refuseUnfitDatabase(pools.reader, settings.database.rolePrefix);
  } catch (error) {
    await pools.end();
    throw error;
  }
  const audit = withFloodsSummedUp(createAuditSink(pools.auditWriter));
  return {
    pools,
    audit,
    authenticator: createAuthenticator({ ...trust, directory: createOrganisationDirectory(pools.reader) }),
    end: async () => {
      // What cannot be written is a number of attempts, and no reason not to stop.
      await audit.settle().catch(() => undefined);
      await pools.end();
    },
  };
}

export async function openHubDatabase(
  settings: Settings,
  url: string,
  trust: Trust,
  logger: Logger,
): Promise<HubDatabase> {
  const reading = await openGatewayDatabase(settings, url, trust, logger);
  try {
    const writer = await openWriterSource(settings, url, concernsTables);
    return {
      ...reading,
      writer,
      commands: createCommandRunner(writer),
      end: async () => {
        await writer.destroy();
        await reading.end();
      },
    };
  } catch (error) {
    await reading.end();
    throw error;
  }
}

export function contextDependencies(
  { pools, audit, authenticator, commands }: HubDatabase,
  settings: Settings,
  today: () => string = dayInEngland,
): ContextDependencies {
  return {
    authenticator,
    commands,
    audit,
    reader: pools.reader,
    cursorKey: cursorKey(settings.routerCredential),
    hashOf: keyedHash(settings.routerCredential),
    identityKeys: settings.identityKeys,
    channelOffer: { email: settings.delivery.mail !== null, privateWebhooks: settings.delivery.privateWebhooks },
    today,
  };
}

export function executorOf(
  name: SubgraphName,
  database: HubDatabase,
  settings: Settings,
  logger: Logger,
  today: () => string = dayInEngland,
): SubgraphExecutor {
  return createSubgraphExecutor(subgraph(name), {
    ...contextDependencies(database, settings, today),
    logError: (error, reference) => {
      logger.error({ err: error, requestId: reference, subgraph: name }, "a subgraph request failed");
    },
  });
}
