import { createServer } from "node:http";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openSeparateGateway } from "../../hub/open-separate-gateway.js";
import { addressOf } from "../../hub/subgraph-address.js";
import type { Settings } from "../../settings/structured-settings.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import { openSubgraphServers } from "./separate-processes.js";

let hub: TestHub;
let subgraphs: Awaited<ReturnType<typeof openSubgraphServers>>;
beforeAll(async () => {
  hub = await openTestHub();
  subgraphs = await openSubgraphServers(hub);
});
afterAll(async () => {
  await subgraphs.close();
  await hub.close();
});

function settingsWith(changes: Partial<Settings>): Settings {
  const urls = subgraphs.subgraphs.map(({ name, origin }) => [name, { url: `${origin}/graphql`, port: 1 }] as const);
  return {
    ...hub.settings,
    database: { ...hub.settings.database, url: hub.database.url },
    subgraphs: Object.fromEntries(urls) as Settings["subgraphs"],
    ...changes,
  };
}

async function refusal(settings: Settings): Promise<unknown> {
  return openSeparateGateway({ settings, logger: pino({ level: "silent" }), log: () => undefined, patience: 0 }).then(
    () => "it serves",
    (error: unknown) => error,
  );
}

describe("a gateway over subgraphs in other processes", () => {
  it("does not serve over subgraphs to which it cannot show their credential", async () => {
    const error = await refusal(settingsWith({ routerCredential: "another-credential-of-many-characters" }));
    expect(error).toMatchObject({
      name: "StartRefusal",
      message: expect.stringMatching(/^No answer from concerns, organisations, standards\..*ROUTER_CREDENTIAL/),
    });
  });

  it("names the one that is away", async () => {
    const settings = settingsWith({});
    const away = { ...settings.subgraphs, standards: { url: "http://127.0.0.1:9/graphql", port: 1 } };
    expect(await refusal({ ...settings, subgraphs: away })).toMatchObject({
      message: expect.stringMatching(/^No answer from standards\./),
    });
  });

  it("does not serve over a guard that answers for another schema", async () => {
    const impostor = createServer((_, response) => {
      response.end(
        JSON.stringify({ subgraph: "concerns", policyVersion: "0", sdlHash: "0", policies: [], guarded: true }),
      );
    });
    await new Promise<void>((resolve) => impostor.listen(0, "127.0.0.1", resolve));
    const address = impostor.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const settings = settingsWith({});
    const mixed = { ...settings.subgraphs, concerns: { url: `http://127.0.0.1:${port}/graphql`, port: 1 } };
    const error = await refusal({ ...settings, subgraphs: mixed });
    impostor.closeAllConnections();
    impostor.close();
    expect(error).toMatchObject({ name: "StartRefusal" });
    for (const finding of [
      "the guards hold different policies",
      "concerns: runs another schema than the one composed",
      "concerns: its guard does not decide",
    ]) {
      expect(String(error)).toContain(finding);
    }
  });
});

describe("the address of a subgraph", () => {
  const cases: readonly (readonly [host: string, url: string | null, address: string])[] = [
    ["127.0.0.1", null, "http://127.0.0.1:4001/graphql"],
    ["0.0.0.0", null, "http://127.0.0.1:4001/graphql"],
    ["::", null, "http://[::1]:4001/graphql"],
    ["10.1.2.3", null, "http://10.1.2.3:4001/graphql"],
    ["0.0.0.0", "https://concerns.internal/graphql", "https://concerns.internal/graphql"],
  ];
  for (const [host, url, address] of cases) {
    it(`is ${address} where the hub listens on ${host} and is told ${url ?? "nothing"}`, () => {
      const place = { url, port: 4001 };
      const places = { concerns: place, organisations: place, standards: place };
      expect(addressOf("concerns", { host, subgraphs: places })).toBe(address);
    });
  }
});
