/** What a generated view shows of rows and columns: of concerns, and of review panels, which have an index of their own. */
import { describe, expect, it } from "@jest/globals";
import type { Caller } from "../../authorisation/caller.js";
import { existence } from "../../authorisation/data-class.js";
import { callerSettings, type Setting } from "../../database/caller-settings.js";
import { isUnlocked, knowsOf, maskedViewSql, type MaskedView } from "../../database/masked-view.js";
import { unlockSetting } from "../../database/view-settings.js";
import { attended, convened, knownTo } from "./arranged-facts.js";
import { another, besides, dayBefore, doctors, gmc, readArranged, shown, today } from "./arranged-views.js";

it.each([
  ["OPERATIONAL:agreement", "always", "hub.unlocks_operational_agreement"],
  ["NARRATIVE", "always", "hub.unlocks_narrative"],
  ["NARRATIVE", "agreement", "hub.unlocks_narrative_by_agreement"],
  ["NARRATIVE:released", "share", "hub.unlocks_narrative_released_by_share"],
] as const)("what opens %s (%s) is in a setting that views of migrations may name", (compartment, condition, name) => {
  expect(unlockSetting(compartment, condition)).toBe(name);
});

it("a compartment is opened by the index of concerns, unless another is named", () => {
  expect(isUnlocked("OPERATIONAL")).toContain("a.shared_until");
  expect(isUnlocked("OPERATIONAL", besides({ share: "true", agreement: "true" }))).not.toContain("a.shared_until");
});

it("a row names its record", async () => {
  expect(await shown(`id = (select id from concerns.concern where key = ${doctors})`, { caller: gmc })).toEqual([true]);
});

describe("a row is shown", () => {
  const unread: Caller = { ...gmc, role: "ANALYST", purpose: "STATISTICS" };
  const shared = (until: string, relations: string): string =>
    `update concerns.concern_access set relations = '{${relations}}', shared_until = ${until}
      where organisation = 'GMC' and concern = ${doctors}`;

  it.each([
    ["a body that knows of it", gmc, true],
    ["a body that does not", { ...gmc, organisation: "NMC" }, false],
    ["a body whose name is none", { ...gmc, organisation: "" }, false],
    ["a role that reads no record", unread, false],
  ])("to %s", async (_title, caller, expected) => {
    expect(await shown("place", { caller })).toEqual(expected ? ["ZZN01"] : []);
  });

  it("by what stands in for the index, where something does", async () => {
    const access = `(select * from concerns.concern_access where concern = ${another})`;
    expect(await shown("place", { caller: gmc, more: { access } })).toEqual([]);
  });

  it("and tells that it exists, where nothing is open to the one who asks", async () => {
    const settings: Setting[] = [[unlockSetting(existence), ""]];
    expect(await shown("place", { caller: gmc, settings })).toEqual(["ZZN01"]);
    const more = { table: says(`'${existence}'`), rowsSayWho: { where: "true" } };
    expect(await shown("place", { caller: gmc, settings, more })).toEqual(["ZZN01"]);
  });

  it.each([
    ["on the last day of a share", `'${today}'`, "SHARED", today, ["{SHARED}"]],
    ["and not after it", `'${dayBefore}'`, "SHARED", today, []],
    ["and not where nobody says what day it is", `'${today}'`, "SHARED", "", []],
    ["after a share by another relation alone", `'${dayBefore}'`, "ICB,SHARED", today, ["{ICB}"]],
    ["by both on its last day", `'${today}'`, "ICB,SHARED", today, ["{ICB,SHARED}"]],
  ])("%s", async (_title, until, relations, day, expected) => {
    expect(await shown("relations::text", { caller: gmc, facts: [shared(until, relations)], day })).toEqual(expected);
  });

  it.each([
    ["where its condition holds", { sql: "r.region = 'Y60'" }, true],
    ["and not where it does not", { sql: "r.region = 'Y56'" }, false],
    ["where what opens it otherwise is unlocked", { otherwise: "OPERATIONAL" }, true],
    ["and not where that is not", { otherwise: "NARRATIVE" }, false],
    ["where either is so", { sql: "r.region = 'Y60'", otherwise: "NARRATIVE" }, true],
  ] as const)("%s: %j", async (_title, rows, expected) => {
    expect((await shown("place", { caller: gmc, more: { rows } })).length > 0).toBe(expected);
  });

  const says = (named: string, otherwise = "null"): string =>
    `(select *, ${named}::text as compartment, ${otherwise}::text as opened_otherwise from concerns.concern)`;

  it.each([
    ["what it says is unlocked", "'OPERATIONAL'", "null", "true", true],
    ["what it says goes with existence", `'${existence}'`, "null", "true", true],
    ["what it says is locked", "'NARRATIVE'", "null", "true", false],
    ["what it says is unlocked and its condition does not hold", "'OPERATIONAL'", "null", "false", false],
    ["it says nothing", "null", "null", "true", false],
    ["it says what the policy does not know", "'EVERYTHING'", "null", "true", false],
    ["what opens it otherwise is unlocked", "'NARRATIVE'", "'OPERATIONAL'", "false", true],
    ["what opens it otherwise is locked", "'NARRATIVE'", "'NARRATIVE'", "true", false],
  ])("or hidden where %s", async (_title, named, otherwise, where, expected) => {
    const rowsSayWho = { where, otherwise: "r.opened_otherwise" };
    const rows = await shown("place", { caller: gmc, more: { table: says(named, otherwise), rowsSayWho } });
    expect(rows.length > 0).toBe(expected);
  });

  it("by its own word alone where nothing opens it otherwise", async () => {
    const more = { table: says("'NARRATIVE'"), rowsSayWho: { where: "true" } };
    expect(await shown("place", { caller: gmc, more })).toEqual([]);
  });
});

describe("a column is shown", () => {
  const national: Caller = { ...gmc, organisation: "X24", organisationKind: "NATIONAL_BODY" };

  it.each([
    ["that goes with existence, to everybody who knows of the concern", "place", "QHL", "ZZN01"],
    ["to a relation that opens it", "title", "GMC", "Nights"],
    ["and to no other", "title", "QHL", null],
    ["of what takes an agreement to NHS England without one", "narrative", "X24", "Nobody came."],
    ["of who spoke up to nobody by a relation", "sealed", "X24", null],
  ])("%s: %s to %s", async (_title, column, organisation, expected) => {
    expect(await shown(column, { caller: { ...national, organisation } })).toEqual([expected]);
  });

  const provider: Caller = { ...gmc, organisation: "ZZN01", organisationKind: "TRUST", purpose: "EDUCATION_QUALITY" };
  const known = knownTo("ZZN01", "RESPONSIBLE");

  it.each([
    ["from five up", 5, 5],
    ["and not below", 4, null],
  ])("of a count %s", async (_title, learners, expected) => {
    const facts = [known, `update concerns.concern set learners_affected = ${learners}`];
    expect(await shown("learners", { facts, caller: provider })).toEqual([expected]);
    expect(await shown("learners", { facts, caller: national })).toEqual([learners]);
  });

  it("of a count to nobody who reads no count, however large", async () => {
    const facts = ["update concerns.concern set learners_affected = 50"];
    expect(await shown("learners", { facts, caller: { ...national, organisation: "QHL" } })).toEqual([null]);
  });

  it.each([
    ["by the word of its owner", "a.organisation = 'GMC'", "Nights"],
    ["and not without it", "a.organisation = 'CQC'", null],
    ["and not where it has no owner", undefined, null],
  ])("of a contribution %s", async (_title, audience, expected) => {
    expect(await shown("contribution", { caller: gmc, more: { audience } })).toEqual([expected]);
  });

  it("to the body that asks, and not to another that knows of the concern too", async () => {
    const more = { audience: "a.organisation = 'GMC'" };
    expect(await shown("contribution", { caller: { ...gmc, organisation: "CQC" }, more })).toEqual([null]);
  });
});

describe("a row of a review panel is shown", () => {
  const panel = "44444444-4444-4444-8444-444444444444";
  const ofPanels: MaskedView = {
    name: "concerns.panel_seen",
    table: "concerns.review_panel",
    panelKey: "id",
    columns: [
      { name: "invitation", compartment: "DELIBERATION:invitation", expression: "r.reason" },
      { name: "purpose", compartment: "DELIBERATION", expression: "r.purpose" },
      { name: "sealed", compartment: "IDENTITY", expression: "r.purpose" },
      { name: "contribution", compartment: "INTELLIGENCE", expression: "r.purpose" },
    ],
  };

  const shownOfThePanel = (relations: string, caller = gmc): Promise<unknown[]> =>
    readArranged("select relations, invitation, purpose, sealed, contribution from concerns.panel_seen", {
      facts: [convened(panel), attended("GMC", panel, relations)],
      views: [maskedViewSql(ofPanels)],
      settings: callerSettings(caller, today),
    });

  it.each([
    ["who attends it", "PANEL", "Nights."],
    ["who is invited, without what it is about", "INVITED", null],
  ])("to %s", async (_title, relation, purpose) => {
    expect(await shownOfThePanel(relation)).toEqual([
      { relations: [relation], invitation: "B", purpose, sealed: null, contribution: null },
    ]);
  });

  it.each([
    ["another body", { ...gmc, organisation: "NMC" }],
    ["a role that reads no invitation", { ...gmc, role: "AUDITOR", purpose: "AUDIT" } as const],
  ])("and not to %s", async (_title, caller) => {
    expect(await shownOfThePanel("PANEL", caller)).toEqual([]);
  });

  it("and not by a relation to a concern", async () => {
    expect(await shownOfThePanel("REMIT")).toEqual([]);
  });
});

describe("whether another concern is known", () => {
  it.each([
    ["is so where the body knows of it", [], true],
    ["is not where it does not", [`delete from concerns.concern_access where concern = ${another}`], false],
    [
      "is not where others know of it",
      [`delete from concerns.concern_access where concern = ${another} and organisation = 'GMC'`],
      false,
    ],
    [
      "is not where its share has ended",
      [
        `update concerns.concern_access set shared_until = '${dayBefore}', relations = '{SHARED}' where concern = ${another}`,
      ],
      false,
    ],
  ])("%s", async (_title, facts, expected) => {
    const rows = { sql: knowsOf(another) };
    expect((await shown("place", { caller: gmc, facts, more: { rows } })).length > 0).toBe(expected);
  });
});
