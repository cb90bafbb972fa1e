import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { SubgraphResponse } from "../../gateway/subgraph-connection.js";
import { startGateway } from "./gateway-under-test.js";
import type { GatewayUnderTest } from "./gateway-under-test.js";
import type { Behaviour } from "./two-subgraphs.js";

const limits = { subgraphMilliseconds: 200, operationMilliseconds: 1_000, circuitFailures: 3, circuitMilliseconds: 50 };
let hub: GatewayUnderTest;

beforeAll(async () => {
  hub = await startGateway({ limits });
});
beforeEach(async () => {
  hub.concerns.behaveAsUsual();
  hub.organisations.behaveAsUsual();
  // Closes the circuits that the test before may have left open.
  await pause(60);
  await hub.ask(`{ concern(id: "1") { provider { name } } }`);
  hub.concerns.behaveAsUsual();
  hub.organisations.behaveAsUsual();
});
afterAll(() => hub.gateway.close());

const both = `{ concern(id: "7") { title provider { name } } }`;
const withoutName = { concern: { title: "Title 7", provider: { name: null } } };
const unavailable = {
  message: "Part of the hub is unavailable. Try again shortly.",
  extensions: { code: "UNAVAILABLE" },
};

const as =
  (response: unknown): Behaviour =>
  () =>
    Promise.resolve(response as SubgraphResponse);

describe("a subgraph that does not answer as it should", () => {
  const replies: readonly (readonly [what: string, behaviour: Behaviour])[] = [
    ["is away", () => Promise.reject(new Error("connect ECONNREFUSED http://10.1.2.3:4101/graphql"))],
    ["hangs and ignores its signal", () => new Promise(() => undefined)],
    ["answers after its time", async (_, asUsual) => pause(800).then(asUsual)],
    [
      "throws at once",
      () => {
        throw new TypeError("synchronously");
      },
    ],
    ["answers null", as(null)],
    ["answers a text", as("<html>Bad gateway</html>")],
    ["answers nothing", as({})],
    ["answers no data and no errors", as({ data: null, errors: [] })],
    ["answers errors that are no list", as({ errors: "broken" })],
    ["leaves the entities out", as({ data: {} })],
    ["answers too few entities", as({ data: { _entities: [] } })],
    ["answers too many entities", as({ data: { _entities: [{ name: "a" }, { name: "b" }] } })],
    ["answers entities that are no list", as({ data: { _entities: { name: "a" } } })],
  ];
  it.each(replies)("and %s costs its own fields alone, with one generic error", async (_, behaviour) => {
    hub.organisations.behave(behaviour);
    const started = performance.now();
    const answer = await hub.ask(both);
    expect(answer.body.data).toEqual(withoutName);
    expect(answer.body.errors).toEqual([unavailable]);
    expect(answer.status).toBe(200);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(answer.text).not.toMatch(/ECONN|10\.1\.2\.3|Bad gateway|stack|organisations/);
  });

  it("is told once however many calls failed", async () => {
    hub.organisations.behave(() => Promise.reject(new Error("away")));
    const answer = await hub.ask(`{ a: concern(id: "1") { provider { name } } b: organisation(code: "X") { name } }`);
    expect(answer.body.errors).toHaveLength(1);
  });

  it("has its work cancelled when the time is up", async () => {
    hub.organisations.behave(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            reject(new Error("aborted"));
          });
        }),
    );
    await hub.ask(both);
    expect(hub.organisations.requests[0]?.signal.aborted).toBe(true);
  });

  it("is left alone after failures in a row, probed, and used again", async () => {
    // So long a pause that a busy machine does not reach its end within the calls.
    const circuitMilliseconds = 3_000;
    const { gateway, organisations, ask } = await startGateway({ limits: { ...limits, circuitMilliseconds } });
    organisations.behave(() => Promise.reject(new Error("away")));
    for (let call = 0; call < 8; call += 1) await ask(both);
    expect(organisations.requests.length).toBeLessThan(5);
    organisations.behaveAsUsual();
    await pause(circuitMilliseconds);
    expect((await ask(both)).body.errors).toBeUndefined();
    expect((await ask(both)).body.errors).toBeUndefined();
    await gateway.close();
  });
});

describe("what a subgraph may not do to the data of another", () => {
  it.each([
    ["a field that was not asked of it", { name: "ok", code: "FORGED", concerns: { nodes: [] } }],
    ["__proto__", JSON.parse(`{ "name": "ok", "__proto__": { "code": "FORGED" } }`) as Record<string, unknown>],
    ["constructor", { name: "ok", constructor: { prototype: { code: "FORGED" } } }],
  ])("overwriting by %s in an entity has no effect", async (_, entity) => {
    hub.organisations.behave(as({ data: { _entities: [entity], concern: { title: "FORGED" } } }));
    const answer = await hub.ask(`{ concern(id: "7") { id title provider { name code } } }`);
    expect(answer.body.data).toEqual({ concern: { id: "7", title: "Title 7", provider: { name: "ok", code: "ZZ1" } } });
    expect(({} as Record<string, unknown>)["code"]).toBeUndefined();
  });

  it("an entity that comes back as another type is dropped", async () => {
    hub.concerns.behave(async (request, asUsual) =>
      request.document.includes("_entities")
        ? { data: { _entities: [{ __typename: "Concern", concerns: { nodes: [] } }] } }
        : asUsual(),
    );
    const answer = await hub.ask(`{ organisation(code: "A") { code __typename concerns { nodes { id } } } }`);
    expect(answer.body.data).toMatchObject({ organisation: { code: "A", __typename: "Organisation" } });
  });

  it("a text where an object belongs becomes null", async () => {
    hub.concerns.behave(as({ data: { concern: "not an object" } }));
    expect((await hub.ask(both)).body.data).toEqual({ concern: null });
  });

  it("a value that does not fit the schema is nulled and told as part of the hub being unavailable", async () => {
    hub.concerns.behave(as({ data: { concern: { title: { nested: "s3cret" }, provider: null } } }));
    const answer = await hub.ask(both);
    expect(answer.body.data).toEqual({ concern: { title: null, provider: null } });
    expect(answer.body.errors).toMatchObject([{ extensions: { code: "UNAVAILABLE" } }]);
    expect(answer.text).not.toMatch(/s3cret|valueCompletion/);
  });
});

describe("errors of a subgraph", () => {
  const error = (code: unknown, more: Record<string, unknown> = {}): Behaviour =>
    as({
      data: { concern: null },
      errors: [
        {
          message: 'relation "concern" at postgres://hub:pw@db/hub',
          path: ["concern"],
          stack: "at x (/srv/a.js:1:1)",
          extensions: { code, stacktrace: ["at x"], serviceName: "concerns", url: "http://c", ...more },
        },
      ],
    });

  it.each(["FORBIDDEN", "NOT_FOUND", "BAD_USER_INPUT", "CONFLICT", "LIMIT_EXCEEDED", "OVERLOADED", "UNAVAILABLE"])(
    "with the code %s pass with that code, its constant message and the path",
    async (code) => {
      hub.concerns.behave(error(code));
      const answer = await hub.ask(both);
      expect(answer.body.errors).toEqual([{ message: expect.any(String), path: ["concern"], extensions: { code } }]);
      expect(answer.text).not.toMatch(/postgres|srv|stack|serviceName|http:/);
    },
  );

  it.each(["INTERNAL", "INTERNAL_SERVER_ERROR", "42P01", "constructor", "__proto__", undefined, 7, { a: 1 }])(
    "with the code %p become INTERNAL with a reference and nothing else",
    async (code) => {
      hub.concerns.behave(error(code));
      const answer = await hub.ask(both);
      const reference = answer.headers["x-request-id"];
      expect(answer.body.errors).toMatchObject([{ path: ["concern"], extensions: { code: "INTERNAL", reference } }]);
      expect(answer.text).not.toMatch(/postgres|srv|stack|serviceName|http:/);
    },
  );

  it("pass details only in their shape", async () => {
    hub.concerns.behave(
      error("BAD_USER_INPUT", {
        field: "input.dueOn",
        problem: "Must lie after the issue date.",
        limit: "http://internal",
        most: "many",
      }),
    );
    const answer = await hub.ask(both);
    expect(answer.body.errors?.[0]?.extensions).toEqual({
      code: "BAD_USER_INPUT",
      field: "input.dueOn",
      problem: "Must lie after the issue date.",
    });
  });

  it("are passed on up to a number", async () => {
    hub.concerns.behave(
      as({
        data: { concern: null },
        errors: Array.from({ length: 500 }, (_, i) => ({ path: ["concern", i], extensions: { code: "NOT_FOUND" } })),
      }),
    );
    expect((await hub.ask(both)).body.errors?.length).toBeLessThanOrEqual(20);
  });
});

describe("redactions", () => {
  const withheld = { coordinate: "Concern.narrative", dataClass: "NARRATIVE", reason: "RELATION" };
  const redaction = { ...withheld, records: ["a"] };
  const redacting =
    (redactions: unknown): Behaviour =>
    async (_, asUsual) =>
      ({ ...(await asUsual()), extensions: { redactions } }) as SubgraphResponse;

  it("of all subgraphs and calls are added up and sorted", async () => {
    hub.concerns.behave(redacting([redaction]));
    hub.organisations.behave(
      redacting([
        { ...redaction, coordinate: "Organisation.board", dataClass: "MANAGEMENT" },
        { ...redaction, records: ["b", "c"] },
      ]),
    );
    const answer = await hub.ask(both);
    expect(answer.body.extensions?.["redactions"]).toEqual([
      { ...withheld, count: 3 },
      { ...withheld, coordinate: "Organisation.board", dataClass: "MANAGEMENT", count: 1 },
    ]);
  });

  it("count a record once that several calls came to", async () => {
    hub.concerns.behave(redacting([redaction]));
    hub.organisations.behave(redacting([{ ...redaction, records: ["b", "a"] }]));
    expect((await hub.ask(both)).body.extensions?.["redactions"]).toEqual([{ ...withheld, count: 2 }]);
  });

  it.each([
    ["none", []],
    ["no list", "all"],
    ["a class that does not exist", [{ ...redaction, dataClass: "s3cret" }]],
    ["a reason that does not exist", [{ ...redaction, reason: "toString" }]],
    ["a coordinate that is none", [{ ...redaction, coordinate: "the s3cret narrative" }]],
    [
      "keys that are none",
      [
        { ...redaction, records: [] },
        { ...redaction, records: "a" },
        { ...redaction, records: [1] },
        { ...redaction, records: ["s".repeat(101)] },
      ],
    ],
    ["null", [null]],
  ])("stated as %s leave no trace in the answer", async (_, stated) => {
    hub.concerns.behave(redacting(stated));
    const answer = await hub.ask(`{ concern(id: "1") { id } }`);
    expect(answer.body.extensions).toEqual({ handling: "OFFICIAL-SENSITIVE" });
  });

  it("carry nothing beside their four fields", async () => {
    hub.concerns.behave(redacting([{ ...redaction, records: ["s3cret"], value: "s3cret" }]));
    expect((await hub.ask(`{ concern(id: "1") { id } }`)).text).not.toContain("s3cret");
  });
});

describe("what a subgraph is told", () => {
  it("is the caller, the token as it came, the purpose, the request id and hashes of what was asked", async () => {
    await hub.send({
      body: JSON.stringify({ query: `query Look($id: ID!) { concern(id: $id) { id } }`, variables: { id: "9" } }),
      headers: { "x-purpose-of-use": "REGULATION", "x-request-id": "request-0001" },
    });
    expect(hub.concerns.requests[0]?.context).toMatchObject({
      caller: { subject: "lead" },
      authorization: "Bearer lead",
      purposeHeader: "REGULATION",
      requestId: "request-0001",
      operation: {
        name: "Look",
        type: "query",
        documentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        variablesHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  it("has the same document hash however the document is laid out", async () => {
    await hub.ask(`{concern(id:"1"){id}}`);
    await hub.ask(`{\n  concern(id: "1") {\n    id # the id\n  }\n}`);
    const [left, right] = hub.concerns.requests.map(({ context }) => context.operation.documentHash);
    expect(left).toBe(right);
  });
});
