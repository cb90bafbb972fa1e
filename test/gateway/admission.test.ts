/** How much one request may ask for: each limit from both sides. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { startGateway } from "./gateway-under-test.js";
import type { GatewayUnderTest } from "./gateway-under-test.js";

let hub: GatewayUnderTest;

beforeAll(async () => {
  hub = await startGateway();
});
beforeEach(() => {
  hub.concerns.behaveAsUsual();
  hub.organisations.behaveAsUsual();
  hub.refusals.length = 0;
});
afterAll(() => hub.gateway.close());

const nested = (levels: number) =>
  `{ concern(id: "1") { ${"provider { concerns { nodes { ".repeat(levels)} id ${"} } }".repeat(levels)} } }`;

/** Fragments over an entity edge that double at every level. */
const doubling = (levels: number) =>
  [
    `{ concern(id: "1") { ...f0 } }`,
    ...Array.from({ length: levels }, (_, level) => {
      const next = level + 1 < levels ? `...f${level + 1}` : "id";
      return `fragment f${level} on Concern { a: provider { concerns { nodes { ${next} } } } b: provider { concerns { nodes { ${next} } } } }`;
    }),
  ].join("\n");

const flatDoubling = (levels: number) =>
  [
    `{ concern(id: "1") { ...f0 } }`,
    ...Array.from({ length: levels }, (_, level) => {
      const next = level + 1 < levels ? `...f${level + 1}` : "id";
      return `fragment f${level} on Concern { ${next} ${next} }`;
    }),
  ].join("\n");

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(" ");

const tooMuch: readonly (readonly [
  what: string,
  limit: string,
  most: number,
  query: string,
  variables?: Record<string, unknown>,
])[] = [
  ["a document that nests too deep", "depth", 10, nested(4)],
  [
    "introspection that nests too deep",
    "depth",
    10,
    `{ __schema { types { ${"ofType { ".repeat(10)} name ${"} ".repeat(10)} } } }`,
  ],
  ["too many aliases", "aliases", 20, `{ concern(id: "1") { ${times(21, (i) => `a${i}: title`)} } }`],
  [
    "aliases multiplied by fragments",
    "aliases",
    20,
    `{ concern(id: "1") { ${"...f ".repeat(11)} } } fragment f on Concern { a: title b: title }`,
  ],
  ["too many root fields", "rootFields", 10, `{ ${times(11, (i) => `a${i}: concern(id: "${i}") { id }`)} }`],
  [
    "root fields brought in by fragments",
    "rootFields",
    10,
    `{ ${times(3, () => "...f")} } fragment f on Query { ${times(4, (i) => `a${i}: concern(id: "1") { id }`)} }`,
  ],
  ["introspection among too many root fields", "rootFields", 10, `{ ${times(11, (i) => `a${i}: __typename`)} }`],
  ["two mutations at once", "mutations", 1, `mutation { a: addNote(text: "x") b: addNote(text: "y") }`],
  ["too many tokens", "tokens", 2_000, `{ ${"id ".repeat(2_000)} }`],
  ["100,000 aliases", "tokens", 2_000, `{ concern(id: "1") { ${times(9_000, (i) => `a${i}:id`)} } }`],
  ["a list that opens 3,000 brackets", "tokens", 2_000, `{ concern(id: ${"[".repeat(3_000)}) { id } }`],
  ["a list that nests 900 deep", "nesting", 60, `{ concern(id: ${"[".repeat(900)}${"]".repeat(900)}) { id } }`],
  ["selections that nest 600 deep", "nesting", 60, `{ ${"a { ".repeat(600)} id ${"} ".repeat(600)} }`],
  ["a thousand fields in one level", "selections", 1_000, `{ concern(id: "1") { ${"id ".repeat(1_001)} } }`],
  [
    "613 bytes of doubling fragments",
    "selections",
    1_000,
    doubling(5).slice(0) + doubling(12).slice(doubling(0).length),
  ],
  ["fragments that double 40 times", "selections", 1_000, flatDoubling(40)],
  [
    "a fragment that contains itself",
    "selections",
    1_000,
    `{ concern(id: "1") { ...f } } fragment f on Concern { id ...f }`,
  ],
  [
    "fragments in a ring",
    "selections",
    1_000,
    `{ concern(id: "1") { ...a } } fragment a on Concern { ...b } fragment b on Concern { ...c } fragment c on Concern { ...a }`,
  ],
  [
    "a ring that no operation uses",
    "selections",
    1_000,
    `{ concern(id: "1") { id } } fragment a on Concern { ...b } fragment b on Concern { ...a }`,
  ],
  ["too many directives", "directives", 20, `{ concern(id: "1") { ${times(21, () => "id @include(if: true)")} } }`],
  ["directives on one field", "directives", 20, `{ concern(id: "1") { id ${"@skip(if: false) ".repeat(21)} } }`],
  [
    "a page in a page in a page",
    "cost",
    10_000,
    `{ concerns(first: 100) { nodes { provider { concerns(first: 100) { nodes { id } } } } } }`,
  ],
  [
    "pages of default size, nested",
    "cost",
    10_000,
    `{ concerns(first: 100) { nodes { provider { concerns { nodes { provider { concerns { nodes { id } } } } } } } } }`,
  ],
  [
    "pages sized by variables",
    "cost",
    10_000,
    `query ($n: Int) { concerns(first: $n) { nodes { provider { concerns(first: $n) { nodes { id } } } } } }`,
    { n: 100 },
  ],
  [
    "pages sized by a variable's default",
    "cost",
    10_000,
    `query ($n: Int = 100) { concerns(first: $n) { nodes { provider { concerns(first: $n) { nodes { id } } } } } }`,
  ],
  [
    "keys times a page",
    "cost",
    10_000,
    `query ($k: [ID!]) { organisations(codes: $k) { concerns(first: 100) { nodes { id } } } }`,
    { k: times(60, String).split(" ") },
  ],
  ["a page over the limit", "pageSize", 100, `{ concerns(first: 101) { nodes { id } } }`],
  [
    "a page over the limit in a variable",
    "pageSize",
    100,
    `query ($n: Int) { concerns(first: $n) { nodes { id } } }`,
    { n: 2_000_000_000 },
  ],
  [
    "a page over the limit inside a fragment",
    "pageSize",
    100,
    `{ concern(id: "1") { ...f } } fragment f on Concern { provider { concerns(first: 101) { nodes { id } } } }`,
  ],
  ["101 keys", "listItems", 100, `{ organisations(codes: [${times(101, (i) => `"${i}"`)}]) { code } }`],
  [
    "101 keys in a variable",
    "listItems",
    100,
    `query ($k: [ID!]) { organisations(codes: $k) { code } }`,
    { k: times(101, String).split(" ") },
  ],
  [
    "variables that nest too deep",
    "variableDepth",
    10,
    `query ($f: ConcernFilter) { concerns(filter: $f) { nodes { id } } }`,
    JSON.parse(`{ "f": ${`{"deeper":`.repeat(11)}{}${"}".repeat(11)} }`) as Record<string, unknown>,
  ],
  [
    "too many values in variables",
    "variableValues",
    2_000,
    `{ concerns { nodes { id } } }`,
    { f: Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`k${i}`, i])) },
  ],
];

describe("an operation that asks for more than one request may", () => {
  it.each(tooMuch)("%s is refused by the limit %s of %d", async (...[, limit, most, query, variables]) => {
    const answer = await hub.ask(query, variables);
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code: "LIMIT_EXCEEDED", limit, most });
    expect(answer.status).toBe(400);
    expect(answer.body.data).toBeUndefined();
    expect(hub.concerns.requests).toHaveLength(0);
    expect(hub.refusals).toMatchObject([{ code: "LIMIT_EXCEEDED", because: limit, caller: { subject: "lead" } }]);
  });

  it.each([
    ["doubling fragments over an entity edge", doubling(3)],
    ["fragments that double 60 times", flatDoubling(60)],
    ["a hundred thousand bytes of selections", `{ ${"a { ".repeat(24_000)}`],
  ])("%s cost less than 100 ms of CPU to refuse", async (_, query) => {
    // The process collects its garbage when it likes: the least of three is what it costs. No two documents are the same.
    const costs: number[] = [];
    for (const document of [query, `${query} `, `${query}  `]) {
      const before = process.cpuUsage();
      const answer = await hub.ask(document);
      const { user, system } = process.cpuUsage(before);
      expect(answer.body.errors?.[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
      costs.push((user + system) / 1000);
    }
    expect(Math.min(...costs)).toBeLessThan(100);
  });
});

describe("variables that nest 20,000 deep", () => {
  it("are refused like any that nest too deep", async () => {
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const answer = await hub.send({ body: `{"query":"{ concerns { nodes { id } } }","variables":{"f":${deep}}}` });
    expect(answer.body.errors).toMatchObject([{ extensions: { limit: "variableDepth" } }]);
  });
});

describe("the name of an operation", () => {
  it.each([
    ["Page2", "Page2"],
    ["_2", "_2"],
    ["a".repeat(64), "a".repeat(64)],
    ["a".repeat(65), undefined],
  ])("%s goes on to subgraphs as %s", async (name, known) => {
    await hub.ask(`query ${name} { concern(id: "1") { id } }`);
    expect(hub.concerns.requests.map(({ context }) => context.operation.name)).toEqual([known]);
  });
});

describe("an operation within the limits", () => {
  const admitted: readonly (readonly [what: string, query: string, variables?: Record<string, unknown>])[] = [
    [
      "ten levels",
      `{ concern(id: "1") { provider { concerns(first: 1) { nodes { provider { concerns(first: 1) { nodes { provider { name } } } } } } } } }`,
    ],
    ["twenty aliases", `{ concern(id: "1") { ${times(20, (i) => `a${i}: title`)} } }`],
    ["ten root fields", `{ ${times(10, (i) => `a${i}: concern(id: "${i}") { id }`)} }`],
    ["a full page with what belongs to it", `{ concerns(first: 100) { nodes { id title provider { code name } } } }`],
    [
      "a hundred keys",
      `query ($k: [ID!]) { organisations(codes: $k) { code name } }`,
      { k: times(100, String).split(" ") },
    ],
    [
      "variables ten deep",
      `query ($f: ConcernFilter) { concerns(filter: $f) { nodes { id } } }`,
      JSON.parse(`{ "f": ${`{"deeper":`.repeat(9)}{}${"}".repeat(9)} }`) as Record<string, unknown>,
    ],
    ["one mutation", `mutation { addNote(text: "x") }`],
  ];
  it.each(admitted)("with %s is executed", async (...[, query, variables]) => {
    const answer = await hub.ask(query, variables);
    expect(answer.body.errors).toBeUndefined();
    expect(answer.status).toBe(200);
  });
});
