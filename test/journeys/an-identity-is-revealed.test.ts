/** Who spoke up in confidence: asked by the case-holder, approved by another person, read by one, for an hour. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openAuditEntries, type AuditEntries } from "../audit/audit-entries.js";
import { act, assessed, done, reported } from "../support/casework.js";
import { holdLock } from "../support/held-lock.js";
import { neverIssued } from "../support/mutation-inputs.js";
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

const { aCaseHolder, aGuardian, aProviderLead, aRegionalLead, aUniversityLead } = people;
const reporter = {
  identityMode: "CONFIDENTIAL",
  name: "Ottoline Planted",
  contact: "ottoline@planted.example",
  coarseRole: "LEARNER",
};
const who = { coarseRole: "LEARNER", name: "Ottoline Planted", contact: "ottoline@planted.example" };
const nobody = { coarseRole: null, name: null, contact: null };
const question = "query Who($id: ID!) { concern(id: $id) { reporter { coarseRole name contact } } }";
const reason = "The person has to be told of the outcome.";
const whole = `query Whole($id: ID!) { concern(id: $id) { id version status title reveals { id } reporter { name } timeline: access { relations } } }`;

const anotherCaseHolder: Person = { ...aCaseHolder, name: "another-caseholder" };
const anotherGuardian: Person = { ...aGuardian, name: "another-guardian" };
const bothAtOnce: Person = { ...aGuardian, name: aCaseHolder.name };
const providerCaseHolder: Person = { ...aProviderLead, name: "northmoor-caseholder", role: "CASE_HOLDER" };
const nationalGuardian: Person = { ...people.aNationalLead, name: "national-guardian", role: "GUARDIAN" };
const londonGuardian: Person = { ...people.aLeadOfAnotherRegion, name: "london-guardian", role: "GUARDIAN" };
const londonCaseHolder: Person = { ...people.aLeadOfAnotherRegion, name: "london-caseholder", role: "CASE_HOLDER" };

const aConcern = (): Promise<string> =>
  assessed(hub, { reporter: aUniversityLead, lead: aRegionalLead, category: "ISF2" }, { reporter });

async function read(person: Person, id: string): Promise<unknown> {
  const { data } = await hub.as(person).for(question, { id });
  return (data?.["concern"] as unknown as { reporter: unknown } | null)?.reporter;
}

async function revealsOf(id: string, person = aGuardian): Promise<Record<string, unknown>[]> {
  const ask = `query Reveals($id: ID!) { concern(id: $id) { reveals {
    id state reason requestedBy requestedOn answeredBy answeredOn answerReason openUntil } } }`;
  const { data } = await hub.as(person).for(ask, { id });
  return (data?.["concern"] as unknown as { reveals: Record<string, unknown>[] }).reveals;
}

async function requested(id: string, person = aCaseHolder): Promise<unknown> {
  await done(hub, person, "requestIdentityReveal", { id, reason });
  return (await revealsOf(id))[0]?.["id"];
}

async function revealed(id: string): Promise<unknown> {
  const revealId = await requested(id);
  await done(hub, aGuardian, "approveIdentityReveal", { id, revealId, approve: true, reason: "It is needed." });
  return revealId;
}

/** Moves the clock on, as far as the reveals of this hub are concerned. */
async function later(hours: number): Promise<void> {
  const columns = ["requested_at", "answer_before", "answered_at", "open_before"];
  const moved = columns.map((column) => `${column} = ${column} - interval '${hours} hours'`);
  await audit.administrator.query(`update concerns.identity_reveal set ${moved.join()}`);
}

describe("who spoke up in confidence", () => {
  it("is read by the case-holder who asked, once a guardian has approved it, and not before", async () => {
    const id = await aConcern();
    expect(await read(aCaseHolder, id)).toEqual(nobody);
    const revealId = await requested(id);
    expect(await read(aCaseHolder, id)).toEqual(nobody);
    await done(hub, aGuardian, "approveIdentityReveal", { id, revealId, approve: true, reason: "It is needed." });
    const answer = await hub.as(aCaseHolder).for(question, { id });
    expect(answer.data).toEqual({ concern: { reporter: who } });
    expect(answer.redactions).toEqual([]);
  });

  it("is read by nobody else meanwhile", async () => {
    const id = await aConcern();
    await revealed(id);
    for (const person of [
      aGuardian,
      aRegionalLead,
      anotherCaseHolder,
      { ...aCaseHolder, role: "QUALITY_LEAD" } as const,
      aUniversityLead,
      aProviderLead,
      providerCaseHolder,
      people.aNationalLead,
      people.theGmc,
    ]) {
      const answer = await hub.as(person).for(question, { id });
      expect([person.name, answer.data]).toEqual([person.name, { concern: { reporter: nobody } }]);
      expect(new Set(answer.redactions.map((redaction) => redaction.reason))).toEqual(new Set(["REVEAL"]));
    }
    expect(await read(londonCaseHolder, id)).toBeUndefined();
  });

  it("is read for the purposes that the work has, and for no other", async () => {
    const id = await aConcern();
    await revealed(id);
    const under = (purpose: string): Promise<Answer> =>
      hub.as(aCaseHolder).with({ "x-purpose-of-use": purpose }).for(question, { id });
    expect((await under("SAFEGUARDING")).data).toEqual({ concern: { reporter: who } });
    expect((await under("BREAK_GLASS")).data).toEqual({ concern: { reporter: nobody } });
  });

  it("is read on that concern alone, though the same person spoke up elsewhere", async () => {
    const id = await aConcern();
    const other = await aConcern();
    await revealed(id);
    expect(await read(aCaseHolder, other)).toEqual(nobody);
  });

  it("is closed again by the clock, without a write, and may be asked for again", async () => {
    const id = await aConcern();
    await revealed(id);
    await later(1);
    expect(await read(aCaseHolder, id)).toEqual(nobody);
    expect((await revealsOf(id)).map(({ state }) => state)).toEqual(["LAPSED"]);
    expect((await act(hub, aCaseHolder, "requestIdentityReveal", { id, reason })).userErrors).toEqual([]);
  });

  it("stays closed where the guardian refuses, and says so to those who protect the person", async () => {
    const id = await aConcern();
    const revealId = await requested(id);
    await done(hub, aGuardian, "approveIdentityReveal", { id, revealId, approve: false, reason: "A letter will do." });
    expect(await read(aCaseHolder, id)).toEqual(nobody);
    expect(await revealsOf(id, aCaseHolder)).toMatchObject([
      {
        id: revealId,
        state: "REFUSED",
        reason,
        requestedBy: aCaseHolder.name,
        answeredBy: aGuardian.name,
        answerReason: "A letter will do.",
        openUntil: null,
      },
    ]);
  });

  it("is in the audit each time it is read, with the reveal", async () => {
    const id = await aConcern();
    const revealId = await revealed(id);
    const entries = await audit.for(aCaseHolder, question, { id });
    expect(entries.flatMap(({ records }) => records)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: "Reporter", ids: [id], fields: ["coarseRole", "contact", "name"] }),
        expect.objectContaining({ type: "IdentityReveal", ids: [revealId], fields: ["used"] }),
      ]),
    );
    expect(JSON.stringify(entries)).not.toContain("Ottoline");
    const refused = await audit.for(anotherCaseHolder, question, { id });
    expect(JSON.stringify(refused)).not.toContain("IdentityReveal");
  });

  it("is asked for, and answered, by messages to those who have to act, and to nobody else", async () => {
    const id = await aConcern();
    await audit.administrator.query("delete from concerns.message");
    await revealed(id);
    const { rows } = await audit.administrator.query(
      "select organisation, role, kind from concerns.message order by kind",
    );
    expect(rows).toEqual([
      { organisation: "Y60", role: "CASE_HOLDER", kind: "REVEAL_ANSWERED" },
      { organisation: "Y60", role: "GUARDIAN", kind: "REVEAL_REQUESTED" },
    ]);
  });

  it("leaves no trace of its reveal for anybody who does not protect the person", async () => {
    const id = await aConcern();
    const others = [aProviderLead, providerCaseHolder, aUniversityLead, people.theGmc, people.anIcb, aRegionalLead];
    const before = await Promise.all(others.map((person) => hub.as(person).for(whole, { id })));
    await revealed(id);
    await read(aCaseHolder, id);
    for (const [index, person] of others.entries())
      expect((await hub.as(person).for(whole, { id })).text).toBe(before[index]?.text);
  });
});

describe("who spoke up openly", () => {
  it("is read by case-holders of the region in the course of their work, and by nobody at the provider", async () => {
    const id = await reported(hub, aProviderLead, { reporter: { ...reporter, identityMode: "OPEN" } });
    for (const person of [aCaseHolder, anotherCaseHolder]) expect(await read(person, id)).toEqual(who);
    for (const person of [aProviderLead, providerCaseHolder, aGuardian, aRegionalLead, people.aNationalLead])
      expect(await read(person, id)).toEqual(nobody);
    const refused = await act(hub, aCaseHolder, "requestIdentityReveal", { id, reason });
    expect(refused.userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
  });
});

it("of somebody anonymous there is nothing to reveal", async () => {
  const id = await reported(hub, aUniversityLead, { reporter: { identityMode: "ANONYMOUS" } });
  expect(await read(aCaseHolder, id)).toEqual(nobody);
  const refused = await act(hub, aCaseHolder, "requestIdentityReveal", { id, reason });
  expect(refused.userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
});

describe("a request is refused", () => {
  it.each([
    ["to the quality lead of the region", aRegionalLead, "FORBIDDEN"],
    ["to the guardian", aGuardian, "FORBIDDEN"],
    ["to the case-holder of the provider", providerCaseHolder, "FORBIDDEN"],
    ["to the university that reported it", { ...aUniversityLead, role: "CASE_HOLDER" } as const, "FORBIDDEN"],
    ["to a regulator", { ...people.theGmc, role: "CASE_HOLDER" } as const, "FORBIDDEN"],
    ["to a case-holder of another region, for whom there is no such concern", londonCaseHolder, "NOT_FOUND"],
  ])("%s", async (_title, person, code) => {
    const outcome = await act(hub, person, "requestIdentityReveal", { id: await aConcern(), reason });
    expect(outcome.userErrors.map((error) => error.code)).toEqual([code]);
  });

  it("while one waits for its answer or is open, but not to another case-holder", async () => {
    const id = await aConcern();
    const revealId = await requested(id);
    const again = (): Promise<unknown> =>
      act(hub, aCaseHolder, "requestIdentityReveal", { id, reason }).then(({ userErrors }) => userErrors[0]?.code);
    expect(await again()).toBe("CONFLICT");
    await done(hub, aGuardian, "approveIdentityReveal", { id, revealId, approve: true, reason });
    expect(await again()).toBe("CONFLICT");
    await done(hub, anotherCaseHolder, "requestIdentityReveal", { id, reason });
    expect(await read(anotherCaseHolder, id)).toEqual(nobody);
  });

  it("where the same person began to ask twice, and the one that began first had to wait", async () => {
    const id = await aConcern();
    const lock = await holdLock(hub, "lock table concerns.idempotency");
    const waiting = { id, reason, idempotencyKey: "asked first" };
    const second = act(hub, aCaseHolder, "requestIdentityReveal", waiting);
    await lock.waitedForBy(1);
    await done(hub, aCaseHolder, "requestIdentityReveal", { id, reason });
    await lock.release();
    expect((await second).userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
    expect(await revealsOf(id)).toHaveLength(1);
  });

  it("at a stale version, and made once for its key", async () => {
    const id = await aConcern();
    const stale = await act(hub, aCaseHolder, "requestIdentityReveal", { id, reason, expectedVersion: 1 });
    expect(stale.userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
    const once = { id, reason, idempotencyKey: "one request" };
    const first = await act(hub, aCaseHolder, "requestIdentityReveal", once);
    expect(await act(hub, aCaseHolder, "requestIdentityReveal", once)).toEqual(first);
    expect(await revealsOf(id)).toHaveLength(1);
  });
});

describe("an answer is refused", () => {
  it("to a guardian who began to answer before another one and had to wait", async () => {
    const id = await aConcern();
    const revealId = await requested(id);
    const answer = { id, revealId, reason };
    // Who sends a key waits for it here, before the concern is locked; who sends none goes past.
    const lock = await holdLock(hub, "lock table concerns.idempotency");
    const waiting = { ...answer, approve: true, idempotencyKey: "began first" };
    const second = act(hub, anotherGuardian, "approveIdentityReveal", waiting);
    await lock.waitedForBy(1);
    await done(hub, aGuardian, "approveIdentityReveal", { ...answer, approve: false });
    await lock.release();
    expect((await second).userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
    expect(await revealsOf(id)).toMatchObject([{ state: "REFUSED", answeredBy: aGuardian.name }]);
  });

  it.each([
    ["to the one who asked", aCaseHolder, "FORBIDDEN"],
    ["to the one who asked, in the role of guardian", bothAtOnce, "FORBIDDEN"],
    ["to the quality lead of the region", aRegionalLead, "FORBIDDEN"],
    ["to the provider", { ...aProviderLead, role: "CASE_HOLDER" } as const, "FORBIDDEN"],
    ["to a guardian of another region, for whom there is no such concern", londonGuardian, "NOT_FOUND"],
  ])("%s", async (_title, person, code) => {
    const id = await aConcern();
    const revealId = await requested(id);
    const input = { id, revealId, approve: true, reason };
    const outcome = await act(hub, person, "approveIdentityReveal", input);
    expect(outcome.userErrors.map((error) => error.code)).toEqual([code]);
    expect(await read(aCaseHolder, id)).toEqual(nobody);
  });

  it("with the same bytes for a request of another concern and for one that never was", async () => {
    const [id, other] = [await aConcern(), await aConcern()];
    const revealId = await requested(other);
    const answers = [];
    for (const asked of [revealId, neverIssued, "no id at all"])
      answers.push(await act(hub, aGuardian, "approveIdentityReveal", { id, revealId: asked, approve: true, reason }));
    expect(answers[0]?.userErrors).toMatchObject([{ code: "NOT_FOUND", field: "revealId" }]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await read(aCaseHolder, other)).toEqual(nobody);
  });

  it("a second time, and once the request has lapsed", async () => {
    const id = await aConcern();
    const revealId = await revealed(id);
    const again = { id, revealId, approve: false, reason };
    expect((await act(hub, nationalGuardian, "approveIdentityReveal", again)).userErrors).toMatchObject([
      { code: "CONFLICT", field: "revealId" },
    ]);
    const another = await aConcern();
    const late = await requested(another);
    await later(72);
    const input = { id: another, revealId: late, approve: true, reason };
    expect((await act(hub, aGuardian, "approveIdentityReveal", input)).userErrors).toMatchObject([
      { code: "CONFLICT", field: "revealId" },
    ]);
    expect(await read(aCaseHolder, another)).toEqual(nobody);
  });
});
