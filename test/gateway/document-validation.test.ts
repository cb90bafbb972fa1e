/** Which documents are run at all, whatever they ask for: of a kind that is offered, fit for the schema, and trusted. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createHash } from "node:crypto";
import { getIntrospectionQuery } from "graphql";
import { startGateway } from "./gateway-under-test.js";
import type { GatewayUnderTest } from "./gateway-under-test.js";

let hub: GatewayUnderTest;

beforeAll(async () => {
  hub = await startGateway();
});
beforeEach(() => {
  hub.concerns.behaveAsUsual();
  hub.organisations.behaveAsUsual();
});
afterAll(() => hub.gateway.close());

describe("an operation of a kind that is not offered", () => {
  it.each([
    ["a subscription", `subscription { concern(id: "1") { id } }`, "Subscriptions are not offered."],
    ["@defer", `{ concern(id: "1") { ... @defer { title } } }`, "Incremental delivery is not offered."],
    ["@stream", `{ concerns { nodes @stream { id } } }`, "Incremental delivery is not offered."],
    ["an alias called __proto__", `{ concern(id: "1") { __proto__: title } }`, "The document uses a reserved name."],
    [
      "a variable called __proto__",
      `query ($__proto__: ID!) { concern(id: $__proto__) { id } }`,
      "The document uses a reserved name.",
    ],
    [
      "an operation called __proto__",
      `query __proto__ { concern(id: "1") { id } }`,
      "The document uses a reserved name.",
    ],
    [
      "a fragment called __proto__",
      `{ concern(id: "1") { ...__proto__ } } fragment __proto__ on Concern { id }`,
      "The document uses a reserved name.",
    ],
    [
      "the planner's own variable",
      `query ($representations: ID!) { concern(id: $representations) { id } }`,
      "The document uses a reserved name.",
    ],
  ])("%s is refused", async (_, query, problem) => {
    const answer = await hub.ask(query);
    expect(answer.body.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", problem } }]);
  });

  it.each(["constructor", "toString", "valueOf", "hasOwnProperty"])(
    "the name %s serves as alias, variable, fragment and operation",
    async (name) => {
      const query = `query ${name}($${name}: ID!) { ${name}: concern(id: $${name}) { ${name}: title ...${name} } } fragment ${name} on Concern { provider { ${name}: name } }`;
      const answer = await hub.ask(query, { [name]: "3" }, name);
      expect(answer.body.data).toEqual({ [name]: { [name]: "Title 3", provider: { [name]: "Name ZZ1" } } });
      expect((await hub.ask(`{ concern(id: "1") { id } }`)).body.data).toEqual({ concern: { id: "1" } });
    },
  );
});

describe("a document or variables that do not fit the schema", () => {
  const wrong: readonly (readonly [
    what: string,
    problem: string,
    query: string,
    variables?: Record<string, unknown>,
  ])[] = [
    ["an unknown field", "FieldsOnCorrectType", `{ concern(id: "1") { titel } }`],
    ["an unknown argument", "KnownArgumentNames", `{ concern(idd: "1", id: "1") { id } }`],
    ["a misspelt type", "KnownTypeNames", `{ concern(id: "1") { ... on Concrn { id } } }`],
    ["a literal of the wrong type", "ValuesOfCorrectType", `{ concerns(first: "s3cret") { nodes { id } } }`],
    [
      "a variable of the wrong type",
      "A variable is missing or does not fit its type.",
      `query ($n: Int) { concerns(first: $n) { nodes { id } } }`,
      { n: "s3cret" },
    ],
    [
      "a misspelt input field",
      "A variable is missing or does not fit its type.",
      `query ($f: ConcernFilter) { concerns(filter: $f) { nodes { id } } }`,
      { f: { txet: "s3cret" } },
    ],
    [
      "a missing variable",
      "A variable is missing or does not fit its type.",
      `query ($n: ID!) { concern(id: $n) { id } }`,
    ],
    ["broken syntax", "The document cannot be parsed.", `{ concern(id: "s3cret" { id } }`],
    [
      "an unknown operation name",
      "There is no such operation in the document.",
      `query a { concern(id: "1") { id } } query b { concern(id: "1") { id } }`,
    ],
  ];
  it.each(wrong)("%s: told by rule (%s) and never by value", async (...[, problem, query, variables]) => {
    const answer = await hub.ask(query, variables);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]).toMatchObject({
      message: "The request is not valid.",
      extensions: { code: "BAD_USER_INPUT", problem },
    });
    expect(answer.text).not.toMatch(/did you mean|s3cret|txet|titel|title/i);
  });

  it("the position is told, and at most five errors", async () => {
    const answer = await hub.ask(
      `{ concern(id: "1") {\n${Array.from({ length: 9 }, (_, i) => `wrong${i}\n`).join(" ")} } }`,
    );
    expect(answer.body.errors).toHaveLength(5);
    expect(answer.body.errors?.[0]?.locations).toEqual([{ line: 2, column: 1 }]);
  });
});

describe("introspection", () => {
  it("is for the roles that may read the schema", async () => {
    const body = JSON.stringify({ query: "{ __schema { queryType { name } } }" });
    const refused = await hub.send({ body, headers: { authorization: "Bearer member" } });
    expect(refused.body.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    expect((await hub.send({ body })).body.data).toEqual({ __schema: { queryType: { name: "Query" } } });
  });

  it("cannot be hidden in a fragment by a role that may not", async () => {
    const query = "{ ...f } fragment f on Query { s: __schema { queryType { name } } }";
    const refused = await hub.send({ body: JSON.stringify({ query }), headers: { authorization: "Bearer member" } });
    expect(refused.body.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  });

  it("in the standard form that clients send is admitted although it nests deeper", async () => {
    for (const options of [{}, { schemaDescription: true, inputValueDeprecation: true }, { descriptions: false }]) {
      const answer = await hub.ask(getIntrospectionQuery(options));
      expect(answer.body.errors).toBeUndefined();
    }
  });

  it("shows nothing of the directives that carry the policy", async () => {
    expect((await hub.ask(getIntrospectionQuery())).text).not.toMatch(/"policy"|join__|federation__/);
  });
});

describe("trusted documents, where they are demanded", () => {
  it("run, and others do not", async () => {
    const query = `{ concern(id: "1") { id } }`;
    const strict = await startGateway({
      trustedDocuments: new Set([createHash("sha256").update(query).digest("hex")]),
    });
    try {
      expect((await strict.ask(query)).status).toBe(200);
      expect((await strict.ask(`{ concern(id: "2") { id } }`)).body.errors).toMatchObject([
        { extensions: { code: "FORBIDDEN" } },
      ]);
    } finally {
      await strict.gateway.close();
    }
  });
});
