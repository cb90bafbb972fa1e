import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "@jest/globals";
import { request } from "undici";
import { HubError } from "../../errors/hub-error.js";
import type { GuardAttestation } from "../../gateway/attestation.js";
import { startGateway } from "./gateway-under-test.js";
import type { Changes, GatewayUnderTest } from "./gateway-under-test.js";
import { compose, testSubgraph } from "./two-subgraphs.js";

let open: GatewayUnderTest[] = [];

async function start(changes: Changes = {}): Promise<GatewayUnderTest> {
  const hub = await startGateway(changes);
  open.push(hub);
  return hub;
}
afterEach(async () => {
  await Promise.all(open.map(({ gateway }) => gateway.close()));
  open = [];
});

const query = `{ concern(id: "1") { id provider { name } } }`;

describe("a gateway does not come up", () => {
  const [concerns, organisations] = [testSubgraph("concerns"), testSubgraph("organisations")];
  const attest = (change: Record<string, unknown>) => ({
    ...concerns,
    attest: async () => ({ ...(await concerns.attest()), ...change }),
  });
  it.each([
    ["without a subgraph's connection", [organisations]],
    ["when a guard does not answer", [organisations, { ...concerns, attest: () => Promise.reject(new Error("away")) }]],
    ["when a guard answers for too few policies", [organisations, attest({ policies: [] })]],
    ["when a subgraph runs another schema", [organisations, attest({ sdlHash: "0".repeat(64) })]],
    ["when the guards hold different policies", [organisations, attest({ policyVersion: "2" })]],
  ])("%s", async (_, subgraphs) => {
    await expect(start({ subgraphs })).rejects.toBeInstanceOf(HubError);
  });

  const { supergraphSdl: good } = compose();
  it.each([
    ["that is empty", ""],
    ["that cannot be parsed", "{"],
    ["that is no supergraph", "type Query { a: Int }"],
    ["that names a type it does not have", good.replace("title: String", "title: Strnig")],
  ])("over a text %s", async (_, supergraphSdl) => {
    await expect(start({ composition: { ...compose(), supergraphSdl } })).rejects.toThrow();
  });
});

describe("health", () => {
  it("is ready when every probe succeeds and names the part that is failing, never why", async () => {
    let database: () => Promise<boolean> = () => Promise.resolve(true);
    const limits = { probeMilliseconds: 50, probeHoldsMilliseconds: 0 };
    const hub = await start({ limits, probes: { database: () => database() } });
    const ready = () => hub.send({ method: "GET", path: "/health/ready" });
    expect((await ready()).text).toBe(`{"status":"ready","checks":{"database":"ok","subgraphs":"ok"}}`);
    const failing: (typeof database)[] = [
      () => Promise.resolve(false),
      () => Promise.reject(new Error("password authentication failed for 10.1.2.3")),
      () => new Promise(() => undefined),
    ];
    for (const probe of failing) {
      database = probe;
      const answer = await ready();
      expect(answer.status).toBe(503);
      expect(answer.text).toBe(`{"status":"not ready","checks":{"database":"failing","subgraphs":"ok"}}`);
    }
    expect((await hub.send({ method: "GET", path: "/health/live" })).text).toBe(`{"status":"live"}`);
  });
});

describe("a gateway whose subgraph was started again", () => {
  const asItWas = testSubgraph("concerns");
  const changes: readonly (readonly [what: string, changed: () => Promise<GuardAttestation>])[] = [
    ["another policy", async () => ({ ...(await asItWas.attest()), policyVersion: "2" })],
    ["another schema", async () => ({ ...(await asItWas.attest()), sdlHash: "0".repeat(64) })],
    ["a guard that decides less", async () => ({ ...(await asItWas.attest()), policies: [] })],
    ["no answer", () => Promise.reject(new Error("away"))],
  ];
  it.each(changes)("with %s is not ready, until it is as it was", async (_, changed) => {
    let attest = asItWas.attest;
    const subgraphs = [testSubgraph("organisations"), { ...asItWas, attest: () => attest() }];
    const hub = await start({ subgraphs, limits: { probeHoldsMilliseconds: 0 } });
    const ready = async () => (await hub.send({ method: "GET", path: "/health/ready" })).text;
    expect(await ready()).toContain('"subgraphs":"ok"');
    attest = changed;
    expect(await ready()).toBe(`{"status":"not ready","checks":{"database":"ok","subgraphs":"failing"}}`);
    attest = asItWas.attest;
    expect(await ready()).toContain('"subgraphs":"ok"');
  });
});

describe("health that is asked often", () => {
  const readyTimes = (hub: GatewayUnderTest, times: number) =>
    Promise.all(Array.from({ length: times }, () => hub.send({ method: "GET", path: "/health/ready" })));

  it("asks each part once at a time, even one that hangs", async () => {
    let asked = 0;
    const database = () => {
      asked += 1;
      return pause(300).then(() => true);
    };
    const hub = await start({ limits: { probeMilliseconds: 20 }, probes: { database } });
    const early = [...(await readyTimes(hub, 10)), ...(await readyTimes(hub, 10))];
    expect([asked, new Set(early.map(({ status }) => status))]).toEqual([1, new Set([503])]);
    await pause(300);
    expect((await readyTimes(hub, 1)).map(({ status }) => status)).toEqual([200]);
    expect(asked).toBe(1);
  });

  it("tells for a moment what was found, and then asks again", async () => {
    let asked = 0;
    const database = () => Promise.resolve(++asked === 1);
    const hub = await start({ limits: { probeHoldsMilliseconds: 1_000 }, probes: { database } });
    for (let time = 1; time <= 3; time += 1) {
      expect((await readyTimes(hub, 5)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    }
    expect(asked).toBe(1);
    await pause(1_050);
    expect((await readyTimes(hub, 5)).map(({ status }) => status)).toEqual([503, 503, 503, 503, 503]);
    expect(asked).toBe(2);
  });

  it("forgets a failure as soon as a success", async () => {
    let asked = 0;
    const database = () => (++asked === 1 ? Promise.reject(new TypeError("away")) : Promise.resolve(true));
    const hub = await start({ limits: { probeHoldsMilliseconds: 50 }, probes: { database } });
    expect((await readyTimes(hub, 2)).map(({ status }) => status)).toEqual([503, 503]);
    await pause(70);
    expect((await readyTimes(hub, 2)).map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe("metrics", () => {
  it("are on their own port, by code and operation type, with no value of a request", async () => {
    const hub = await start();
    await hub.ask(`query S3cretName { concern(id: "s3cret") { id } }`);
    await hub.ask(`{ s3cretField }`);
    await hub.send({ body: "{", headers: { authorization: "Bearer s3cret" } });
    const { body } = await request(`http://127.0.0.1:${hub.metricsPort}/metrics`);
    const text = await body.text();
    expect(text).toContain(`hub_graph_requests_total{type="query",code="OK"} 1`);
    expect(text).toContain(`hub_graph_requests_total{type="none",code="BAD_USER_INPUT"} 1`);
    expect(text).toContain(`hub_graph_requests_total{type="none",code="UNAUTHENTICATED"} 1`);
    expect(text).toContain(`hub_subgraph_request_seconds_count{subgraph="concerns",outcome="answered"} 1`);
    expect(text).toContain("hub_graph_operations_in_flight 0");
    expect(text).not.toMatch(/s3cret/i);
    expect((await hub.send({ method: "GET", path: "/metrics" })).status).toBe(404);
  });
});

describe("closing", () => {
  it("finishes what is in flight and takes nothing new", async () => {
    const hub = await start();
    let answerNow: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answerNow = resolve;
    });
    hub.concerns.behave(async (_, asUsual) => held.then(asUsual));
    const asked = hub.ask(query);
    while (hub.concerns.requests.length === 0) await pause(5);
    const closing = hub.gateway.close();
    await pause(20);
    answerNow();
    expect((await asked).body.data).toEqual({ concern: { id: "1", provider: { name: "Name ZZ1" } } });
    await closing;
    await expect(hub.ask(query)).rejects.toThrow();
  });

  it("does not wait for ever", async () => {
    const hub = await start({ limits: { drainMilliseconds: 100 } });
    hub.concerns.behave(() => new Promise(() => undefined));
    const asked = hub.ask(query).catch((error: unknown) => error);
    while (hub.concerns.requests.length === 0) await pause(5);
    const started = performance.now();
    await hub.gateway.close();
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(await asked).toBeInstanceOf(Error);
  });
});
