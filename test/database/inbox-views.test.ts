/** What inboxes, channels and the counts of guardians show: each condition is met but for one thing. */
import { describe, expect, it } from "@jest/globals";
import type { Caller } from "../../authorisation/caller.js";
import { callerSettings } from "../../database/caller-settings.js";
import { roleSetting } from "../../database/held-by-a-person.js";
import { inboxViews } from "../../database/inbox-views.js";
import { actingSetting, unlockSetting } from "../../database/view-settings.js";
import { agreement, attended, convened, held, inserted, listed } from "./arranged-facts.js";
import { dayBefore, doctors, gmc, readArranged, today } from "./arranged-views.js";

const read = (sql: string, facts: readonly string[], settings = callerSettings(gmc, today)): Promise<unknown[]> =>
  readArranged(sql, { facts, views: inboxViews, settings });
const as = (more: Partial<Caller>) => callerSettings({ ...gmc, ...more }, today);

const thing = "44444444-4444-4444-8444-444444444444";
const otherThing = "55555555-5555-4555-8555-555555555555";

const agreed = (id: string, party: string) => [
  agreement({ id: `'${id}'` }),
  `insert into organisations.agreement_party values ('${id}', '${party}', '{EXECUTIVE}')`,
  `insert into organisations.agreement_event values ('${id}', 1, 'SIGNED', '${party}', 'EXECUTIVE')`,
];

describe("a message", () => {
  const message = (more: Readonly<Record<string, string>> = {}) =>
    inserted("concerns.message", {
      id: `'${thing}'`,
      organisation: "'GMC'",
      role: "'QUALITY_LEAD'",
      kind: "'CATEGORY_CHANGED'",
      reference: "'QC-0000-0001'",
      link_type: "'Concern'",
      link_id: `'${thing}'`,
      told_on: `'${today}'`,
      ...more,
    });

  it.each([
    ["the role that it is for", as({}), 1],
    ["another role of the organisation", as({ role: "CASE_HOLDER" }), 0],
    ["that role of another organisation", as({ organisation: "CQC" }), 0],
    ["somebody of whom nothing is known", [], 0],
  ])("is shown to %s", async (_title, settings, expected) => {
    expect(await read("select id from concerns.visible_message", [message()], settings)).toHaveLength(expected);
  });

  it.each([
    ["read from the day on which it is", `'${today}'`, true],
    ["unread until then", "null", false],
  ])("is %s", async (_title, readOn, isRead) => {
    const sql = "select kind, told_on::text, is_read from concerns.visible_message";
    const expected = [{ kind: "CATEGORY_CHANGED", told_on: today, is_read: isRead }];
    expect(await read(sql, [message({ read_on: readOn })])).toEqual(expected);
  });

  /** What the organisation of a message is to the thing that it is about. */
  const relations = async (link: Readonly<Record<string, string>>, facts: readonly string[]): Promise<unknown> => {
    const [row] = await read("select relations from concerns.visible_message", [...facts, message(link)]);
    return row;
  };

  describe("says what its organisation is to a concern", () => {
    const endedOn = (day: string) => `update concerns.concern_access set shared_until = '${day}'
      where organisation = 'GMC' and concern = ${doctors}`;

    it.each([
      ["that it may know of", [held("GMC", "HOST,REMIT")], ["HOST", "REMIT"]],
      ["on the last day of a share", [held("GMC", "SHARED"), endedOn(today)], ["SHARED"]],
      ["nothing after that day", [held("GMC", "SHARED"), endedOn(dayBefore)], []],
      ["what it is beside the share after that day", [held("GMC", "ICB,SHARED"), endedOn(dayBefore)], ["ICB"]],
      ["nothing where it may know of none", ["delete from concerns.concern_access where organisation = 'GMC'"], []],
    ])("%s", async (_title, facts, expected) => {
      expect(await relations({}, facts)).toEqual({ relations: expected });
    });
  });

  describe("says what its organisation is to a review panel", () => {
    const panels = [convened(thing), convened(otherThing), attended("GMC", otherThing, "PANEL")];

    it.each([
      ["to which it is invited", attended("GMC", thing, "INVITED"), ["INVITED"]],
      ["nothing where others are", attended("CQC", thing, "INVITED"), []],
    ])("%s", async (_title, invitation, expected) => {
      expect(await relations({ link_type: "'ReviewPanel'" }, [...panels, invitation])).toEqual({ relations: expected });
    });
  });

  describe("says what its organisation is to an agreement", () => {
    it.each([
      ["to which it is a party", agreed(thing, "GMC"), ["PARTY"]],
      ["nothing where others are", agreed(thing, "CQC"), []],
      ["nothing where it is a party to another", [...agreed(thing, "CQC"), ...agreed(otherThing, "GMC")], []],
    ])("%s", async (_title, facts, expected) => {
      expect(await relations({ link_type: "'SharingAgreement'" }, facts)).toEqual({ relations: expected });
    });

    it("by the agreement and not by the concern of it", async () => {
      const link = { link_type: "'SharingAgreement'" };
      expect(await relations(link, [held("GMC", "HOST"), ...agreed(thing, "GMC")])).toEqual({ relations: ["PARTY"] });
    });
  });

  const about = {
    Concern: [held("GMC", "REMIT")],
    ReviewPanel: [convened(thing), attended("GMC", thing, "PANEL")],
    SharingAgreement: agreed(thing, "GMC"),
  };
  const hidden = { reference: null, link_type: null, link_id: null };

  it.each([
    ["Concern", "OPERATIONAL", { reference: "QC-0000-0001" }],
    ["Concern", "OPERATIONAL:headline", { link_type: "Concern", link_id: thing }],
    ["Concern", "OPERATIONAL:agreement", {}],
    ["Concern", "DELIBERATION:invitation", {}],
    ["ReviewPanel", "DELIBERATION:invitation", { link_type: "ReviewPanel", link_id: thing }],
    ["ReviewPanel", "OPERATIONAL:headline", {}],
    ["SharingAgreement", "OPERATIONAL:agreement", { link_type: "SharingAgreement", link_id: thing }],
    ["SharingAgreement", "OPERATIONAL:headline", {}],
  ] as const)("leads to a %s who reads %s, and no further than %j", async (type, compartment, expected) => {
    const settings = [
      [actingSetting, "GMC"],
      [roleSetting, "QUALITY_LEAD"],
      [unlockSetting(compartment), "REMIT,PANEL,PARTY"],
    ] as const;
    const facts = [...about[type], message({ link_type: `'${type}'` })];
    const sql = "select reference, link_type, link_id from concerns.visible_message";
    expect(await read(sql, facts, settings)).toEqual([{ ...hidden, ...expected }]);
  });
});

describe("a channel for messages", () => {
  const channel = inserted("concerns.message_channel", {
    id: `'${thing}'`,
    organisation: "'GMC'",
    role: "'CASE_HOLDER'",
    kind: "'WEBHOOK'",
    address: "'https://gmc.test'",
    key_id: "'1'",
    secret: String.raw`'\x01'`,
    added_on: `'${today}'`,
  });

  it.each([
    ["a quality lead", as({}), 1],
    ["an executive", as({ role: "EXECUTIVE" }), 1],
    ["the role whose it is", as({ role: "CASE_HOLDER" }), 0],
    ["an analyst", as({ role: "ANALYST" }), 0],
    ["a quality lead of another organisation", as({ organisation: "CQC" }), 0],
  ])("is shown to %s", async (_title, settings, expected) => {
    const sql = "select id from concerns.visible_message_channel";
    expect(await read(sql, [channel], settings)).toHaveLength(expected);
  });

  it("is shown without what it is signed with", async () => {
    expect(await read("select c.*, added_on::text from concerns.visible_message_channel c", [channel])).toEqual([
      { id: thing, kind: "WEBHOOK", role: "CASE_HOLDER", address: "https://gmc.test", added_on: today },
    ]);
  });
});

describe("what guardians count", () => {
  const counted = (scope: string, body: string) =>
    inserted("concerns.guardian_count", {
      quarter: "'2025-Q4'",
      scope: `'${scope}'`,
      body: `'${body}'`,
      element: "'CASES'",
      value: "7",
    });
  const facts = [
    inserted("concerns.statistics_quarter", { quarter: "'2025-Q4'", members: "'{}'" }),
    ...[counted("REGION", "Y56"), counted("REGION", "Y60"), counted("PROVIDER", "ZZN01")],
    ...[listed("X24", "NATIONAL_BODY"), listed("Y60", "REGION"), listed("ZZN01", "TRUST")],
  ];

  it.each([
    ["to a guardian of a provider, of that provider", "ZZN01", "GUARDIAN", ["ZZN01"]],
    ["to a guardian of a region, of that region", "Y60", "GUARDIAN", ["Y60"]],
    ["to a guardian of NHS England, of every region", "X24", "GUARDIAN", ["Y56", "Y60"]],
    ["to no executive of a provider", "ZZN01", "EXECUTIVE", []],
    ["to no executive of NHS England", "X24", "EXECUTIVE", []],
    ["to no quality lead of a region", "Y60", "QUALITY_LEAD", []],
  ] as const)("is shown %s", async (_title, organisation, role, expected) => {
    const sql = "select quarter, body, element, value from concerns.visible_guardian_count order by body";
    const rows = expected.map((body) => ({ quarter: "2025-Q4", body, element: "CASES", value: 7 }));
    expect(await read(sql, facts, as({ organisation, role }))).toEqual(rows);
  });
});
