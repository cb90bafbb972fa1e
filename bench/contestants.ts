/**
 * What is measured, each in processes of its own over real HTTP: the hub as `npm start` runs it, the hub with an audit
 * that keeps nothing, the stock set-up, and the floor.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { HubError } from "../errors/hub-error.js";
import { requestPersonaToken } from "../issuer/request-persona-token.js";
import { benchRolePrefix, tablesUrl } from "./bench-databases.js";
import { freePort, startProgram, type ChildProcess, type Program } from "./child-process.js";

export interface Contestant {
  /** Where it is asked. */
  readonly endpoint: string;
  readonly pids: readonly number[];
  close(): Promise<void>;
}

export interface HubContestant extends Contestant {
  tokenOf(persona: string): Promise<string>;
}

export interface HubOptions {
  readonly databaseUrl: string;
  /** Keys of the issuer and secrets; hubs that share it take one another's tokens. */
  readonly dataDirectory: string;
  readonly audit?: "on" | "off";
}

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Arguments of node in the package's own `start` script, so that the hub is measured as people run it. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(fileOf("../package.json"), "utf8")) as { scripts: { start: string } };
  const words = scripts.start.split(" ");
  return words.slice(words.indexOf("node") + 1);
}

function hubArguments(audit: HubOptions["audit"]): string[] {
  const given = startArguments();
  const flags = given.filter((argument) => argument.startsWith("--"));
  return audit === "off" ? [...flags, "--import", "tsx", fileOf("hub-without-audit.ts")] : given;
}

export async function startHub({ databaseUrl, dataDirectory, audit = "on" }: HubOptions): Promise<HubContestant> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${port}`;
  const child = await startProgram({
    args: hubArguments(audit),
    environment: {
      DATABASE_URL: databaseUrl,
      DATABASE_ROLE_PREFIX: benchRolePrefix,
      HUB_DATA_DIR: dataDirectory,
      HUB_PUBLIC_URL: origin,
      HUB_DEMO: "1",
      LOG_LEVEL: "warn",
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      // As the start command sets it, which this one goes past.
      ...(audit === "off" && { NODE_ENV: "production" }),
    },
    readyUrl: `${origin}/health/ready`,
  });
  return {
    ...contestant(`${origin}/graphql`, [child]),
    tokenOf: async (persona) => {
      const result = await requestPersonaToken(origin, persona);
      if (!result.ok) throw new HubError("INTERNAL", {}, { cause: result.problem });
      return result.value.token;
    },
  };
}

export async function startStock(databaseUrl: string): Promise<Contestant> {
  const ports = [await freePort(), await freePort(), await freePort()];
  const port = await freePort();
  const peer = { NODE_ENV: "production", PORTS: ports.join() };
  const lastOf = ports.at(-1) ?? 0;
  const subgraphs = await startPeer("stock-subgraphs.ts", { ...peer, DATABASE_URL: tablesUrl(databaseUrl) }, lastOf);
  const gateway = await startPeer("stock-gateway.ts", { ...peer, PORT: String(port) }, port);
  return contestant(`http://127.0.0.1:${port}/`, [gateway, subgraphs]);
}

export async function startFloor(databaseUrl: string): Promise<Contestant> {
  const port = await freePort();
  const environment = { NODE_ENV: "production", PORT: String(port), DATABASE_URL: tablesUrl(databaseUrl) };
  return contestant(`http://127.0.0.1:${port}/`, [await startPeer("one-statement.ts", environment, port)]);
}

function startPeer(name: string, environment: Program["environment"], port: number): Promise<ChildProcess> {
  return startProgram({
    args: ["--import", "tsx", fileOf(`peers/${name}`)],
    environment,
    readyUrl: `http://127.0.0.1:${port}/?query=%7B__typename%7D`,
  });
}

/** Closed in the order given: who asks before who is asked. */
function contestant(endpoint: string, processes: readonly ChildProcess[]): Contestant {
  return {
    endpoint,
    pids: processes.map(({ pid }) => pid),
    close: async () => {
      for (const { close } of processes) await close();
    },
  };
}
