/**
 * The gateway as a process of its own, over subgraphs in other processes. It waits for them for a while, so that all
 * may be started at once, and serves only when every guard has answered for the committed supergraph.
 */
import { setTimeout as wait } from "node:timers/promises";
import { ensureExplorer } from "../dashboard/build-explorer.js";
import { StartRefusal } from "../database/start-refusal.js";
import { checkAttestations, type GuardAttestation } from "../gateway/attestation.js";
import { httpFiles } from "../gateway/http-files.js";
import { httpSubgraph } from "../gateway/http-subgraph.js";
import type { SubgraphConnection } from "../gateway/subgraph-connection.js";
import { subgraphNames, type Settings, type SubgraphName } from "../settings/structured-settings.js";
import { committedComposition } from "./composition.js";
import { hubPages } from "./hub-pages.js";
import { openGateway } from "./open-gateway.js";
import type { Hub, HubOptions } from "./open-hub.js";
import { openProcessDatabase } from "./open-process-database.js";
import { openedTogether } from "./opened-together.js";
import { openGatewayDatabase } from "./subgraph-runtime.js";
import { openTrustWithIssuer } from "./trust.js";

/** Milliseconds that the subgraphs may take to come up: they migrate and, in a demonstration, load it. */
const usualPatience = 120_000;

export interface SeparateGatewayOptions extends HubOptions {
  readonly patience?: number;
}

export function openSeparateGateway(options: SeparateGatewayOptions): Promise<Hub> {
  const { settings, logger, log } = options;
  return openedTogether(async (onClose) => {
    // The directory is at home with the organisations; the gateway's own audit lies beside it.
    const { home, stop } = await openProcessDatabase(settings, "organisations", log);
    onClose(stop);
    const subgraphs = subgraphNames.map((name) => connectionTo(name, settings));
    onClose(() => Promise.allSettled(subgraphs.map((subgraph) => subgraph.close())));
    const findings = checkAttestations(committedComposition(), await attestations(subgraphs, options));
    if (findings.length > 0) throw new StartRefusal(`The gateway does not serve:\n  ${findings.join("\n  ")}`);

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

/** Without an address a subgraph is taken to run on this machine, where its own settings put it. */
export function addressOf(name: SubgraphName, { host, subgraphs }: Pick<Settings, "host" | "subgraphs">): string {
  const { url, port } = subgraphs[name];
  if (url !== null) return url;
  const everyAddress: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "::1" };
  const reached = everyAddress[host] ?? host;
  return `http://${reached.includes(":") ? `[${reached}]` : reached}:${port}/graphql`;
}

async function attestations(
  subgraphs: readonly SubgraphConnection[],
  { log, stopping, patience = usualPatience }: SeparateGatewayOptions,
): Promise<GuardAttestation[]> {
  const deadline = Date.now() + patience;
  for (let round = 1; ; round += 1) {
    const answers = await Promise.allSettled(subgraphs.map((subgraph) => subgraph.attest()));
    const away = subgraphs.filter((_, index) => answers[index]?.status === "rejected").map(({ name }) => name);
    if (away.length === 0) return answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    if (Date.now() > deadline) {
      throw new StartRefusal(
        `No answer from ${away.join(", ")}. Start each with npm run start:subgraph -- NAME, and give it the ROUTER_CREDENTIAL of this gateway.`,
      );
    }
    if (round === 1) log(`Waiting for ${away.join(", ")}.`);
    await wait(250, undefined, { signal: stopping });
  }
}
