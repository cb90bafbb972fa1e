/**
 * Questions 14 and 22 to 24: figures for those who may read no concern, or only their own, and what a board is told.
 * How often concerns are opened again is not published: see ADR 27.
 */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { dayInEngland } from "../../../hub/day-in-england.js";
import { publishStatisticsAt } from "../../../hub/publish-statistics-at.js";
import { addDays } from "../../../subgraphs/calendar-day.js";
import { age } from "../../support/access-world.js";
import { assessed, done } from "../../support/casework.js";
import { asAdministrator } from "../../support/inboxes.js";
import * as people from "../../support/people.js";
import { answered, expectNothingOf, open, twoMinutes, whoSpokeUp } from "../../support/questions.js";
import { openTestHub, type TestHub } from "../../support/test-hub.js";

const { anAnalyst: analyst, anIcb: board, aProviderLead: provider } = people;
const parts = { reporter: people.aUniversityLead, lead: people.aRegionalLead };
const longAgo = addDays(dayInEngland(), -100);
const quarter = `${longAgo.slice(0, 4)}-Q${Math.ceil(Number(longAgo.slice(5, 7)) / 3)}`;

let hub: TestHub;
let grave: string, graveElsewhere: string;

/** Published of a quarter that is over: nine open at Northmoor, three of them for nurses, eight at Eastvale, eight closed. */
beforeAll(async () => {
  hub = await openTestHub();
  for (let index = 0; index < 25; index += 1) {
    const at = { provider: index < 17 ? "ZZN01" : "ZZE01", professions: [index < 3 ? "NURSE_ADULT" : "DOCTOR"] };
    const id = await assessed(hub, { ...parts, category: "ISF1" }, at);
    if (index >= 9 && index < 17) {
      await done(hub, provider, "confirmResolution", { id, statement: "All nights are covered." });
      await done(hub, people.aRegionalLead, "verifyResolution", { id });
    }
    await age(hub, id, 100);
  }
  await asAdministrator(hub, "update concerns.concern set raised_on = raised_on - 40 where closed_on is not null");
  await publishStatisticsAt(hub.settings, hub.database.url);
  grave = await assessed(hub, { ...parts, category: "ISF2" }, { title: "A planted title" });
  graveElsewhere = await assessed(hub, { ...parts, category: "ISF3" }, { provider: "ZZE01" });
}, twoMinutes);
afterAll(() => hub.close());

const table = "cells { key value suppressed }";
const shown = (key: readonly string[], value: number) => ({ key, value, suppressed: false });
const withheld = (key: readonly string[]) => ({ key, value: null, suppressed: true });

it("14: a provider compares its own open concerns with the rounded figure of its region, and learns of no other", async () => {
  const question = `query($status: [ConcernStatus!]) {
    concerns(filter: { status: $status, provider: ["ZZN01"] }) { totalCount }
    statistics(measure: OPEN_CONCERNS, by: [REGION]) { ${table} } }`;
  const { data, text } = await answered(hub, provider, question, { status: open });
  expect(data).toEqual({ concerns: { totalCount: 10 }, statistics: { cells: [shown(["Y60"], 15)] } });
  expectNothingOf(text, ["ZZE01", "Eastvale", graveElsewhere]);
  // What happens at another provider changes neither figure.
  await assessed(hub, { ...parts, category: "ISF1" }, { provider: "ZZE01" });
  expect((await answered(hub, provider, question, { status: open })).text).toBe(text);
});

it("22: an analyst has counts by domain, region and quarter and the median of days to closure, with small ones withheld", async () => {
  const question = `query($period: String) {
    open: statistics(measure: OPEN_CONCERNS, by: [EQF_DOMAIN, REGION]) { ${table} }
    closed: statistics(measure: CLOSED, by: [EQF_DOMAIN, REGION], period: $period) { ${table} }
    median: statistics(measure: MEDIAN_DAYS_TO_CLOSE, by: [EQF_DOMAIN, REGION], period: $period) { ${table} }
    byProfession: statistics(measure: OPEN_CONCERNS, by: [PROFESSION]) { ${table} }
    concerns { totalCount nodes { id narrative reporter { name } } } }`;
  const { data, text } = await answered(hub, analyst, question, { period: quarter });
  const key = ["EQF-2021:3", "Y60"];
  expect(data).toMatchObject({
    open: { cells: [shown(key, 15)] },
    closed: { cells: [shown(key, 10)] },
    median: { cells: [shown(key, 40)] },
    concerns: { totalCount: 0, nodes: [] },
  });
  expect((data as { byProfession: { cells: object[] } }).byProfession.cells).toContainEqual(withheld(["NMC"]));
  expectNothingOf(text, [...whoSpokeUp, "ZZN01", "ZZE01", "Northmoor", grave, "four nights"]);
  // That concerns were opened again is in no table.
  const reopened = await hub.as(analyst).for("{ statistics(measure: REOPENED, by: []) { cells { value } } }");
  expect(reopened.errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
});

it("23: an analyst has categories by trust to hold beside the scores of a survey, and no concern", async () => {
  // Scores are published by the surveys themselves, by the same codes of trusts; the hub holds none.
  const question = `{ statistics(measure: OPEN_CONCERNS, by: [PROVIDER, ISF_CATEGORY]) { ${table} }
    organisation(code: "ZZN01") { concerns { totalCount nodes { reference category } } } }`;
  const { data, text } = await answered(hub, analyst, question);
  expect(data).toEqual({
    statistics: { cells: [shown(["ZZE01", "ISF1"], 10), shown(["ZZN01", "ISF1"], 10)] },
    organisation: { concerns: { totalCount: 0, nodes: [] } },
  });
  expectNothingOf(text, ["QC-", "ISF2", "ISF3", grave, graveElsewhere]);
  await assessed(hub, { ...parts, category: "ISF3" });
  expect((await answered(hub, analyst, question)).text).toBe(text);
});

it("24: a board finds the providers of its area at ISF2 and above: which, and how serious, and nothing more", async () => {
  const { data, text } = await answered<{ concerns: { nodes: readonly object[] } }>(
    hub,
    board,
    `{ concerns(filter: { categoryAtLeast: ISF2 }) { nodes { id provider { code } category reference title summary
         narrative raisedOn stepDown { to } intelligence { text } reporter { name } } } }`,
  );
  const withNothing = { reference: null, title: null, summary: null, narrative: null, raisedOn: null };
  expect(data.concerns.nodes).toContainEqual({
    id: grave,
    provider: { code: "ZZN01" },
    category: "ISF2",
    ...withNothing,
    stepDown: null,
    intelligence: null,
    reporter: null,
  });
  expectNothingOf(text, [...whoSpokeUp, "A planted title", "QC-", "four nights", "ZZE01", graveElsewhere]);
  // A search by what it may not read finds nothing.
  const sought = '{ concerns(filter: { text: "planted" }) { totalCount nodes { id } } }';
  expect((await answered(hub, board, sought)).data).toEqual({ concerns: { totalCount: 0, nodes: [] } });
});
