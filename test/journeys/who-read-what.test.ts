/** Who read what: for auditors, for an executive of their own people, and on a concern for its provider and its region. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { whoSpokeUp } from "../support/a-report.js";
import { openAuditEntries, type AuditEntries } from "../audit/audit-entries.js";
import { act, assessed, done, reported } from "../support/casework.js";
import { inThreeMonths, neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type Answer, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
let audit: AuditEntries;
beforeAll(async () => {
  hub = await openTestHub();
  audit = await openAuditEntries(hub);
});
afterAll(async () => {
  await audit.close();
  await hub.close();
});

const { anAuditor, aProviderLead, aRegionalLead, aCaseHolder, aGuardian, aUniversityLead, theGmc, theNmc } = people;
const anExecutive = people.persona("northmoor-executive");
const anExecutiveOfTheRegion: Person = { ...aRegionalLead, name: "midlands-executive", role: "EXECUTIVE" };
const aNationalExecutive: Person = { ...people.aNationalLead, name: "national-executive", role: "EXECUTIVE" };
const inTheAudit = (person: Person): Person => ({
  ...person,
  name: `${person.name}-auditor`,
  role: "AUDITOR",
  purpose: "AUDIT",
});

interface Entry {
  readonly at: string;
  readonly subject: string;
  readonly organisation: { readonly code: string } | null;
  readonly role: string;
  readonly purpose: string;
  readonly operation: string | null;
  readonly concern: string | null;
  readonly fields: readonly string[];
  readonly redacted: readonly string[];
  readonly outcome: string;
}

const logQuestion = `query Log($filter: AccessLogFilter, $first: Int, $after: String) {
  accessLog(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { at subject organisation { code } role purpose operation concern fields redacted outcome }
  }
}`;

interface Log {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Entry[];
}

const asked = (person: Person, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  hub.as(person).for(logQuestion, { first: 100, ...variables });

async function log(person: Person, variables: Readonly<Record<string, unknown>> = {}): Promise<Log> {
  const answer = await asked(person, variables);
  if (answer.errors.length > 0) throw new Error(answer.text);
  return answer.data?.["accessLog"] as unknown as Log;
}

const organisationsIn = ({ nodes }: Log): string[] => [
  ...new Set(nodes.map(({ organisation }) => organisation?.code ?? "nobody")),
];

const read = (person: Person, id: string, fields = "title narrative", headers: Record<string, string> = {}) =>
  hub.as(person).with(headers).for(`query Read($id: ID!) { concern(id: $id) { id ${fields} } }`, { id });

const aConcern = (category = "ISF2") =>
  assessed(hub, { reporter: aUniversityLead, lead: aRegionalLead, category }, { reporter: whoSpokeUp });

describe("an auditor of NHS England", () => {
  it("sees who read a concern, for what purpose, which fields they were given and which withheld", async () => {
    const id = await aConcern();
    await read(theGmc, id);
    const { nodes } = await log(anAuditor, { filter: { concern: id, organisation: "GMC" } });
    expect(nodes).toEqual([
      {
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        subject: expect.stringMatching(/ gmc$/),
        organisation: { code: "GMC" },
        role: "QUALITY_LEAD",
        purpose: "REGULATION",
        operation: "Read",
        concern: id,
        fields: ["Concern.id", "Concern.title", "Query.concern"],
        redacted: ["Concern.narrative"],
        outcome: "DISCLOSED",
      },
    ]);
  });

  it("sees what was changed, and what was refused", async () => {
    const id = await reported(hub, aUniversityLead);
    await act(hub, aUniversityLead, "acceptConcern", { id, summary: "Mine to accept." });
    await done(hub, aRegionalLead, "acceptConcern", { id, summary: "Released." });
    const { nodes } = await log(anAuditor, { filter: { concern: id } });
    const outcomes = nodes.map(({ organisation, outcome }) => `${organisation?.code ?? ""} ${outcome}`);
    expect(outcomes).toEqual(expect.arrayContaining(["ZZWEXU REFUSED", "Y60 CHANGED", "ZZWEXU CHANGED"]));
    expect(nodes.find(({ outcome }) => outcome === "CHANGED")?.fields).toEqual([
      "Concern.status",
      "Concern.summary",
      "Concern.title",
    ]);
  });

  it("sees attempts of those who could not be believed, and questions that are none", async () => {
    await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
    await hub.as(theNmc).for("{ concerns(first: 1000) { nodes { id } } }");
    const outcomes = (await log(anAuditor)).nodes.map(({ organisation, outcome }) => [organisation?.code, outcome]);
    expect(outcomes).toEqual(
      expect.arrayContaining([
        [undefined, "UNAUTHENTICATED"],
        ["NMC", "INVALID"],
      ]),
    );
  });

  it("is never shown a value, nor who spoke up", async () => {
    await aConcern();
    const { text } = await asked(anAuditor);
    expect(text).not.toMatch(/Planted|\.example"|consultant|Released\.|Supervision at night/);
  });

  it("finds on a page of many only what was given of the one asked about", async () => {
    const [one, other] = [await aConcern(), await aConcern("ISF1")];
    await hub.as(aRegionalLead).for("query Page { concerns(first: 100) { nodes { id title } } }");
    const { nodes } = await log(anAuditor, { filter: { concern: one, organisation: "Y60" } });
    const page = nodes.find(({ operation }) => operation === "Page");
    expect(page).toMatchObject({ concern: one, fields: ["Concern.id", "Concern.title", "Query.concerns"] });
    const all = (await log(anAuditor, { filter: { organisation: "Y60" } })).nodes;
    expect(all.find(({ operation }) => operation === "Page")).toMatchObject({ concern: null });
    expect(JSON.stringify(nodes)).not.toContain(other);
  });

  it("goes from page to page, newest first, and misses none", async () => {
    const id = await aConcern();
    for (const fields of ["title", "status", "category", "version", "themes"]) await read(aRegionalLead, id, fields);
    const filter = {
      concern: id,
      subject: (await log(anAuditor, { filter: { concern: id, organisation: "Y60" } })).nodes[0]?.subject,
    };
    const whole = await log(anAuditor, { filter });
    const paged: Entry[] = [];
    let after: string | null = null;
    do {
      const page: Log = await log(anAuditor, { filter, first: 2, after });
      paged.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(whole.nodes);
    expect(whole.totalCount).toBe(whole.nodes.length);
    const instants = whole.nodes.map(({ at }) => at);
    expect([...instants].sort().reverse()).toEqual(instants);
  });

  it("asks from a day on", async () => {
    expect((await log(anAuditor, { filter: { since: "2999-01-01" } })).nodes).toEqual([]);
    expect((await log(anAuditor, { filter: { since: "2020-01-01" } })).nodes).not.toEqual([]);
  });

  it("is in the log too, for having read it", async () => {
    const id = await aConcern();
    await log(anAuditor, { filter: { concern: id } });
    const { nodes } = await log(anAuditor, { filter: { organisation: "X24" } });
    expect(nodes[0]).toMatchObject({ role: "AUDITOR", purpose: "AUDIT", operation: "Log", outcome: "DISCLOSED" });
    expect(nodes[0]?.fields).toEqual(expect.arrayContaining(["AccessEntry.subject", "Query.accessLog"]));
  });

  it("still reads no concern", async () => {
    const id = await aConcern();
    expect((await read(anAuditor, id)).data).toEqual({ concern: null });
  });
});

describe("an auditor of another organisation", () => {
  it.each([aProviderLead, aRegionalLead, theGmc, aUniversityLead])(
    "sees of $organisation what its own people did, and nothing of others",
    async (person) => {
      const id = await aConcern();
      for (const reader of [person, people.aNationalLead]) await read(reader, id);
      const auditor = inTheAudit(person);
      expect(organisationsIn(await log(auditor))).toEqual([person.organisation]);
      expect((await log(auditor, { filter: { concern: id } })).nodes[0]).toMatchObject({ operation: "Read" });
    },
  );

  it("finds nobody of another organisation by any filter", async () => {
    const id = await aConcern();
    await read(theGmc, id);
    const [entry] = (await log(anAuditor, { filter: { organisation: "GMC" } })).nodes;
    const auditor = inTheAudit(aProviderLead);
    for (const filter of [
      { organisation: "GMC" },
      { subject: entry?.subject },
      { organisation: "GMC", concern: id },
      { concern: id },
    ])
      expect([filter, await log(auditor, { filter })]).toMatchObject([filter, { totalCount: 0, nodes: [] }]);
  });
});

describe("an executive", () => {
  it("sees what its own people read, and not the name of the operation", async () => {
    const id = await aConcern();
    await read(aProviderLead, id);
    const answer = await asked(anExecutive, { filter: { concern: id } });
    expect(answer.data?.["accessLog"]).toMatchObject({
      nodes: [
        { organisation: { code: "ZZN01" }, role: "QUALITY_LEAD", operation: null, redacted: ["Concern.narrative"] },
      ],
    });
    expect(answer.redactions).toEqual([
      { coordinate: "AccessEntry.operation", dataClass: "AUDIT", reason: "ROLE", count: 1 },
    ]);
  });

  it.each([anExecutive, anExecutiveOfTheRegion, aNationalExecutive])(
    "of $organisation sees nobody of another organisation",
    async (executive) => {
      await aConcern();
      await log(executive);
      expect(organisationsIn(await log(executive))).toEqual([executive.organisation]);
    },
  );

  it("does not learn from it that an identity was asked for, revealed or read, nor of a detriment", async () => {
    const id = await aConcern();
    const before = (await log(anExecutiveOfTheRegion, { filter: { concern: id } })).nodes;
    const reason = "The report names a patient, and the learner has to be asked what was seen.";
    await done(hub, aCaseHolder, "requestIdentityReveal", { id, reason });
    const reveals = await read(aCaseHolder, id, "reveals { id state }");
    const [reveal] = (reveals.data?.["concern"] as unknown as { reveals: { id: string }[] }).reveals;
    await done(hub, aGuardian, "approveIdentityReveal", { id, revealId: reveal?.id, approve: true, reason });
    await read(aCaseHolder, id, "reporter { name contact }");
    await read(aGuardian, id, "detriments { id }");
    const after = (await log(anExecutiveOfTheRegion, { filter: { concern: id } })).nodes;
    const added = after.slice(0, after.length - before.length);
    expect(added.filter(({ role }) => role === "GUARDIAN")).toEqual([]);
    expect(JSON.stringify(after)).not.toMatch(/reveal|Reveal|Reporter\.name|contact|detriment|Detriment/);
    // The auditor of the region sees that it was done.
    const audited = JSON.stringify(await log(inTheAudit(aRegionalLead), { filter: { concern: id } }));
    for (const name of ["Concern.reveals", "Reporter.name", "Concern.detriments", "GUARDIAN"])
      expect(audited).toContain(name);
  });
});

describe("the log is empty", () => {
  it.each([
    aProviderLead,
    aRegionalLead,
    aCaseHolder,
    aGuardian,
    people.aNationalLead,
    aUniversityLead,
    theGmc,
    people.anIcb,
    people.anAnalyst,
    people.anOperator,
    { ...aProviderLead, name: "northmoor-member", role: "MEMBER" as const },
  ])("for $name", async (person) => {
    const id = await aConcern();
    await read(person, id);
    expect(await log(person)).toEqual({ totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] });
    expect((await log(person, { filter: { concern: id } })).totalCount).toBe(0);
  });

  it("for an auditor about a concern that never was, as about one that nobody read", async () => {
    const never = await asked(inTheAudit(aProviderLead), { filter: { concern: neverIssued } });
    const hidden = await asked(inTheAudit(aProviderLead), { filter: { concern: await aConcern() } });
    expect(never.text).toBe(hidden.text);
  });

  it.each([
    ["of another list", { after: "AAAA" }],
    ["that is no id", { filter: { concern: "1 or 1=1" } }],
    ["that is no code", { filter: { organisation: "x24" } }],
    ["that is no text", { filter: { subject: "a\0b" } }],
  ])("and a question %s is refused", async (_title, variables) => {
    expect((await asked(anAuditor, variables)).errors.map(({ extensions }) => extensions.code)).toEqual([
      "BAD_USER_INPUT",
    ]);
  });
});

interface Reading {
  readonly on: string;
  readonly organisation: { readonly code: string };
  readonly role: string;
}

const onConcern = (person: Person, id: string, page = "") =>
  hub
    .as(person)
    .for(
      `query Looked($id: ID!) { concern(id: $id) { accessLog${page} { totalCount pageInfo { hasNextPage endCursor } nodes { on organisation { code } role } } } }`,
      { id },
    );

async function lookedAt(person: Person, id: string): Promise<string[]> {
  const answer = await onConcern(person, id);
  const found = answer.data?.["concern"] as unknown as { accessLog: { totalCount: number; nodes: Reading[] } };
  expect(found.accessLog.totalCount).toBe(found.accessLog.nodes.length);
  return found.accessLog.nodes.map(({ organisation, role }) => `${organisation.code} ${role}`).sort();
}

/** A day passes between the acceptance of the concerns there are and what is read from now on. */
const aDayPasses = () =>
  audit.administrator.query("update concerns.concern_event set happened_on = happened_on - 2 where kind = 'ACCEPTED'");

describe("on a concern", () => {
  it("its provider's executive sees on which day its own people and the bodies that it names looked", async () => {
    const id = await aConcern();
    await aDayPasses();
    for (const person of [aProviderLead, aUniversityLead, people.aNationalLead]) await read(person, id);
    expect(await lookedAt(anExecutive, id)).toEqual([
      "X24 QUALITY_LEAD",
      "Y60 QUALITY_LEAD",
      "ZZN01 QUALITY_LEAD",
      "ZZWEXU QUALITY_LEAD",
    ]);
  });

  it("nobody is told a time, a person, a purpose or a field", async () => {
    const id = await aConcern();
    const answer = await hub
      .as(anExecutive)
      .for(`{ concern(id: "${id}") { accessLog { nodes { at subject purpose fields operation } } } }`);
    expect(answer.errors.map(({ extensions }) => extensions.code)).toContain("BAD_USER_INPUT");
  });

  it("the team of its region sees it as well, from the beginning", async () => {
    const id = await aConcern();
    await read(aUniversityLead, id);
    for (const person of [aRegionalLead, aCaseHolder, anExecutiveOfTheRegion])
      expect(await lookedAt(person, id)).toEqual(expect.arrayContaining(["Y60 QUALITY_LEAD", "ZZWEXU QUALITY_LEAD"]));
  });

  it.each([
    { person: aProviderLead, reason: "ROLE" },
    { person: aGuardian, reason: "ROLE" },
    { person: people.aNationalLead, reason: "RELATION" },
    { person: aUniversityLead, reason: "RELATION" },
    { person: theGmc, reason: "RELATION" },
  ])("it is withheld from $person.name, who is told why", async ({ person, reason }) => {
    const answer = await onConcern(person, await aConcern());
    expect(answer.data?.["concern"]).toEqual({ accessLog: null });
    expect(answer.redactions).toEqual([{ coordinate: "Concern.accessLog", dataClass: "AUDIT", reason, count: 1 }]);
  });

  it("it goes from page to page", async () => {
    const id = await aConcern();
    await aDayPasses();
    for (const person of [aProviderLead, people.aNationalLead]) await read(person, id);
    await lookedAt(anExecutive, id);
    const whole = await lookedAt(anExecutive, id);
    const paged: string[] = [];
    let after = "";
    do {
      const answer = await onConcern(anExecutive, id, `(first: 1${after})`);
      const { accessLog } = answer.data?.["concern"] as unknown as {
        accessLog: { nodes: Reading[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
      paged.push(...accessLog.nodes.map(({ organisation, role }) => `${organisation.code} ${role}`));
      after = accessLog.pageInfo.hasNextPage ? `, after: "${accessLog.pageInfo.endCursor}"` : "";
    } while (after !== "");
    expect(paged.sort()).toEqual(whole);
  });
});

describe("a provider does not learn from who looked at its concern", () => {
  /** What the provider's executive is told is the same, to the byte, as before. */
  async function leavesNoTrace(id: string, act: () => Promise<unknown>): Promise<void> {
    await aDayPasses();
    for (const person of [aRegionalLead, aCaseHolder, people.aNationalLead, aUniversityLead]) await read(person, id);
    await onConcern(anExecutive, id);
    const before = await onConcern(anExecutive, id);
    expect(before.redactions).toEqual([]);
    await act();
    expect((await onConcern(anExecutive, id)).text).toBe(before.text);
  }

  it("who read it before the provider knew of it", async () => {
    const id = await reported(hub, aUniversityLead);
    for (const person of [aRegionalLead, people.aNationalLead]) await read(person, id);
    await done(hub, aRegionalLead, "acceptConcern", { id, summary: "Released." });
    await read(aProviderLead, id);
    expect(await lookedAt(anExecutive, id)).toEqual(["ZZN01 QUALITY_LEAD"]);
  });

  it("who read it while another provider had it", async () => {
    const id = await aConcern();
    await aDayPasses();
    for (const person of [aRegionalLead, aProviderLead]) await read(person, id);
    expect(await lookedAt(anExecutive, id)).toEqual(expect.arrayContaining(["Y60 QUALITY_LEAD"]));
    await audit.administrator.query(
      `update concerns.concern_event set kind = 'PROVIDER_CHANGED'
       where kind = 'ASSESSED' and concern = (select key from concerns.concern where id = $1)`,
      [id],
    );
    expect(await lookedAt(anExecutive, id)).toEqual(["ZZN01 EXECUTIVE", "ZZN01 QUALITY_LEAD"]);
  });

  it("that it was shared, nor that whom it was shared with read it", async () => {
    const id = await aConcern("ISF1");
    await leavesNoTrace(id, async () => {
      await done(hub, aRegionalLead, "shareConcern", {
        id,
        organisation: "CQC",
        dataClasses: ["NARRATIVE"],
        reason: "Under the protocol.",
        until: inThreeMonths,
      });
      expect((await read(people.theCqc, id)).data?.["concern"]).toMatchObject({ id });
    });
    expect(await lookedAt(aRegionalLead, id)).toContain("CQC QUALITY_LEAD");
  });

  it("that a regulator holds something of its own about it", async () => {
    const id = await aConcern();
    await leavesNoTrace(id, async () => {
      await done(hub, theGmc, "contributeIntelligence", { id, text: "Trainees asked us.", receivedOn: "2025-03-03" });
      await read(theGmc, id, "intelligence { text } regulatorCases { id }");
    });
  });

  it("that a glass was broken", async () => {
    const id = await aConcern();
    await leavesNoTrace(id, async () => {
      const emergency = { "x-purpose-of-use": "BREAK_GLASS" };
      await hub
        .as(theGmc)
        .with(emergency)
        .for("mutation Break($input: BreakGlassInput!) { breakGlass(input: $input) { userErrors { code } } }", {
          input: { id, immediateRisk: true, reason: "A learner is alone on a ward with unsafe practice now." },
        });
      await read(theGmc, id, "narrative", emergency);
      await read({ ...people.aNationalLead, name: "national-caseholder", role: "CASE_HOLDER" }, id, "title", emergency);
      await read(aRegionalLead, id, "emergencyAccess { reason }");
    });
  });

  it("that an identity was revealed and read, nor that a detriment was reported", async () => {
    const id = await aConcern();
    await aDayPasses();
    await read(aRegionalLead, id);
    const before = await onConcern(anExecutive, id);
    await read(aCaseHolder, id, "reporter { name } reveals { id } detriments { id } detrimentReported");
    await read(aGuardian, id, "title reveals { id } detriments { id }");
    expect((await onConcern(anExecutive, id)).text).not.toMatch(/CASE_HOLDER|GUARDIAN/);
    expect(before.text).not.toMatch(/CASE_HOLDER|GUARDIAN/);
  });

  it("that somebody audits it", async () => {
    const id = await aConcern();
    await leavesNoTrace(id, async () => {
      await log(anAuditor, { filter: { concern: id } });
      await onConcern(aRegionalLead, id);
    });
  });

  it("and neither does any other provider: to it a concern that it may not know of is absent", async () => {
    const id = await aConcern();
    const other: Person = { ...anExecutive, name: "eastvale-executive", organisation: "ZZE01" };
    const hidden = await onConcern(other, id);
    expect(hidden.data).toEqual({ concern: null });
    expect(hidden.text).toBe((await onConcern(other, neverIssued)).text);
  });
});

it("nobody reads the log of a region through a panel that it does not attend", async () => {
  const id = await aConcern();
  const before = await lookedAt(aRegionalLead, id);
  const panel = { reason: "B", purpose: "A purpose.", mode: "VIDEO", meetsOn: inThreeMonths, invite: ["CQC"] };
  await hub
    .as(theGmc)
    .for("mutation Convene($input: ConvenePanelInput!) { convenePanel(input: $input) { userErrors { code } } }", {
      input: { id, ...panel },
    });
  await read(theGmc, id);
  expect(await lookedAt(aRegionalLead, id)).toEqual(before);
});
