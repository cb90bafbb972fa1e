/** Names that every object has, and values of the wrong type in every place: a plain answer, and nothing is changed by it. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { getNamedType, isInputObjectType, type GraphQLInputObjectType } from "graphql";
import { subgraph } from "../../hub/subgraphs.js";
import { aReport } from "../support/a-report.js";
import { assessed } from "../support/casework.js";
import { openConcernsExecutor, type ConcernsExecutor } from "../support/concerns-executor.js";
import { expectPlain } from "../support/hostile-texts.js";
import { mutationInputs } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

let hub: TestHub;
let executor: ConcernsExecutor;
let id: string;
beforeAll(async () => {
  hub = await openTestHub();
  executor = await openConcernsExecutor(hub);
  id = await assessed(hub, { reporter: people.aUniversityLead, lead: people.aRegionalLead, category: "ISF1" });
});
afterAll(async () => {
  await executor.close();
  await hub.close();
});

async function stillNormal(): Promise<void> {
  const answer = await hub
    .as(people.aRegionalLead)
    .for("query($id: ID!) { concern(id: $id) { title toString: status } }", { id });
  expect(answer.data).toMatchObject({ concern: { title: "No consultant on the ward at night" } });
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
}

/** An object that has this name for itself, as it comes out of JSON. */
function own(name: string, value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify({ "": value }).replace('""', JSON.stringify(name))) as Record<string, unknown>;
}

const names = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "prototype",
  "then",
  "toJSON",
  "__typename__",
];

describe.each(names)("the name %s", (name) => {
  it("as an alias, is a name like any other or is refused", async () => {
    const queries = [
      `{ ${name}: concerns { nodes { id } } }`,
      `{ concerns { ${name}: nodes { id } } }`,
      `{ concerns { nodes { id ${name}: title } } }`,
      `{ concerns { nodes { ${name}: provider { name } } } }`,
      `{ organisation(code: "ZZN01") { ${name}: concerns { nodes { id ${name}: narrative } } } }`,
    ];
    for (const query of queries) {
      const answer = await hub.as(people.aRegionalLead).for(query);
      expectPlain(answer);
      if (answer.errors.length === 0) expect(answer.text).toContain(`"${name}":`);
    }
    await stillNormal();
  });

  it("as a variable, an operation or a fragment, is a name like any other or is refused", async () => {
    expectPlain(
      await hub.as(people.aRegionalLead).for(`query($${name}: ID!) { concern(id: $${name}) { id } }`, own(name, id)),
    );
    expectPlain(await hub.as(people.aRegionalLead).for(`query ${name} { concerns { nodes { id } } }`));
    expectPlain(
      await hub
        .as(people.aRegionalLead)
        .for(`{ concerns { nodes { ...${name} } } } fragment ${name} on Concern { title }`),
    );
    await stillNormal();
  });

  it("as a key of variables, inputs and filters, changes nothing", async () => {
    const polluted = { polluted: true, id, role: "QUALITY_LEAD" };
    const one = "query($id: ID!) { concern(id: $id) { id } }";
    expectPlain(await hub.as(people.aRegionalLead).for(one, { ...own(name, polluted), id }));
    expectPlain(
      await hub
        .as(people.aRegionalLead)
        .for("query($filter: ConcernFilter) { concerns(filter: $filter) { totalCount } }", {
          filter: own(name, polluted),
        }),
    );
    expectPlain(
      await hub
        .as(people.aRegionalLead)
        .for("mutation($input: AddInternalNoteInput!) { addInternalNote(input: $input) { userErrors { code } } }", {
          input: { id, text: "A note.", ...own(name, polluted) },
        }),
    );
    await stillNormal();
  });

  it("as a field or a type, does not exist, and nothing like it is suggested", async () => {
    for (const query of [
      `{ ${name} }`,
      `{ concerns { nodes { ${name} } } }`,
      `{ concerns { nodes { ... on ${name} { id } } } }`,
      `{ concerns(${name}: 1) { totalCount } }`,
    ]) {
      const answer = await hub.as(people.aRegionalLead).for(query);
      expectPlain(answer);
      expect(answer.errors.length).toBeGreaterThan(0);
    }
  });

  it("in a representation of an entity, is the key of nothing", async () => {
    const representations = [
      { __typename: name, id },
      { __typename: "Concern", id: name },
      { ...own(name, polluting), __typename: "Concern" },
      { __typename: own(name, "Concern"), id },
      { __typename: { toString: "Concern" }, id },
      { __typename: "Concern", id: own(name, id) },
      { __typename: "Organisation", code: [name] },
    ];
    const reply = await executor.ask(
      people.aRegionalLead,
      "query($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Concern { id } } }",
      { representations },
    );
    expect(reply).toEqual({ data: { _entities: representations.map(() => null) } });
    await stillNormal();
  });
});

const polluting = { polluted: true };

const wrong: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  1e308,
  "",
  " ",
  "x",
  "9".repeat(400),
  [],
  [null],
  [[]],
  {},
  { toString: "x" },
  { length: 1 },
  ["x", 1, {}],
];

/** Values for places whose right value another test has tried. */
const inputs: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
  reportConcern: () => aReport(),
  ...Object.fromEntries(
    Object.entries(mutationInputs).map(([mutation, input]) => [mutation, () => ({ ...input, id })]),
  ),
};

/** Each field with a third of the values, the next with the next: all of them in all places would be thousands. */
function fieldsOf(typeName: string): { field: string; values: readonly unknown[] }[] {
  const type = subgraph("concerns").schema.getType(typeName) as GraphQLInputObjectType;
  return Object.keys(type.getFields()).map((field, place) => ({
    field,
    values: wrong.filter((_, index) => index % 3 === place % 3),
  }));
}

describe.each(Object.entries(inputs))("a value of the wrong type given to %s", (mutation, input) => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

  it.each(fieldsOf(type))("as $field, gets a plain answer", async ({ field, values }) => {
    for (const value of values) {
      const answer = await hub
        .as(people.anIcb)
        .for(`mutation($input: ${type}!) { ${mutation}(input: $input) { userErrors { code field } } }`, {
          input: { ...input(), [field]: value },
        });
      expectPlainOrForbidden(answer);
    }
    await stillNormal();
  });
});

describe("a part of an input", () => {
  const right = { likelihood: 3, impact: 3 };
  const scores = [
    ["inherent.likelihood", { inherent: { likelihood: 0, impact: 3 }, residual: right }],
    ["inherent.impact", { inherent: { likelihood: 3, impact: 6 }, residual: right }],
    ["residual.likelihood", { inherent: right, residual: { likelihood: -1, impact: 3 } }],
    ["residual.impact", { inherent: right, residual: { likelihood: 3, impact: 2_000_000_000 } }],
  ] as const;

  it.each(scores)("keeps its rule as the whole does: %s", async (field, rating) => {
    const { data } = await hub
      .as(people.aRegionalLead)
      .for("mutation($input: AssessConcernInput!) { assessConcern(input: $input) { userErrors { code field } } }", {
        input: { id, category: "ISF1", reason: "A reason.", ...rating },
      });
    expect(data?.["assessConcern"]).toEqual({ userErrors: [{ code: "BAD_USER_INPUT", field }] });
  });

  it.each([undefined, "a key"])(
    "that cannot be stored is refused in plain words, with the key %s",
    async (idempotencyKey) => {
      const { data } = await hub
        .as(people.aUniversityLead)
        .for("mutation($input: ReportConcernInput!) { reportConcern(input: $input) { userErrors { code field } } }", {
          input: aReport({ idempotencyKey, reporter: { identityMode: "OPEN", name: "\ud800", contact: "\0" } }),
        });
      const errors = ["reporter.contact", "reporter.name"].map((field) => ({ code: "BAD_USER_INPUT", field }));
      expect(data?.["reportConcern"]).toEqual({ userErrors: errors });
    },
  );
});

describe("a value of the wrong type in a filter", () => {
  const filters = {
    ConcernFilter: "concerns",
    OrganisationFilter: "organisations",
    StandardFilter: "standards",
  } as const;
  const conditions = Object.entries(filters).flatMap(([type, list]) => {
    const owner = subgraph(
      list === "organisations" ? "organisations" : list === "standards" ? "standards" : "concerns",
    );
    const filter = owner.schema.getType(type);
    return isInputObjectType(filter)
      ? Object.values(filter.getFields()).map(
          ({ name, type: given }) => [type, name, list, String(getNamedType(given))] as const,
        )
      : [];
  });

  it.each(conditions)("a %s by %s of %s gets a plain answer", async (type, name, list) => {
    for (const value of wrong)
      expectPlain(
        await hub.as(people.aRegionalLead).for(`query($filter: ${type}) { ${list}(filter: $filter) { totalCount } }`, {
          filter: { [name]: value },
        }),
      );
    await stillNormal();
  });

  it.each(["first", "after", "orderBy", "filter"])("a list by its %s gets a plain answer", async (argument) => {
    const types: Readonly<Record<string, string>> = {
      first: "Int",
      after: "String",
      orderBy: "ConcernOrder",
      filter: "ConcernFilter",
    };
    for (const value of wrong)
      expectPlain(
        await hub
          .as(people.aRegionalLead)
          .for(`query($given: ${types[argument] ?? ""}) { concerns(${argument}: $given) { totalCount } }`, {
            given: value,
          }),
      );
    await stillNormal();
  });
});

/** What somebody may not do is refused before or after what they said is looked at; either is a plain answer. */
function expectPlainOrForbidden(answer: Parameters<typeof expectPlain>[0]): void {
  expectPlain({
    ...answer,
    data: JSON.parse(
      JSON.stringify(answer.data ?? null).replaceAll('"FORBIDDEN"', '"NOT_FOUND"'),
    ) as typeof answer.data,
  });
}
