/**
 * One subgraph of a test's hub: `node --import tsx test/deploy/subgraph-process.ts NAME`, with its settings and the keys
 * of the test's issuer in the environment. Prints its port when it serves.
 */
import type { JSONWebKeySet } from "jose";
import { pino } from "pino";
import { subgraphServerOf } from "../../hub/open-subgraph.js";
import { openHubDatabase } from "../../hub/subgraph-runtime.js";
import type { SubgraphName } from "../../settings/structured-settings.js";
import { trustIn } from "../support/test-issuer.js";
import { settingsFor } from "../support/test-settings.js";

const { HUB_TEST_KEYS = "", ...environment } = process.env;
const settings = settingsFor(environment);
const logger = pino({ level: "silent" });
const trust = trustIn(JSON.parse(HUB_TEST_KEYS) as JSONWebKeySet);
const database = await openHubDatabase(settings, settings.database.url ?? "", trust, logger);
const server = subgraphServerOf(process.argv[2] as SubgraphName, database, { settings, logger });
process.stdout.write(`${await server.listen({ host: "127.0.0.1", port: 0 })}\n`);
