/** What of the audit is shown, and of whom a concern says that they looked: each condition is met but for one thing. */
import { describe, expect, it } from "@jest/globals";
import { roles, type Caller } from "../../authorisation/caller.js";
import { accessLogViews, concernReadingView, othersEntryView, ownEntryView } from "../../database/access-log-views.js";
import { callerSettings, type Setting } from "../../database/caller-settings.js";
import { actingSetting, unlockSetting } from "../../database/view-settings.js";
import { held, inserted, knownTo, listed, share } from "./arranged-facts.js";
import { another, dayBefore, doctors, gmc, readArranged, region, today } from "./arranged-views.js";

const views = accessLogViews(
  new Map([
    ["Concern.title", "OPERATIONAL"],
    ["Concern.learners", "LEARNERS"],
    ["Concern.reporter", "IDENTITY"],
    ["Reveal.reason", "MANAGEMENT:protection"],
  ]),
);
const as = (caller: Caller, settings: readonly Setting[] = []): readonly Setting[] => [
  ...callerSettings(caller, today),
  ...settings,
];

/** Fields of records of a type, of which the id is that of a concern. */
const record = (type: string, field: string, concern = doctors): string =>
  `jsonb_build_object('type', '${type}', 'fields', array['status', '${field}'],
    'ids', array(select id from concerns.concern where key = ${concern}))`;
const entry = ({ records = [record("Concern", "title")], ...more }: Entry): string =>
  inserted("audit.entry", {
    at: "'2026-02-10T12:00:00Z'",
    subject: "'https://issuer.test somebody'",
    organisation: "'Y60'",
    role: "'QUALITY_LEAD'",
    purpose: "'REGULATION'",
    outcome: "'DISCLOSED'",
    operation_name: "'Nights'",
    records: `jsonb_build_array(${records.join()})`,
    ...more,
  });
type Entry = Readonly<Partial<Record<"at" | "subject" | "organisation" | "role" | "purpose" | "outcome", string>>> & {
  readonly records?: readonly string[];
};

const national: Caller = { ...gmc, organisation: "X24", organisationKind: "NATIONAL_BODY" };

describe("entries of the audit are shown", () => {
  const anExecutive: Caller = { ...region, role: "EXECUTIVE", purpose: "EDUCATION_QUALITY" };
  const anAuditor: Caller = { ...region, role: "AUDITOR", purpose: "AUDIT" };
  const read = (view: string, facts: readonly string[], settings: readonly Setting[]): Promise<unknown[]> =>
    readArranged(`select relations, organisation, operation from ${view}`, { facts, views, settings });

  it.each<[string, Entry, boolean, boolean]>([
    ["what its people did", {}, true, true],
    ["what somebody without a role did", { role: "null" }, true, true],
    ["what its executives did", { role: "'EXECUTIVE'" }, true, true],
    ["what a guardian did", { role: "'GUARDIAN'" }, false, true],
    ["what the hub delivered to it", { subject: "'hub delivery'" }, false, true],
    ["who read of learners", { records: [record("Concern", "learners")] }, true, true],
    ["who read who spoke up", { records: [record("Concern", "reporter")] }, false, true],
    ["who read how they are protected", { records: [record("Reveal", "reason")] }, false, true],
    [
      "who read that beside a title",
      { records: [record("Concern", "title"), record("Reveal", "reason")] },
      false,
      true,
    ],
    ["what another body did", { organisation: "'X24'" }, false, false],
    ["what nobody did", { organisation: "null" }, false, false],
  ])("to an executive and to an auditor: %s", async (_title, more, toAnExecutive, toAnAuditor) => {
    const shown = { relations: ["ACTOR"], organisation: "Y60" };
    expect(await read(ownEntryView, [entry(more)], as(anExecutive))).toEqual(
      toAnExecutive ? [{ ...shown, operation: null }] : [],
    );
    expect(await read(ownEntryView, [entry(more)], as(anAuditor))).toEqual(
      toAnAuditor ? [{ ...shown, operation: "Nights" }] : [],
    );
  });

  it.each([
    ["a quality lead", as(region)],
    ["an auditor for another purpose than the audit", as({ ...anAuditor, purpose: "SAFEGUARDING" })],
    [
      "an executive to whom another relation opens them",
      as(anExecutive, [[unlockSetting("AUDIT:people"), "NATIONAL"]]),
    ],
    ["an executive in a preview", as(anExecutive, [[actingSetting, ""]])],
    ["somebody of whom nothing is known", []],
  ])("not to %s", async (_title, settings) => {
    expect(await read(ownEntryView, [entry({})], settings)).toEqual([]);
  });

  it.each<[string, Caller, Entry, boolean]>([
    ["those of a region to an auditor of NHS England", { ...national, role: "AUDITOR", purpose: "AUDIT" }, {}, true],
    ["those of nobody to them", { ...national, role: "AUDITOR", purpose: "AUDIT" }, { organisation: "null" }, true],
    ["not their own", { ...national, role: "AUDITOR", purpose: "AUDIT" }, { organisation: "'X24'" }, false],
    ["not for another purpose", { ...national, role: "AUDITOR", purpose: "REGULATION" }, {}, false],
    ["not to its executive", { ...national, role: "EXECUTIVE" }, {}, false],
    ["not to an auditor of a region", anAuditor, { organisation: "'X24'" }, false],
  ])("of others, %s", async (_title, caller, more, isShown) => {
    const facts = [listed("X24", "NATIONAL_BODY"), listed("Y60", "REGION"), entry(more)];
    const organisation = more.organisation === undefined ? "Y60" : null;
    const shown = { relations: ["NATIONAL"], organisation, operation: "Nights" };
    expect(await read(othersEntryView, facts, as(caller))).toEqual(isShown ? [shown] : []);
  });
});

describe("a concern says who looked", () => {
  const provider: Caller = { ...gmc, organisation: "ZZN01", organisationKind: "TRUST", role: "EXECUTIVE" };
  const happened = (kind: string, day: string, sequence: number, concern = doctors): string =>
    inserted("concerns.concern_event", {
      id: "gen_random_uuid()",
      concern,
      sequence: String(sequence),
      kind: `'${kind}'`,
      compartment: "'OPERATIONAL'",
      happened_on: `'${day}'`,
    });
  const accepted = (day = "2026-02-09", sequence = 1): string => happened("ACCEPTED", day, sequence);
  const moved = (day: string, sequence: number): string => happened("PROVIDER_CHANGED", day, sequence);
  const base = [
    ...[listed("X24", "NATIONAL_BODY"), listed("GMC", "REGULATOR"), knownTo("ZZN01", "RESPONSIBLE")],
    `update concerns.concern set education_provider = 'ZZUNI' where key = ${doctors}`,
  ];

  const read = (facts: readonly string[], settings: readonly Setting[]): Promise<Looked[]> =>
    readArranged<Looked>(
      `select key, relations, looked_on::text as on, organisation, role from ${concernReadingView} order by looked_on`,
      { facts: [...base, ...facts], views, settings },
    );
  interface Looked {
    readonly key: string;
    readonly relations: readonly string[];
    readonly on: string;
    readonly organisation: string;
    readonly role: string;
  }
  /** Whether a reading is told to the provider, and to the region. */
  const told = async (...facts: readonly string[]): Promise<boolean[]> => {
    const rows = [await read(facts, as(provider)), await read(facts, as(region))];
    return rows.map((each) => each.length > 0);
  };

  it.each([
    ["the provider", "ZZN01", true, true],
    ["the region", "Y60", true, true],
    ["NHS England", "X24", true, true],
    ["the education provider", "ZZUNI", true, true],
    ["whoever reported it", "ZZWEXU", false, true],
    ["a regulator", "GMC", false, false],
    ["a board", "QHL", false, false],
  ])("to its provider and its region: %s", async (_title, organisation, ...expected) => {
    expect(await told(accepted(), entry({ organisation: `'${organisation}'` }))).toEqual(expected);
  });

  it("by the day and the role, once each, and which concern", async () => {
    const facts = [entry({}), entry({ at: "'2026-02-10T23:59:00Z'" }), entry({ role: "'CASE_HOLDER'" })];
    const looked = { key: doctors, relations: ["REGIONAL"], on: "2026-02-10", organisation: "Y60" };
    const rows = await read(facts, as(region));
    expect(rows.sort((one, other) => (one.role < other.role ? -1 : 1))).toEqual([
      { ...looked, role: "CASE_HOLDER" },
      { ...looked, role: "QUALITY_LEAD" },
    ]);
  });

  it("by the day in England", async () => {
    const [row] = await read([entry({ at: "'2026-07-10T23:30:00Z'" })], as(region));
    expect(row?.on).toBe("2026-07-11");
  });

  it("to whom a share ended, by what else they are to it", async () => {
    const ended = `update concerns.concern_access set relations = '{REGIONAL,SHARED}', shared_until = '${dayBefore}'
      where organisation = 'Y60'`;
    const [row] = await read([entry({}), ended], as(region));
    expect(row?.relations).toEqual(["REGIONAL"]);
  });

  describe("where it is shared, to its region", () => {
    const until = "'2026-02-12'";
    it.each<[string, string, Readonly<Record<string, string>>, boolean]>([
      ["a body from the first day of the share", "2026-02-08", {}, true],
      ["and not before", "2026-02-07", {}, false],
      ["until its last day", "2026-02-12", {}, true],
      ["and not after", "2026-02-13", {}, false],
      ["until the day on which it is withdrawn", "2026-02-11", { withdrawn_on: "'2026-02-11'" }, true],
      ["and not after that", "2026-02-12", { withdrawn_on: "'2026-02-11'" }, false],
      ["not where another concern is shared", "2026-02-10", { concern: another }, false],
      ["not where it is shared with another body", "2026-02-10", { organisation: "'CQC'" }, false],
    ])("%s: %s", async (_title, day, more, isTold) => {
      const looked = entry({ organisation: "'GMC'", at: `'${day}T12:00:00Z'` });
      const shared = share({ shared_on: "'2026-02-08'", until, ...more });
      expect(await told(accepted("2026-02-01"), shared, looked)).toEqual([false, isTold]);
    });
  });

  describe("to its provider", () => {
    const madeItself = `update concerns.concern set reported_by = provider, raised_on = '2026-02-10'`;
    it.each<[string, readonly string[], boolean]>([
      ["from the day after it was accepted", [accepted("2026-02-09")], true],
      ["and not on that day", [accepted("2026-02-10")], false],
      ["from the first time that it was", [accepted("2026-02-09"), accepted("2026-02-11", 2)], true],
      ["not before it is accepted", [], false],
      ["not where another was", [happened("ACCEPTED", "2026-02-09", 1, another)], false],
      ["not where something else happened", [happened("REOPENED", "2026-02-09", 1)], false],
      ["not by the day of what else happened", [happened("REOPENED", "2026-02-01", 2), accepted("2026-02-10")], false],
      ["from the first day where it reported it", [madeItself], true],
      ["and not before", [madeItself, "update concerns.concern set raised_on = '2026-02-11'"], false],
      ["from the day after it came to it", [accepted("2026-02-01"), moved("2026-02-09", 2)], true],
      ["and not on that day", [accepted("2026-02-01"), moved("2026-02-10", 2)], false],
      ["from the last time", [accepted("2026-02-01"), moved("2026-02-09", 2), moved("2026-02-10", 3)], false],
    ])("%s", async (_title, facts, isTold) => {
      expect(await told(...facts, entry({}))).toEqual([isTold, true]);
    });

    it("what its own people did on any day", async () => {
      expect(await told(entry({ organisation: "'ZZN01'" }))).toEqual([true, true]);
    });
  });

  it.each<[string, Entry, boolean]>([
    ["somebody was refused", { outcome: "'REFUSED'" }, false],
    ["in an emergency", { purpose: "'BREAK_GLASS'" }, false],
    ["for another purpose", { purpose: "'EDUCATION_QUALITY'" }, true],
    ["a guardian", { role: "'GUARDIAN'" }, false],
    ["an auditor", { role: "'AUDITOR'" }, false],
    ["an executive", { role: "'EXECUTIVE'" }, true],
    ["at learners", { records: [record("Concern", "learners")] }, true],
    ["at who spoke up", { records: [record("Concern", "reporter")] }, false],
    ["at how they are protected", { records: [record("Concern", "title"), record("Reveal", "reason")] }, false],
    ["at another concern", { records: [record("Concern", "title", another)] }, false],
    ["at what is no concern", { records: [record("Reveal", "status"), record("Concern", "title", another)] }, false],
  ])("by what they did and were given: %s", async (_title, more, isTold) => {
    const rows = await read([accepted(), entry(more)], as(region));
    expect(rows.filter(({ key }) => key === doctors).length > 0).toBe(isTold);
  });

  it.each(roles)("to a provider's executive and not to its %s", async (role) => {
    const rows = await read([accepted(), entry({})], as({ ...provider, role }));
    expect(rows.length > 0).toBe(role === "EXECUTIVE");
  });

  it("of its own people alone to whom neither the place nor the region is theirs, whatever opened it", async () => {
    const opened: Setting = [unlockSetting("AUDIT:readers"), "REMIT"];
    const facts = [accepted(), entry({}), entry({ organisation: "'GMC'" }), held("GMC", "REMIT")];
    const rows = await read(facts, as(gmc, [opened]));
    expect(rows.map(({ organisation }) => organisation)).toEqual(["GMC"]);
  });
});
