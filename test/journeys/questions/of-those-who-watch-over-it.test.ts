/**
 * Questions 25, 26, 28, 29 and 30: what is asked by those who watch over reading, agreements, standards and earlier
 * decisions, and by anybody who may not know.
 */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { onAgreement, signed } from "../../support/agreements.js";
import { assessed, done } from "../../support/casework.js";
import { asAdministrator } from "../../support/inboxes.js";
import { neverIssued } from "../../support/mutation-inputs.js";
import { daysAgo, letDaysPass } from "../../support/passing-days.js";
import * as people from "../../support/people.js";
import { answered, expectNothingOf, whoSpokeUp } from "../../support/questions.js";
import { openTestHub, type TestHub } from "../../support/test-hub.js";
import type { Person } from "../../support/test-issuer.js";

const { aNationalLead: nation, theGmc: gmc, theCqc: cqc } = people;
/** Who answers nationally for confidentiality: reads agreements and that concerns are there, and no narrative. */
const aCaldicottGuardian: Person = { ...people.aGuardian, name: "national-guardian", organisation: "X24" };
const anExecutiveOfTheGmc: Person = { ...people.theGmc, name: "gmc-executive", role: "EXECUTIVE" };
const narrative = "A planted narrative of the night team.";
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

let hub: TestHub;
const aConcern = () =>
  assessed(
    hub,
    { reporter: people.aUniversityLead, lead: people.aRegionalLead, category: "ISF2" },
    { narrative, title: "A planted title" },
  );
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

it("30: whoever may not know of a concern gets the same bytes whether there is one or none", async () => {
  const question = `query($id: ID!, $reference: String) {
    concern(id: $id) { id reference category timeline { totalCount } }
    concerns(filter: { provider: ["ZZN01"] }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
    byReference: concerns(filter: { reference: $reference }) { totalCount }
    byText: concerns(filter: { text: "planted" }) { totalCount }
    due: concerns(filter: { requirementKind: [IMMEDIATE_MANDATORY], requirementDueBy: "2999-01-01" }) { totalCount }
    organisation(code: "ZZN01") { concerns { totalCount } riskProfile { open byCategory { count } overdue } }
    standard(id: "EQF-2021:3.5") { concerns { totalCount } }
    recurringThemes(minimumSites: 2) { theme } emergingSignals { place { code } } }`;
  const change = `mutation($id: ID!) { submitProgress(input: { id: $id, summary: "Ours." }) {
    concern { id } userErrors { code field message } } }`;
  const askers = [
    people.aLeadOfAnotherProvider,
    people.aLeadOfAnotherRegion,
    // Of nurses and midwives, where doctors are concerned.
    people.theNmc,
    { name: "fenbridge", organisation: "ZZFENU", role: "QUALITY_LEAD" },
    people.anAnalyst,
    people.anAuditor,
    people.anOperator,
  ] as const;
  const asked = async (person: Person, variables: Readonly<Record<string, string>>): Promise<string> => {
    const [read, written] = [
      await hub.as(person).for(question, variables),
      await hub.as(person).for(change, variables),
    ];
    return [read.status, read.text, written.status, written.text].join("\n");
  };
  const before = new Map<string, string>();
  for (const person of askers)
    before.set(person.name, await asked(person, { id: neverIssued, reference: "QC-7K3M-9F2D" }));

  const id = await aConcern();
  const [{ reference } = { reference: "" }] = await asAdministrator<{ reference: string }>(
    hub,
    "select reference from concerns.concern where id = $1",
    [id],
  );
  for (const person of askers) {
    const after = await asked(person, { id, reference });
    expect([person.name, after]).toEqual([person.name, before.get(person.name)]);
    expectNothingOf(after, [id, reference, ...whoSpokeUp]);
  }
  // To its region the same questions tell it.
  expect(await asked(people.aRegionalLead, { id, reference })).toContain(reference);
});

it("25: an auditor sees who read a concern, which fields, what was withheld and what was denied, and nothing of its text", async () => {
  const id = await aConcern();
  const read = "query($id: ID!) { concern(id: $id) { category narrative internalNotes } }";
  await answered(hub, gmc, read, { id });
  await answered(hub, people.theNmc, read, { id });
  const question = `query($concern: ID, $organisation: String) {
    accessLog(filter: { concern: $concern, organisation: $organisation }, first: 10) { nodes {
      subject organisation { code } role purpose concern fields redacted outcome } } }`;
  const { data, text } = await answered<{ accessLog: { nodes: readonly object[] } }>(hub, people.anAuditor, question, {
    concern: id,
    organisation: "GMC",
  });
  expect(data.accessLog.nodes).toEqual([
    {
      subject: `https://issuer.test ${gmc.name}`,
      organisation: { code: "GMC" },
      role: "QUALITY_LEAD",
      purpose: "REGULATION",
      concern: id,
      fields: ["Concern.category", "Query.concern"],
      redacted: ["Concern.internalNotes", "Concern.narrative"],
      outcome: "DISCLOSED",
    },
  ]);
  expectNothingOf(text, [narrative, "A planted title", ...whoSpokeUp]);

  // Who may not know of it was given nothing, and neither the log nor the one who asked learns that there was anything.
  const denied = await answered<{ accessLog: { nodes: readonly object[] } }>(hub, people.anAuditor, question, {
    organisation: "NMC",
  });
  expect(denied.data.accessLog.nodes).toContainEqual(expect.objectContaining({ concern: null, fields: [] }));
  expectNothingOf(denied.text, [id, narrative]);
  // The regulator's own lead is not an auditor.
  expect((await answered(hub, gmc, question, { concern: id })).data).toEqual({ accessLog: { nodes: [] } });
});

it("26: who answers for confidentiality sees which agreements end within sixty days, and the access each supports", async () => {
  const id = await aConcern();
  const ending = await signed(hub, { title: "Ends soon", validUntil: inDays(30), regions: ["Y60"] });
  await signed(hub, { title: "Ends in a year", professions: ["PHYSICIAN_ASSOCIATE"] });
  const question = `query($before: DateTime, $id: ID!) {
    sharingAgreements(filter: { state: [ACTIVE], expiringBefore: $before }) { totalCount nodes {
      id title receiver { code } parties { organisation { code } } dataClasses purposes professions regions { code }
      lawfulBasis impactAssessment } }
    concern(id: $id) { category narrative summary reporter { name } } }`;
  const variables = { before: inDays(60), id };
  const { data, text } = await answered(hub, aCaldicottGuardian, question, variables);
  expect(data).toEqual({
    sharingAgreements: {
      totalCount: 1,
      nodes: [
        {
          id: ending,
          title: "Ends soon",
          receiver: { code: "GMC" },
          parties: [{ organisation: { code: "GMC" } }, { organisation: { code: "X24" } }],
          dataClasses: ["NARRATIVE"],
          purposes: ["REGULATION"],
          professions: ["DOCTOR"],
          regions: [{ code: "Y60" }],
          lawfulBasis: "Public task",
          impactAssessment: "DPIA-7",
        },
      ],
    },
    concern: { category: "ISF2", narrative: null, summary: null, reporter: { name: null } },
  });
  expectNothingOf(text, [narrative, "at night", "Ends in a year", ...whoSpokeUp]);

  // That access hangs on it: with the agreement goes what the regulator reads.
  const read = "query($id: ID!) { concern(id: $id) { narrative } }";
  expect((await answered(hub, gmc, read, { id })).data).toEqual({ concern: { narrative } });
  await onAgreement(hub, anExecutiveOfTheGmc, "suspendAgreement", {
    id: ending,
    reason: "The assessment is out of date.",
  });
  expect((await answered(hub, gmc, read, { id })).data).toEqual({ concern: { narrative: null } });
  // For whoever is no party, an auditor too, there is no such agreement.
  for (const person of [cqc, people.aProviderLead, people.anAuditor])
    expectNothingOf((await answered(hub, person, question, variables)).text, ["Ends soon", ending]);
});

it("28: an editor of standards finds what cites one that ends, and what corresponds to it elsewhere", async () => {
  const id = await aConcern();
  // It was cited while it was in force.
  await asAdministrator(hub, "update concerns.concern set standards = '{GDC-2015:R4}' where id = $1", [id]);
  const question = `{ standards(filter: { framework: "GDC-2015", codes: ["R4"], endsBy: "2026-12-31" }) { nodes {
    id validTo supersededBy { id } mappings { to { id } strength }
    concerns { totalCount nodes { id status reporter { identityMode name contact } } } } } }`;
  const { data, text } = await answered<{ standards: { nodes: readonly object[] } }>(hub, nation, question);
  const found = { id, status: "IN_PROGRESS", reporter: { identityMode: "CONFIDENTIAL", name: null, contact: null } };
  expect(data.standards.nodes).toMatchObject([
    {
      id: "GDC-2015:R4",
      validTo: "2026-08-31",
      mappings: expect.arrayContaining([{ to: { id: "EQF-2021:3.5" }, strength: "STRONG" }]),
      concerns: { totalCount: 1, nodes: [found] },
    },
  ]);
  expectNothingOf(text, [...whoSpokeUp, narrative]);
  const other = await answered<{ standards: { nodes: readonly object[] } }>(
    hub,
    people.aLeadOfAnotherProvider,
    question,
  );
  expect(other.data.standards.nodes).toMatchObject([{ id: "GDC-2015:R4", concerns: { totalCount: 0, nodes: [] } }]);
  expectNothingOf(other.text, [id]);
});

it("29: what the hub knew of a concern on a day, beside what it knows now; for an auditor those answer who may read it", async () => {
  const id = await aConcern();
  await done(hub, people.aRegionalLead, "issueRequirement", {
    id,
    kind: "MANDATORY",
    text: "A rota.",
    dueOn: "2999-01-01",
  });
  await letDaysPass(hub, 14);
  const planted = { category: "ISF3", reason: "A planted reason.", evidence: "A visit." };
  await done(hub, people.aRegionalLead, "changeCategory", { id, ...planted });
  const question = `query($id: ID!, $on: Date!) { concern(id: $id) { category status
    asOf(on: $on) { category status title narrative categoryHistory { to on } requirements { status } reporter { name }
      timeline { totalCount nodes { kind } } } } }`;
  const { data, text } = await answered<{ concern: { asOf: object } }>(hub, nation, question, { id, on: daysAgo(7) });
  expect(data.concern).toMatchObject({
    category: "ISF3",
    asOf: {
      category: "ISF2",
      status: "IN_PROGRESS",
      title: "A planted title",
      narrative,
      categoryHistory: [{ to: "ISF0" }, { to: "ISF2" }],
      requirements: [{ status: "OPEN" }],
      reporter: null,
    },
  });
  expectNothingOf(text, [...whoSpokeUp, planted.reason]);
  const before = await answered(hub, nation, question, { id, on: daysAgo(15) });
  expect(before.data).toMatchObject({ concern: { category: "ISF3", asOf: null } });

  // An auditor reads who read what, and of no day what it was; nor does whoever may not know of it.
  for (const person of [people.anAuditor, people.aLeadOfAnotherProvider, people.theNmc]) {
    const asked = await answered(hub, person, question, { id, on: daysAgo(7) });
    const never = await answered(hub, person, question, { id: neverIssued, on: daysAgo(7) });
    expect([asked.text, asked.data]).toEqual([never.text, { concern: null }]);
  }
});
