/** The emergency override: one person, one concern, four hours, in writing and in the open. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { redactionReasons } from "../../authorisation/redaction.js";
import { openAuditEntries, type AuditEntries } from "../audit/audit-entries.js";
import { assessed } from "../support/casework.js";
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

const { aProviderLead, aRegionalLead, aUniversityLead, theGmc } = people;
const aBoardLead: Person = { ...people.anIcb, name: "board-lead", role: "QUALITY_LEAD" };
const emergency = { "x-purpose-of-use": "BREAK_GLASS" };
const reason = "A learner is alone on a ward with unsafe practice now.";
const question = `query Read($id: ID!) { concern(id: $id) {
  summary narrative learnersAffected internalNotes progress { summary } reporter { name } categoryHistory { reason } } }`;
const closed = { summary: null, narrative: null, learnersAffected: null, internalNotes: null };
const opened = { summary: expect.any(String), narrative: expect.any(String), internalNotes: null };
const colleague: Person = { ...theGmc, name: "gmc-colleague" };
const mover: Person = { ...theGmc, organisation: "CQC" };

const aConcern = (more: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  assessed(hub, { reporter: aUniversityLead, lead: aRegionalLead, category: "ISF2" }, more);

interface Broken {
  readonly concern: object | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string | null }[];
}

async function broke(person: Person, id: string, more: Readonly<Record<string, unknown>> = {}): Promise<Broken> {
  const { purpose = "BREAK_GLASS", ...input } = more;
  const answer = await hub
    .as(person)
    .with({ "x-purpose-of-use": String(purpose) })
    .for(
      "mutation Break($input: BreakGlassInput!) { breakGlass(input: $input) { concern { version } userErrors { code field } } }",
      { input: { id, immediateRisk: true, reason, ...input } },
    );
  const outcome = answer.data?.["breakGlass"] as Broken | undefined;
  if (outcome === undefined) throw new Error(answer.text);
  return outcome;
}

function read(person: Person, id: string, headers: Readonly<Record<string, string>> = emergency): Promise<Answer> {
  return hub.as(person).with(headers).for(question, { id });
}

/** Moves the clock on, as far as the open glass of this hub is concerned. */
async function later(hours: number): Promise<void> {
  await audit.administrator.query(
    `update concerns.emergency_access
        set opened_at = opened_at - interval '${hours} hours', closes_at = closes_at - interval '${hours} hours'`,
  );
}

describe("a glass that is broken", () => {
  it("opens the narrative and the learners of that concern to that person, and nothing else", async () => {
    const id = await aConcern();
    const other = await aConcern();
    expect((await read(theGmc, id)).data?.["concern"]).toMatchObject(closed);
    expect((await broke(theGmc, id)).userErrors).toEqual([]);
    const answer = await read(theGmc, id);
    expect(answer.data?.["concern"]).toMatchObject({ ...opened, learnersAffected: 7, progress: null });
    expect(answer.data?.["concern"]).toMatchObject({ reporter: { name: null } });
    expect(answer.redactions.map(({ coordinate }) => coordinate)).toEqual([
      "Concern.internalNotes",
      "Concern.progress",
      "Reporter.name",
    ]);
    expect((await read(theGmc, other)).data?.["concern"]).toMatchObject(closed);
  });

  it.each([
    ["a colleague", colleague, emergency],
    ["the same person for another organisation", mover, emergency],
    ["the same person for another purpose", theGmc, { "x-purpose-of-use": "REGULATION" }],
  ])("opens nothing to %s", async (_title, person, headers) => {
    const id = await aConcern();
    await broke(theGmc, id);
    expect((await read(person, id, headers)).data?.["concern"]).toMatchObject(closed);
  });

  it("opens to the board what the board can need, and no field beyond", async () => {
    const id = await aConcern();
    expect((await broke(aBoardLead, id)).userErrors).toEqual([]);
    const answer = await hub.as(aBoardLead).with(emergency).for(question.replace("summary", "title summary"), { id });
    expect(answer.data?.["concern"]).toMatchObject({ ...opened, title: null, learnersAffected: 7 });
  });

  it("does not open a small number of learners", async () => {
    const id = await aConcern({ learnersAffected: 3 });
    await broke(theGmc, id);
    expect((await read(theGmc, id)).data?.["concern"]).toMatchObject({ ...opened, learnersAffected: null });
  });

  it("lets a filter find by what is open, and by nothing that is not", async () => {
    const id = await aConcern({ narrative: "Quillons were left in the corridor." });
    const other = await aConcern({ narrative: "Quillons were left in the corridor." });
    const search = '{ concerns(filter: { text: "Quillons" }) { totalCount nodes { id } } }';
    await broke(theGmc, id);
    const found = (await hub.as(theGmc).with(emergency).for(search)).text;
    expect(found).not.toContain(other);
    expect((await hub.as(colleague).with(emergency).for(search)).text).not.toContain(id);
  });

  it("is whole again after four hours, by the clock, and may be broken again", async () => {
    const id = await aConcern();
    await broke(theGmc, id);
    await later(4);
    expect((await read(theGmc, id)).data?.["concern"]).toMatchObject(closed);
    expect((await broke(theGmc, id)).userErrors).toEqual([]);
  });

  it("is told at once to those who answer for the concern, and to the auditors", async () => {
    const id = await aConcern();
    await audit.administrator.query("delete from concerns.message");
    await broke(theGmc, id);
    const { rows } = await audit.administrator.query<{ inbox: string }>(
      "select organisation || ' ' || role as inbox from concerns.message where kind = 'GLASS_BROKEN' order by 1",
    );
    expect(rows.map(({ inbox }) => inbox)).toEqual([
      "X24 AUDITOR",
      "X24 QUALITY_LEAD",
      "Y60 AUDITOR",
      "Y60 CASE_HOLDER",
      "Y60 QUALITY_LEAD",
    ]);
  });

  it("is shown to NHS England, with who, why and until when, and to nobody else", async () => {
    const id = await aConcern();
    const ask = `query Who($id: ID!) { concern(id: $id) { version emergencyAccess { by organisation { code } role reason at until } } }`;
    const others = [aProviderLead, aUniversityLead, theGmc, people.aGuardian];
    const before = await Promise.all(others.map((person) => hub.as(person).for(ask, { id })));
    await broke(theGmc, id);
    for (const person of [aRegionalLead, people.aCaseHolder, people.aNationalLead]) {
      const { data } = await hub.as(person).for(ask, { id });
      const [access] = (data?.["concern"] as unknown as { emergencyAccess: { at: string; until: string }[] })
        .emergencyAccess;
      expect(access).toMatchObject({ by: theGmc.name, organisation: { code: "GMC" }, role: theGmc.role, reason });
      expect(Date.parse(access?.until ?? "") - Date.parse(access?.at ?? "")).toBe(4 * 3_600_000);
    }
    for (const [index, person] of others.entries())
      expect((await hub.as(person).for(ask, { id })).text).toBe(before[index]?.text);
  });

  it("shows in the audit, when it is broken and each time it is looked through", async () => {
    const id = await aConcern();
    await broke(theGmc, id);
    await read(theGmc, id);
    const { rows } = await audit.administrator.query<{ outcome: string; fields: string[] }>(
      `select outcome, array(select jsonb_array_elements_text(record -> 'fields')) as fields
         from audit.entry e, jsonb_array_elements(e.records) as record
        where e.purpose = 'BREAK_GLASS' and e.organisation = 'GMC' and record -> 'ids' ? $1
          and record ->> 'type' = 'Concern' order by e.id`,
      [id],
    );
    expect(rows).toContainEqual({ outcome: "CHANGED", fields: ["emergencyAccess"] });
    expect(rows.some(({ outcome, fields }) => outcome === "DISCLOSED" && fields.includes("narrative"))).toBe(true);
  });

  it("cannot be passed on by a share", async () => {
    const id = await aConcern();
    await broke(theGmc, id);
    const input = { id, organisation: "NMC", dataClasses: ["NARRATIVE"], until: inThreeMonths, reason };
    const answer = await hub
      .as(theGmc)
      .with(emergency)
      .for("mutation Share($input: ShareConcernInput!) { shareConcern(input: $input) { userErrors { code field } } }", {
        input,
      });
    expect(answer.data).toEqual({ shareConcern: { userErrors: [{ code: "FORBIDDEN", field: "dataClasses" }] } });
  });
});

describe("it is not broken", () => {
  it.each([
    ["by NHS England, which reads it anyway", aRegionalLead, {}, "FORBIDDEN"],
    ["for another purpose", theGmc, { purpose: "REGULATION" }, "FORBIDDEN"],
    ["by a member of a regulator", { ...theGmc, role: "MEMBER" } as const, { purpose: "REGULATION" }, "FORBIDDEN"],
    ["by the university", aUniversityLead, { purpose: "EDUCATION_QUALITY" }, "FORBIDDEN"],
    ["by the provider", aProviderLead, { purpose: "EDUCATION_QUALITY" }, "FORBIDDEN"],
    ["without an immediate risk", theGmc, { immediateRisk: false }, "BAD_USER_INPUT"],
    ["for a reason that says nothing", theGmc, { reason: "urgent" }, "BAD_USER_INPUT"],
    ["at a stale version", theGmc, { expectedVersion: 1 }, "CONFLICT"],
    ["by a regulator that has nothing to do with it", people.theNmc, {}, "NOT_FOUND"],
  ])("%s", async (_title, person, more, code) => {
    const outcome = await broke(person, await aConcern(), more);
    expect(outcome.userErrors.map((error) => error.code)).toEqual([code]);
  });

  it("twice by one person while it is open; another person breaks it for themselves", async () => {
    const id = await aConcern();
    await broke(theGmc, id);
    expect((await broke(theGmc, id)).userErrors).toMatchObject([{ code: "CONFLICT" }]);
    expect((await broke(colleague, id)).userErrors).toEqual([]);
  });

  it("by somebody at the provider who declares an emergency: the purpose is not theirs to declare", async () => {
    const id = await aConcern();
    expect((await hub.as(aProviderLead).with(emergency).for(question, { id })).status).not.toBe(200);
  });

  it("on a hidden concern, with the same bytes as on one that never was", async () => {
    expect(await broke(people.theNmc, await aConcern())).toEqual(await broke(people.theNmc, neverIssued));
  });

  it("and where it could be, the answer tells of it", async () => {
    const id = await aConcern();
    const ask = "query Why($id: ID!) { concern(id: $id) { access { hidden { field because ask } } } }";
    const why = async (person: Person): Promise<unknown> => {
      const { data } = await hub.as(person).for(ask, { id });
      const { access } = data?.["concern"] as unknown as { access: { hidden: { field: string }[] } };
      return access.hidden.find(({ field }) => field === "narrative");
    };
    expect(await why(theGmc)).toMatchObject({ because: "AGREEMENT", ask: expect.stringContaining("break the glass") });
    expect(await why(aBoardLead)).toMatchObject({ because: "GLASS", ask: redactionReasons.GLASS });
  });
});
