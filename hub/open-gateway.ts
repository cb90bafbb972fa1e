/** The gateway over subgraphs of this process and of others, with its limits and its own audit of refusals. */
import type { FastifyPluginAsync } from "fastify";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import { outcomeOfRefusal } from "../audit/audit-entry.js";
import { keyedHash } from "../audit/keyed-hash.js";
import { roles, type Role } from "../authorisation/caller.js";
import { StartRefusal } from "../database/start-refusal.js";
import { panelRecord } from "../dashboard/documents/panel-record.js";
import { createGateway, type Gateway } from "../gateway/create-gateway.js";
import type { FileExchange } from "../endpoint/file-exchange.js";
import type { RecordRefusal } from "../gateway/refusal.js";
import type { SubgraphConnection } from "../gateway/subgraph-connection.js";
import type { Settings } from "../settings/structured-settings.js";
import { committedComposition } from "./composition.js";
import { gatewayLimits } from "./gateway-limits.js";
import { graphScalars } from "./graph-scalars.js";
import type { GatewayDatabase } from "./subgraph-runtime.js";
import { readTrustedDocuments } from "./trusted-documents.js";

export interface GatewayParts {
  readonly settings: Settings;
  readonly database: GatewayDatabase;
  readonly subgraphs: readonly SubgraphConnection[];
  readonly files?: FileExchange;
  readonly pages?: FastifyPluginAsync;
  /** Of other parts of the process, served beside its own. */
  readonly moreMetrics?: Registry;
  readonly logger: Logger;
}

export async function openGateway(parts: GatewayParts): Promise<Gateway> {
  const { settings, database, subgraphs, files, pages, moreMetrics, logger } = parts;
  const trustedDocuments = await readTrustedDocuments(settings.trustedDocuments);
  return createGateway({
    composition: committedComposition(),
    subgraphs,
    scalars: graphScalars,
    ...(files && { files }),
    authenticator: database.authenticator,
    recordRefusal: refusalsTo(database),
    hashOf: keyedHash(settings.routerCredential),
    limits: gatewayLimits(settings),
    introspectionRoles: rolesNamed(settings.introspectionRoles),
    ...(trustedDocuments && { trustedDocuments }),
    documents: [panelRecord()],
    ...(pages && { pages }),
    ...(moreMetrics && { moreMetrics }),
    probes: {
      database: async () => {
        await database.pools.reader.query("select 1");
        return true;
      },
    },
    logger,
  });
}

function rolesNamed(names: readonly string[]): ReadonlySet<Role> {
  if (!names.every((name) => name === "*" || roles.some((role) => role === name)))
    throw new StartRefusal(`INTROSPECTION_ROLES: must be * or some of ${roles.join(", ")}`);
  return new Set(roles.filter((role) => names.includes("*") || names.includes(role)));
}

function refusalsTo({ audit }: GatewayDatabase): RecordRefusal {
  return ({ code, because, requestId, caller, documentHash }) =>
    audit.record({
      caller,
      requestId,
      subgraph: "gateway",
      operationName: null,
      documentHash: documentHash === undefined ? null : Buffer.from(documentHash, "hex"),
      variablesHash: null,
      outcome: outcomeOfRefusal(code),
      because,
      records: [],
    });
}
