/**
 * Hive Gateway with the configuration of `deploy/`, and under it the three subgraphs of a test's hub, each of the four a
 * process of its own, over that hub's database: what differs between the two is the router, and nothing else.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { openedTogether, type Closable } from "../../hub/opened-together.js";
import { subgraphNames, type SubgraphName } from "../../settings/structured-settings.js";
import { askingAt, type TestHub } from "../support/test-hub.js";
import { patience } from "../support/test-settings.js";

export interface HiveGateway extends Pick<TestHub, "url" | "as">, Closable {
  stopSubgraph(name: SubgraphName): Promise<void>;
}

export function openHiveGateway(hub: TestHub, environment: NodeJS.ProcessEnv): Promise<HiveGateway> {
  return openedTogether(async (onClose) => {
    const started = subgraphNames.map((name) => startSubgraph(hub, name));
    onClose(() => Promise.all(started.map(({ child }) => stop(child))));
    const port = await freePort();
    const addresses = subgraphNames.map(async (name, index) => {
      const at = (await started[index]?.says(/^\d+$/)) ?? "";
      return [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${at}/graphql`] as const;
    });
    const router = start(["deploy/hive-gateway/serve.ts"], {
      ...patience,
      ...environment,
      ...Object.fromEntries(await Promise.all(addresses)),
      PORT: String(port),
      ROUTER_CREDENTIAL: hub.settings.routerCredential,
    });
    onClose(() => stop(router.child));
    await router.says(/serves at/);
    const url = `http://127.0.0.1:${port}`;
    return {
      url,
      as: askingAt(url, hub.issuer),
      stopSubgraph: async (name) => {
        const one = started[subgraphNames.indexOf(name)];
        if (one !== undefined) await stop(one.child);
      },
    };
  });
}

function startSubgraph({ database, settings, issuer }: TestHub, name: SubgraphName) {
  return start(["test/deploy/subgraph-process.ts", name], {
    DATABASE_URL: database.url,
    HUB_DEMO: "1",
    HUB_DATA_DIR: settings.dataDirectory,
    HUB_TEST_KEYS: JSON.stringify(issuer.jwks),
    IDENTITY_KEYS: settings.identityKeys.map(({ id, key }) => `${id}:${key.toString("base64")}`).join(","),
  });
}

function start(command: readonly string[], environment: NodeJS.ProcessEnv) {
  const { PATH } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", ...command], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH, ...environment },
  });
  // A test that fails before it has what it would close neither waits for it nor leaves it behind.
  child.unref();
  process.once("exit", () => child.kill());
  return {
    child,
    /** The first line that fits. */
    async says(expected: RegExp): Promise<string> {
      for await (const line of createInterface({ input: child.stdout })) if (expected.test(line)) return line;
      throw new Error(`${command.join(" ")} ended before it served.`);
    },
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, "exit");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
