/** What a view of the past shows of records: as they had been recorded by the end of the day, with what is told of it. */
import { describe, expect, it } from "@jest/globals";
import { existence } from "../../authorisation/data-class.js";
import { asOf, asOfViews, statementAsOf } from "../../database/as-of-view.js";
import { isUnlocked } from "../../database/masked-view.js";
import { today as todaysDate } from "../../database/view-settings.js";
import {
  atItsEnd,
  changedAt,
  formerly,
  justBefore,
  longBefore,
  noted,
  notes,
  shownThen,
  since,
  then,
  today,
} from "./arranged-past.js";
import { another, doctors, gmc, view } from "./arranged-views.js";

const only = (name: string, expression: string) => ({
  columns: [{ name, compartment: existence, expression }] as const,
});

it("a statement is that of the day by the names of its views, and by nothing else of it", () => {
  const sql = "select title from concerns.visible_concern v join concerns.visible_requirement using (concern)";
  expect(statementAsOf(`${sql} where concern = $1`)).toBe(
    "select title from concerns.visible_concern_as_of v join concerns.visible_requirement_as_of using (concern) where concern = $1",
  );
});

it("the views of the past are those of records of which it is kept, after what they rest on", () => {
  const made = asOfViews([{ ...view, history: "VERSIONED" }, { ...view, table: "concerns.contribution" }, notes]);
  expect(made.map(({ name }) => name)).toEqual(
    ["concern_access", "concern", "internal_note", "seen", "note_seen"].map((name) => asOf(`concerns.${name}`)),
  );
});

describe("a record is shown", () => {
  it.each([
    ["as it is, where it had been recorded by the end of the day in England", justBefore, ["Nights"]],
    ["and not where it was recorded at that end", atItsEnd, []],
  ])("%s", async (_title, recorded, expected) => {
    expect(await shownThen("title", { caller: gmc, facts: [changedAt(recorded)] })).toEqual(expected);
  });

  it("on no day where none is named", async () => {
    expect(await shownThen("title", { caller: gmc, on: "" })).toEqual([]);
  });

  const first = formerly({ title: "First" }, { until: atItsEnd });
  const second = formerly({ title: "Second" }, { from: atItsEnd });

  it.each([
    [then, ["First"]],
    ["2025-06-16", ["Second"]],
    ["2025-06-30", ["Second"]],
    ["2025-07-01", ["Nights"]],
    ["2024-12-30", []],
  ])("as it stood at the end of %s", async (on, expected) => {
    const facts = [first, second, changedAt(since)];
    expect(await shownThen("title", { caller: gmc, facts, on })).toEqual(expected);
  });

  it("and not where it had been replaced just before", async () => {
    const facts = [formerly({ title: "First" }, { until: justBefore }), changedAt(atItsEnd)];
    expect(await shownThen("title", { caller: gmc, facts })).toEqual([]);
  });

  it("in one version of its own, though another record has former ones", async () => {
    const facts = [formerly({ title: "Other" }, { of: another }), changedAt(since, another)];
    expect(await shownThen("title", { caller: gmc, facts: [...facts, first, changedAt(atItsEnd)] })).toEqual(["First"]);
  });

  it("as it is where that had been recorded, whatever stood until later", async () => {
    expect(await shownThen("title", { caller: gmc, facts: [formerly({ title: "First" })] })).toEqual(["Nights"]);
  });

  it.each([
    ["relations::text", "{REMIT}"],
    [`id = (select id from concerns.concern where key = ${doctors})`, true],
    ["place", "ZZN01"],
    ["title", "Nights"],
    ["narrative", null],
    ["sealed", null],
    ["contribution", null],
  ])("through the masks of the present: %s", async (column, expected) => {
    expect(await shownThen(column, { caller: gmc })).toEqual([expected]);
  });

  it("where the present tells of rows under a condition, by that condition as of the day", async () => {
    const on = (day: string) => ({ rows: { sql: `${todaysDate} = '${day}'` } });
    expect(await shownThen("place", { caller: gmc, more: on(then) })).toEqual(["ZZN01"]);
    expect(await shownThen("place", { caller: gmc, more: on(today) })).toEqual([]);
  });

  it.each([
    ["where what opens it otherwise is unlocked", { sql: "false", otherwise: "OPERATIONAL" }, true],
    ["and not where that is not", { otherwise: "NARRATIVE" }, false],
    ["and not by what is told of the present alone", { sql: "exists (select from concerns.contribution)" }, false],
  ] as const)("%s: %j", async (_title, rows, expected) => {
    expect((await shownThen("place", { caller: gmc, more: { rows } })).length > 0).toBe(expected);
  });

  it.each([
    ["OPERATIONAL", ["ZZN01"]],
    ["NARRATIVE", []],
  ])("where it says itself that it takes %s, to those who read that", async (compartment, expected) => {
    const facts = [`alter table concerns.concern add compartment text default '${compartment}'`];
    expect(await shownThen("place", { caller: gmc, more: { rowsSayWho: { where: "true" } }, facts })).toEqual(expected);
  });
});

describe("a record that is only ever added to is told", () => {
  const known = `(select count(*)::integer from concerns.internal_note n where n.concern = r.key)`;
  const more = only("known", known);

  it.each([
    ["from the end of the day on which it was recorded", justBefore, 1],
    ["and not before", atItsEnd, 0],
  ])("%s", async (_title, recorded, expected) => {
    const facts = [noted(recorded, doctors), noted(longBefore, another)];
    expect(await shownThen("known", { caller: gmc, more, facts })).toEqual([expected]);
  });

  it("in no former version", async () => {
    const version = `insert into concerns.former_version select id, ${longBefore}, ${since}, to_jsonb(n)
      from concerns.internal_note n`;
    expect(await shownThen("known", { caller: gmc, more, facts: [noted(since, doctors), version] })).toEqual([0]);
  });
});

describe("what follows from a record, its row of the access index and the day", () => {
  const facts = [formerly({ category: "ISF1", provider: "ZZN02" }, { until: atItsEnd }), changedAt(atItsEnd)];

  it.each([
    ["who asks", "a.organisation", "GMC"],
    ["the concern", "a.concern::text", doctors],
    ["its category of then", "a.category", "ISF1"],
    ["its provider of then", "a.provider", "ZZN02"],
    ["what they are to it", "a.relations::text", "{REMIT}"],
    ["what a relation opens", `case when ${isUnlocked("OPERATIONAL")} then r.category end`, "ISF1"],
    ["that no share ends", "a.shared_until is null", true],
    ["the day", `${todaysDate}::text`, then],
    ["nothing of an order of the present", "a.raised_order", null],
    ["and nothing of what is told of the present alone", "exists (select from concerns.contribution)", null],
    [
      "nor where it is joined with what is told of the day",
      "a.category || (select max(text) from concerns.contribution)",
      null,
    ],
  ])("is %s", async (_title, expression, expected) => {
    expect(await shownThen("worked", { caller: gmc, more: only("worked", expression), facts })).toEqual([expected]);
  });
});
