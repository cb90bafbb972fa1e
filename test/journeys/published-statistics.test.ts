/** Published statistics: the same figures for everybody, from snapshots that nothing changes. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { publishStatisticsAt } from "../../hub/publish-statistics-at.js";
import { age } from "../support/access-world.js";
import { assessed, reported } from "../support/casework.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

interface Table {
  readonly snapshot: { readonly id: string; readonly period: string };
  readonly cells: readonly {
    readonly key: readonly string[];
    readonly value: number | null;
    readonly suppressed: boolean;
  }[];
}

const question = `query Figures($measure: StatisticsMeasure!, $by: [StatisticsDimension!]!, $period: String, $filter: StatisticsFilter) {
  statistics(measure: $measure, by: $by, period: $period, filter: $filter) {
    snapshot { id period } cells { key value suppressed } rule { smallestShown roundedTo } trend { mean }
  }
}`;

let hub: TestHub;
/** Ten concerns at Northmoor and three at Eastvale, all raised more than a quarter ago; one was never accepted. */
beforeAll(async () => {
  hub = await openTestHub();
  const parts = { reporter: people.aUniversityLead, lead: people.aRegionalLead };
  for (let index = 0; index < 13; index += 1) {
    const provider = index < 10 ? "ZZN01" : "ZZE01";
    const id = await assessed(hub, { ...parts, category: index < 9 ? "ISF1" : "ISF2" }, { provider, site: null });
    await age(hub, id, 100);
  }
  await age(hub, await reported(hub, people.aUniversityLead), 100);
  await publishStatisticsAt(hub.settings, hub.database.url);
});
afterAll(() => hub.close());

async function figures(person: Person, variables: Readonly<Record<string, unknown>>): Promise<Table> {
  const answer = await hub.as(person).for(question, { measure: "OPEN_CONCERNS", by: [], ...variables });
  expect(answer.errors).toEqual([]);
  return answer.data?.["statistics"] as unknown as Table;
}

const cells = async (variables: Readonly<Record<string, unknown>>) =>
  (await figures(people.anAnalyst, variables)).cells;

describe("a table", () => {
  it("counts what was accepted, rounded to the nearest five", async () => {
    expect(await cells({})).toEqual([{ key: [], value: 15, suppressed: false }]);
  });

  it("hides a small count, and the next one by which it could be worked out", async () => {
    expect(await cells({ by: ["PROVIDER"] })).toEqual([
      { key: ["ZZE01"], value: null, suppressed: true },
      { key: ["ZZN01"], value: null, suppressed: true },
    ]);
    expect(await cells({ by: ["ISF_CATEGORY"] })).toEqual([
      { key: ["ISF1"], value: null, suppressed: true },
      { key: ["ISF2"], value: null, suppressed: true },
    ]);
  });

  it("is the same by a filter as by a dimension", async () => {
    const whole = await cells({ by: ["REGION", "ISF_CATEGORY"] });
    const part = await cells({ by: ["ISF_CATEGORY"], filter: { region: "Y60" } });
    expect(part).toEqual(whole.map((cell) => ({ ...cell, key: cell.key.slice(1) })));
    const [turned] = await cells({ by: ["ISF_CATEGORY", "REGION"] });
    expect(turned).toEqual({ ...whole[0], key: [...(whole[0]?.key ?? [])].reverse() });
  });

  it("has a series by quarter", async () => {
    const series = await cells({ by: ["QUARTER"], measure: "RAISED" });
    expect(series.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(15);
  });

  it.each([
    ["three dimensions", { by: ["QUARTER", "REGION", "PROFESSION"] }],
    ["a dimension twice", { by: ["REGION", "REGION"] }],
    ["a dimension that is held fixed", { by: ["REGION"], filter: { region: "Y60" } }],
    ["region and provider", { by: ["REGION", "PROVIDER"] }],
    ["a period that is none", { period: "last year" }],
  ])("is refused with %s", async (_title, variables) => {
    const answer = await hub.as(people.anAnalyst).for(question, { measure: "RAISED", by: [], ...variables });
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  });
});

it.each([people.anAnalyst, people.theGmc, people.aProviderLead, people.aNationalLead, people.anIcb, people.anAuditor])(
  "is the same for everybody: $name",
  async (person) => {
    for (const by of [[], ["PROVIDER"], ["QUARTER", "EQF_DOMAIN"]])
      expect(await figures(person, { by })).toEqual(await figures(people.aRegionalLead, { by }));
  },
);

it("nothing that happens changes what was published, and a second publishing adds nothing to it", async () => {
  const everything = async () => [
    await figures(people.anAnalyst, { by: ["QUARTER", "PROVIDER"] }),
    await figures(people.anAnalyst, { by: ["EQF_DOMAIN", "PROFESSION"] }),
  ];
  const before = await everything();
  for (let index = 0; index < 10; index += 1) {
    const id = await assessed(hub, { reporter: people.aUniversityLead, lead: people.aRegionalLead, category: "ISF3" });
    await age(hub, id, 100);
  }
  expect(await everything()).toEqual(before);
  expect(await publishStatisticsAt(hub.settings, hub.database.url)).toBeUndefined();
  expect(await everything()).toEqual(before);
});

it("what is stored holds no small count", async () => {
  const administrator = new pg.Client({ connectionString: hub.database.adminUrl });
  await administrator.connect();
  const { rows } = await administrator.query(
    "select value from concerns.statistics_cell where measure <> 'MEDIAN_DAYS_TO_CLOSE' and (value between 1 and 7 or value % 5 <> 0)",
  );
  await administrator.end();
  expect(rows).toEqual([]);
});
