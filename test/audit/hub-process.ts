/**
 * A hub to be killed: `node --import tsx test/audit/hub-process.ts`, with its settings and the keys of a test's issuer in
 * the environment. Prints its address when it serves. It seals without pause, so that it is often killed at that.
 */
import type { JSONWebKeySet } from "jose";
import { pino } from "pino";
import { keepSealing } from "../../hub/sealing.js";
import { serveGraph } from "../support/served-graph.js";
import { trustIn } from "../support/test-issuer.js";
import { settingsFor } from "../support/test-settings.js";

const { HUB_TEST_KEYS = "", ...environment } = process.env;
const settings = settingsFor(environment);
const url = settings.database.url ?? "";
const logger = pino({ level: "silent" });
const hub = await serveGraph(settings, url, trustIn(JSON.parse(HUB_TEST_KEYS) as JSONWebKeySet), logger);
keepSealing({ settings, url, logger, pause: 5, entriesInABatch: 20, headAfter: 100 });
process.stdout.write(`${hub.url}\n`);
