/**
 * Every persona by every filter and every order: a list holds what the filter would find in what the asker may see.
 * What is withheld can neither be filtered by, nor put in order, nor counted, nor searched.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { personas } from "../../demonstration/personas.js";
import { dayInEngland } from "../../hub/day-in-england.js";
import { subgraph } from "../../hub/subgraphs.js";
import type { WorldConcern } from "../support/access-world.js";
import { openAccessWorld } from "../support/access-world-hub.js";
import { recordedTruth, type Tree } from "../support/recorded-truth.js";
import {
  casesAbout,
  filterCases,
  orders,
  standInOrder,
  type FilterCase,
  type OrderName,
} from "../support/reference-filter.js";
import { mayKnow } from "../support/reference-policy.js";
import { viewOf } from "../support/reference-view.js";
import type { TestHub } from "../support/test-hub.js";

let hub: TestHub;
let world: readonly WorldConcern[];
let truth: ReadonlyMap<string, Tree>;
let changedOn: ReadonlyMap<string, string>;

beforeAll(async () => {
  ({ hub, world } = await openAccessWorld());
  truth = await recordedTruth(hub.database.adminUrl, dayInEngland());
  const admin = new pg.Client({ connectionString: hub.database.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ id: string; on: string }>(
    'select id, changed_on::text as "on" from concerns.concern',
  );
  await admin.end();
  changedOn = new Map(rows.map(({ id, on }) => [id, on]));
});
afterAll(() => hub.close());

type Persona = (typeof personas)[number];

/** All that a persona may know of, as that persona sees it; the day of the last change counts as OPERATIONAL. */
function seenBy({ role, organisation }: Persona): ReadonlyMap<string, Tree> {
  const known = world.filter(({ parties }) => mayKnow(role, parties[organisation] ?? []));
  return new Map(
    known.map(({ id, parties }) => {
      const { tree } = viewOf({ role, organisation }, parties[organisation] ?? [], truth.get(id) ?? {});
      return [id, { ...tree, changedOn: tree["raisedOn"] === null ? null : changedOn.get(id) }];
    }),
  );
}

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const lists = `query($filter: ConcernFilter, $orderBy: ConcernOrder, $first: Int, $after: String) {
  concerns(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount nodes { id } pageInfo { hasNextPage endCursor }
  }
}`;

/** Five filters at once, each for the whole hub and below an organisation: a request has at most ten fields at its root. */
const mostAtOnce = 5;
const filteredBy = (count: number): string => {
  const places = Array.from({ length: count }, (_, place) => place);
  const found = (place: number): string => `concerns(filter: $f${place}, first: 100) { totalCount nodes { id } }`;
  return `query(${places.map((place) => `$f${place}: ConcernFilter`).join()}) {
    ${places.map((place) => `all${place}: ${found(place)} at${place}: organisation(code: "ZZN01") { ${found(place)} }`).join(" ")}
  }`;
};

function inFives(cases: readonly FilterCase[]): { readonly titles: string; readonly cases: readonly FilterCase[] }[] {
  return Array.from({ length: Math.ceil(cases.length / mostAtOnce) }, (_, group) => {
    const some = cases.slice(group * mostAtOnce, (group + 1) * mostAtOnce);
    return { titles: some.map(({ title }) => title).join("; "), cases: some };
  });
}

async function pageFor(persona: Persona, variables: Readonly<Record<string, unknown>>): Promise<Page> {
  const answer = await hub.as(persona).for(lists, variables);
  expect(answer.errors).toEqual([]);
  return answer.data?.["concerns"] as unknown as Page;
}

function idsOf({ nodes }: Pick<Page, "nodes">): string[] {
  return nodes.map(({ id }) => id);
}

async function expectFound(persona: Persona, cases: readonly FilterCase[]): Promise<void> {
  const seen = seenBy(persona);
  const variables = Object.fromEntries(cases.map(({ filter }, place) => [`f${place}`, filter]));
  const { data, errors } = await hub.as(persona).for(filteredBy(cases.length), variables);
  expect(errors).toEqual([]);
  const found = data as unknown as Record<string, Found & { concerns: Found }>;
  for (const [place, { title, meets }] of cases.entries()) {
    const expected = [...seen].filter(([, tree]) => meets(tree));
    expectJust(title, found[`all${place}`], expected);

    const atProvider = expected.filter(([, tree]) => (tree["provider"] as Tree)["code"] === "ZZN01");
    expectJust(title, found[`at${place}`]?.concerns, atProvider);
  }
}

type Found = Pick<Page, "totalCount" | "nodes">;

function expectJust(
  title: string,
  found: Found | undefined,
  expected: readonly (readonly [id: string, tree: Tree])[],
): void {
  const ids = idsOf(found ?? { nodes: [] }).sort();
  expect([title, found?.totalCount, ids]).toEqual([title, expected.length, expected.map(([id]) => id).sort()]);
}

describe.each(personas)("$name", (persona) => {
  it.each(inFives(filterCases))("finds what of it there is to see by $titles", async ({ cases }) => {
    await expectFound(persona, cases);
  });

  it("finds a concern by its reference or its day where both may be seen, and otherwise nothing", async () => {
    for (const { cases } of inFives([...truth.values()].flatMap(casesAbout))) await expectFound(persona, cases);
  });

  describe.each(Object.keys(orders) as OrderName[])("in the order %s", (orderBy) => {
    it("gets what comes first first, and what is withheld last", async () => {
      const seen = seenBy(persona);
      const page = await pageFor(persona, { orderBy, first: 100 });
      expect(
        standInOrder(
          idsOf(page).map((id) => seen.get(id) ?? {}),
          orderBy,
        ),
      ).toBe(true);
    });

    it("gets page by page what is in one page, and as many as were counted", async () => {
      const whole = await pageFor(persona, { orderBy, first: 100 });
      const paged: string[] = [];
      let after: string | null = null;
      for (;;) {
        const page: Page = await pageFor(persona, { orderBy, first: 2, after });
        expect(page.totalCount).toBe(whole.totalCount);
        paged.push(...idsOf(page));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(paged).toEqual(idsOf(whole));
      expect(paged).toHaveLength(whole.totalCount);
    });
  });
});

it("a board learns nothing by order: dates it may not read leave the random key alone", async () => {
  const board = personas.find(({ name }) => name === "icb");
  if (board === undefined) throw new Error("There is no board among the personas");
  const inOrder = async (orderBy: OrderName): Promise<string[]> => idsOf(await pageFor(board, { orderBy, first: 100 }));
  const raised = await inOrder("RAISED_ON");
  expect(raised.length).toBeGreaterThan(1);
  expect(await inOrder("LAST_CHANGED")).toEqual(raised);
  expect((await inOrder("NEXT_REVIEW_ON")).reverse()).toEqual(raised);
});

it("there is a case for every condition of the filter", () => {
  const type = subgraph("concerns").schema.getType("ConcernFilter");
  const conditions = Object.keys((type as unknown as { getFields(): object }).getFields());
  const tried = [...filterCases, ...casesAbout({ reference: "", raisedOn: "" })].flatMap(({ filter }) =>
    Object.keys(filter),
  );
  expect([...new Set(tried)].sort()).toEqual(conditions.sort());
});
