/** The time and the room of an operation: how long it may take, and how many there may be at once. */
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "@jest/globals";
import { request } from "undici";
import { startGateway, type Changes, type GatewayUnderTest } from "./gateway-under-test.js";
import type { Behaviour } from "./two-subgraphs.js";

let open: GatewayUnderTest | undefined;

async function start(changes: Changes): Promise<GatewayUnderTest> {
  open = await startGateway(changes);
  return open;
}
afterEach(() => open?.gateway.close());

/** As a subgraph in another process: what is given up has ended. */
const untilGivenUp: Behaviour = ({ signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => {
      reject(new Error("given up"));
    });
  });

const query = `{ concern(id: "1") { id provider { name } } }`;

/** Asks, and is gone as soon as a subgraph is at it. */
async function askAndLeave(hub: GatewayUnderTest): Promise<void> {
  const leaving = new AbortController();
  const asked = request(`http://127.0.0.1:${hub.port}/graphql`, {
    method: "POST",
    headers: { authorization: "Bearer lead", "content-type": "application/json" },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  });
  while (hub.concerns.requests.length === 0) await pause(5);
  leaving.abort();
  await expect(asked).rejects.toThrow();
  await pause(50);
}

describe("the time and room of an operation", () => {
  it("end after the operation's limit, with what has been found by then", async () => {
    const hub = await start({ limits: { subgraphMilliseconds: 5_000, operationMilliseconds: 100 } });
    hub.organisations.behave(() => new Promise(() => undefined));
    const started = performance.now();
    const answer = await hub.ask(query);
    expect(answer.body.errors).toMatchObject([{ extensions: { code: "UNAVAILABLE" } }]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("end when the client goes away", async () => {
    const hub = await start({});
    hub.concerns.behave(() => new Promise(() => undefined));
    await askAndLeave(hub);
    expect(hub.concerns.requests[0]?.signal.aborted).toBe(true);
  });

  it("are refused when too many are in flight, and given again after", async () => {
    const hub = await start({ limits: { operationsInFlight: 2, subgraphMilliseconds: 300 } });
    hub.concerns.behave(untilGivenUp);
    const slow = [hub.ask(query), hub.ask(query)];
    while (hub.concerns.requests.length < 2) await pause(5);
    const refused = await hub.ask(query);
    expect(refused.status).toBe(503);
    expect(refused.headers["retry-after"]).toBe("1");
    expect(refused.body.errors).toMatchObject([{ extensions: { code: "OVERLOADED", retryAfter: 1 } }]);
    expect((await hub.send({ method: "GET", path: "/health/live" })).status).toBe(200);
    await Promise.all(slow);
    hub.concerns.behaveAsUsual();
    expect((await hub.ask(query)).status).toBe(200);
  });

  it("are refused to who has too many in flight, and left to others", async () => {
    const hub = await start({ limits: { operationsInFlight: 3, operationsOfOne: 2, subgraphMilliseconds: 300 } });
    hub.concerns.behave(untilGivenUp);
    const slow = [hub.ask(query), hub.ask(query)];
    while (hub.concerns.requests.length < 2) await pause(5);
    expect((await hub.ask(query)).body.errors).toMatchObject([{ extensions: { code: "OVERLOADED", retryAfter: 1 } }]);
    const authorization = "Bearer member";
    const other = await hub.send({ body: JSON.stringify({ query: "{ __typename }" }), headers: { authorization } });
    expect(other.body.data).toEqual({ __typename: "Query" });
    await Promise.all(slow);
    hub.concerns.behaveAsUsual();
    expect((await hub.ask(query)).status).toBe(200);
  });
});
