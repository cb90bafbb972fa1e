/** A sharing agreement: what it opens while it is in force, how it comes into force, and how it ends. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { onAgreement, proposed, signed, terms } from "../support/agreements.js";
import { assessed } from "../support/casework.js";
import { holdLock } from "../support/held-lock.js";
import * as people from "../support/people.js";
import type { Person } from "../support/test-issuer.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

let hub: TestHub;
let concern: string;
beforeAll(async () => {
  hub = await openTestHub();
  concern = await assessed(hub, { reporter: people.aUniversityLead, lead: people.aRegionalLead, category: "ISF2" });
});
afterAll(() => hub.close());

/** Each test begins without an agreement. */
beforeEach(async () => {
  const admin = new pg.Client({ connectionString: hub.database.adminUrl });
  await admin.connect();
  try {
    await admin.query("truncate organisations.sharing_agreement cascade");
  } finally {
    await admin.end();
  }
});

const anExecutiveOfTheGmc: Person = { ...people.theGmc, name: "gmc-executive", role: "EXECUTIVE" };
const anExecutiveNationally: Person = { ...people.aNationalLead, name: "national-executive", role: "EXECUTIVE" };
const reason = "The assessment is out of date.";

const read = "query Read($id: ID!) { concern(id: $id) { narrative learnersAffected internalNotes } }";
async function narrativeFor(person: Person, purpose = "REGULATION"): Promise<unknown> {
  const answer = await hub.as(person).with({ "x-purpose-of-use": purpose }).for(read, { id: concern });
  return (answer.data?.["concern"] as { narrative: string | null } | null | undefined)?.narrative;
}

describe("in force", () => {
  it("opens the classes that it names to the receiver, on the next request", async () => {
    expect(await narrativeFor(people.theGmc)).toBeNull();
    const id = await proposed(hub);
    expect(await narrativeFor(people.theGmc)).toBeNull();
    await onAgreement(hub, people.aNationalLead, "signAgreement", { id });
    expect(await narrativeFor(people.theGmc)).toBeNull();
    const { agreement } = await onAgreement(hub, people.theGmc, "signAgreement", { id });
    expect(agreement).toEqual({ id, state: "ACTIVE", version: 3 });

    const answer = await hub.as(people.theGmc).for(read, { id: concern });
    expect(answer.data?.["concern"]).toEqual({
      narrative: expect.stringContaining("four nights"),
      learnersAffected: null,
      internalNotes: null,
    });
    expect(answer.redactions.map(({ coordinate, reason: because }) => [coordinate, because])).toEqual([
      ["Concern.internalNotes", "RELATION"],
      ["Concern.learnersAffected", "AGREEMENT"],
    ]);
  });

  it("opens nothing to another regulator that the concern is in the remit of", async () => {
    await signed(hub);
    expect(await narrativeFor(people.theCqc)).toBeNull();
  });

  it.each([
    ["professions", { professions: ["MIDWIFE"] }],
    ["regions", { regions: ["Y56"] }],
    ["purposes", { purposes: ["SAFEGUARDING"] }],
    ["classes", { dataClasses: ["LEARNERS"] }],
    ["days", { validFrom: new Date(Date.now() + 60_000).toISOString() }],
  ])("opens nothing beyond its %s", async (_, more) => {
    await signed(hub, more);
    expect(await narrativeFor(people.theGmc)).toBeNull();
  });

  it("opens it for the purpose that it names and that the reader declares", async () => {
    const aCaseHolder: Person = { ...people.theGmc, name: "gmc-caseholder", role: "CASE_HOLDER" };
    await signed(hub, { purposes: ["SAFEGUARDING"] });
    expect(await narrativeFor(aCaseHolder, "REGULATION")).toBeNull();
    expect(await narrativeFor(aCaseHolder, "SAFEGUARDING")).toEqual(expect.any(String));
  });
});

describe("what it opened", () => {
  const log = `query($id: ID!) { accessLog(filter: { concern: $id, organisation: "GMC" }, first: 1) {
    nodes { fields agreements } } }`;
  async function lastEntry(): Promise<unknown> {
    const { data } = await hub.as(people.anAuditor).for(log, { id: concern });
    return (data?.["accessLog"] as unknown as { nodes: unknown[] }).nodes[0];
  }

  it("is named with it in the audit, and nothing else is", async () => {
    const readOnly = (field: string) =>
      hub.as(people.theGmc).for(`query Read($id: ID!) { concern(id: $id) { ${field} } }`, { id: concern });
    const [first, second] = [await signed(hub), await signed(hub)];
    await signed(hub, { dataClasses: ["LEARNERS"] });
    await signed(hub, { regions: ["Y56"] });
    await readOnly("narrative");
    expect(await lastEntry()).toEqual({
      fields: ["Concern.narrative", "Query.concern"],
      agreements: [first, second].sort(),
    });
    await readOnly("title");
    expect(await lastEntry()).toEqual({ fields: ["Concern.title", "Query.concern"], agreements: [] });
  });
});

describe("its end", () => {
  it("comes by the clock, during a session", async () => {
    const validUntil = new Date(Date.now() + 2_500);
    await signed(hub, { validUntil: validUntil.toISOString() });
    expect(await narrativeFor(people.theGmc)).toEqual(expect.any(String));
    await new Promise((resolve) => setTimeout(resolve, validUntil.getTime() - Date.now() + 50));
    expect(await narrativeFor(people.theGmc)).toBeNull();
  });

  it("comes at once when a party suspends it, until that party lifts it", async () => {
    const id = await signed(hub);
    await onAgreement(hub, anExecutiveNationally, "suspendAgreement", { id, reason });
    expect(await narrativeFor(people.theGmc)).toBeNull();

    const byTheOther = await onAgreement(hub, anExecutiveOfTheGmc, "resumeAgreement", { id, reason });
    expect(byTheOther.userErrors).toMatchObject([{ code: "CONFLICT" }]);
    expect(await narrativeFor(people.theGmc)).toBeNull();

    await onAgreement(hub, anExecutiveNationally, "resumeAgreement", { id, reason });
    expect(await narrativeFor(people.theGmc)).toEqual(expect.any(String));
  });

  it("is for good when a party ends it", async () => {
    const id = await signed(hub);
    const { agreement } = await onAgreement(hub, anExecutiveOfTheGmc, "terminateAgreement", { id, reason });
    expect(agreement?.state).toBe("TERMINATED");
    expect(await narrativeFor(people.theGmc)).toBeNull();
    for (const mutation of ["resumeAgreement", "suspendAgreement", "terminateAgreement"])
      expect((await onAgreement(hub, anExecutiveNationally, mutation, { id, reason })).userErrors).toMatchObject([
        { code: "CONFLICT" },
      ]);
  });
});

describe("who may", () => {
  it.each([
    ["an analyst", people.anAnalyst],
    ["a case-holder of a region", people.persona("midlands-caseholder")],
    ["a member of a board", people.anIcb],
  ])("%s proposes none", async (_, person) => {
    const { agreement, userErrors } = await onAgreement(hub, person, "proposeAgreement", terms());
    expect(agreement).toBeNull();
    expect(userErrors).toMatchObject([{ code: "FORBIDDEN" }]);
  });

  it.each([
    ["without your own organisation", { parties: [{ organisation: "GMC", signingRoles: ["EXECUTIVE"] }] }, "parties"],
    ["for a body that is no party", { receiver: "NMC" }, "receiver"],
    ["that opens who spoke up", { dataClasses: ["NARRATIVE", "IDENTITY"] }, "dataClasses"],
    ["that opens NHS England's notes", { dataClasses: ["MANAGEMENT"] }, "dataClasses"],
    ["that opens a class which is none", { dataClasses: ["Planted"] }, "dataClasses"],
    ["that is over", { validUntil: "2020-01-01T00:00:00Z", validFrom: "2019-01-01T00:00:00Z" }, "validUntil"],
    ["that ends before it begins", { validFrom: "2090-01-01T00:00:00Z" }, "validUntil"],
    ["about a profession which is none", { professions: ["PLANTED"] }, "professions"],
    ["about a region which is none", { regions: ["ZZN01"] }, "regions"],
    ["without a lawful basis", { lawfulBasis: " " }, "lawfulBasis"],
    [
      "that an analyst signs",
      {
        parties: [
          { organisation: "X24", signingRoles: ["ANALYST"] },
          { organisation: "GMC", signingRoles: ["QUALITY_LEAD"] },
        ],
      },
      "parties",
    ],
    [
      "with a body which is none",
      {
        receiver: "ZZNONE",
        parties: [
          { organisation: "X24", signingRoles: ["QUALITY_LEAD"] },
          { organisation: "ZZNONE", signingRoles: ["QUALITY_LEAD"] },
        ],
      },
      "parties",
    ],
  ])("nobody proposes one %s", async (_, more, field) => {
    const { agreement, userErrors } = await onAgreement(hub, people.aNationalLead, "proposeAgreement", terms(more));
    expect(agreement).toBeNull();
    expect(userErrors.map((error) => [error.code, error.field])).toEqual([["BAD_USER_INPUT", field]]);
  });

  it("nobody proposes, or asks for, one that ends when no calendar goes on", async () => {
    const ask =
      "query Soon($before: DateTime!) { sharingAgreements(filter: { expiringBefore: $before }) { totalCount } }";
    const propose = `mutation Propose($input: ProposeAgreementInput!) {
      proposeAgreement(input: $input) { agreement { id } } }`;
    for (const instant of ["0000-06-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"]) {
      const answers = [
        await hub.as(people.aNationalLead).for(ask, { before: instant }),
        await hub.as(people.aNationalLead).for(propose, { input: terms({ validUntil: instant }) }),
      ];
      for (const { errors } of answers)
        expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    }
  });

  it("two regulators do not open to one of them what NHS England holds", async () => {
    const parties = ["GMC", "CQC"].map((organisation) => ({ organisation, signingRoles: ["QUALITY_LEAD"] }));
    const { agreement, userErrors } = await onAgreement(hub, people.theGmc, "proposeAgreement", terms({ parties }));
    for (const person of [people.theGmc, people.theCqc])
      if (agreement !== null) await onAgreement(hub, person, "signAgreement", { id: agreement.id });
    expect(await narrativeFor(people.theGmc)).toBeNull();
    expect(userErrors.map(({ code, field }) => [code, field])).toEqual([["BAD_USER_INPUT", "parties"]]);
  });

  it("a role that is not named does not sign, nor does anybody twice", async () => {
    const id = await proposed(hub);
    const byAnother = await onAgreement(hub, anExecutiveOfTheGmc, "signAgreement", { id });
    expect(byAnother.userErrors).toMatchObject([{ code: "FORBIDDEN" }]);
    await onAgreement(hub, people.theGmc, "signAgreement", { id });
    const again = await onAgreement(hub, people.theGmc, "signAgreement", { id });
    expect(again.userErrors).toMatchObject([{ code: "CONFLICT" }]);
  });

  it("a quality lead neither suspends nor ends one", async () => {
    const id = await signed(hub);
    for (const mutation of ["suspendAgreement", "terminateAgreement"])
      expect((await onAgreement(hub, people.theGmc, mutation, { id, reason })).userErrors).toMatchObject([
        { code: "FORBIDDEN" },
      ]);
    expect(await narrativeFor(people.theGmc)).toEqual(expect.any(String));
  });

  it("who read an older version is told so, and nothing is done", async () => {
    const id = await signed(hub);
    const stale = await onAgreement(hub, anExecutiveOfTheGmc, "terminateAgreement", { id, reason, expectedVersion: 1 });
    expect(stale.userErrors).toMatchObject([{ code: "CONFLICT", field: "expectedVersion" }]);
    expect(await narrativeFor(people.theGmc)).toEqual(expect.any(String));
  });

  it.each([
    ["signed", proposed, people.theGmc, "signAgreement", {}],
    ["suspended", signed, anExecutiveOfTheGmc, "suspendAgreement", { reason }],
  ])("is not %s twice by one that began first and had to wait", async (_, opened, person, mutation, more) => {
    const id = await opened(hub);
    const lock = await holdLock(hub, "lock table organisations.idempotency");
    const waiting = onAgreement(hub, person, mutation, { id, ...more, idempotencyKey: `${mutation} began first` });
    await lock.waitedForBy(1);
    const { agreement } = await onAgreement(hub, person, mutation, { id, ...more });
    await lock.release();
    expect(await waiting).toMatchObject({ agreement, userErrors: [{ code: "CONFLICT" }] });
  });

  it("the same key signs once, however often it is sent at a time", async () => {
    const id = await proposed(hub);
    const sent = Array.from({ length: 20 }, () =>
      onAgreement(hub, people.theGmc, "signAgreement", { id, idempotencyKey: "sign-once" }),
    );
    const outcomes = await Promise.all(sent);
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ agreement: { id, version: 2 }, userErrors: [] });
  });
});

describe("who may know of it", () => {
  const ask = `query Ask($id: ID!) { sharingAgreement(id: $id) { id title lawfulBasis parties { outstanding } } }`;
  const neverIssued = "9f5cf3a6-6d0e-4b53-9a55-3a2f1b7f7e11";

  it.each([
    ["a regulator that is no party", people.theNmc],
    ["a provider", people.aProviderLead],
    ["a regional team", people.aRegionalLead],
    ["an analyst", people.anAnalyst],
    ["an operator", people.anOperator],
  ])("%s reads and does with it what they would with one that never was", async (_, person) => {
    const id = await signed(hub);
    const askFor = async (asked: string): Promise<string> => {
      const answer = await hub.as(person).for(ask, { id: asked });
      return JSON.stringify(answer.data);
    };
    expect(await askFor(id)).toBe(await askFor(neverIssued));
    for (const mutation of ["signAgreement", "suspendAgreement"]) {
      const more = mutation === "signAgreement" ? {} : { reason };
      expect(await onAgreement(hub, person, mutation, { id, ...more })).toEqual(
        await onAgreement(hub, person, mutation, { id: neverIssued, ...more }),
      );
    }
    const list = await hub
      .as(person)
      .for('{ sharingAgreements { totalCount nodes { id } } organisation(code: "GMC") { agreements { id } } }');
    expect(list.data).toEqual({
      sharingAgreements: { totalCount: 0, nodes: [] },
      organisation: { agreements: [] },
    });
  });

  it("its parties find those that end soon, and what each opens", async () => {
    const soon = new Date(Date.now() + 30 * 86_400_000);
    const id = await signed(hub, { validUntil: soon.toISOString() });
    await signed(hub);
    const question = `query Soon($before: DateTime!) {
      sharingAgreements(filter: { state: [ACTIVE], party: "GMC", expiringBefore: $before }) {
        totalCount
        nodes { id dataClasses purposes professions regions { code } receiver { name } validUntil
          parties { organisation { code } signingRoles outstanding } history { kind role organisation { code } } }
      }
    }`;
    const before = new Date(Date.now() + 60 * 86_400_000).toISOString();
    for (const person of [people.theGmc, people.aNationalLead]) {
      const answer = await hub.as(person).for(question, { before });
      expect(answer.data?.["sharingAgreements"]).toEqual({
        totalCount: 1,
        nodes: [
          {
            id,
            dataClasses: ["NARRATIVE"],
            purposes: ["REGULATION"],
            professions: ["DOCTOR"],
            regions: [],
            receiver: { name: "General Medical Council" },
            validUntil: soon.toISOString(),
            parties: [
              { organisation: { code: "GMC" }, signingRoles: ["QUALITY_LEAD"], outstanding: [] },
              { organisation: { code: "X24" }, signingRoles: ["QUALITY_LEAD"], outstanding: [] },
            ],
            history: [
              { kind: "SIGNED", role: "QUALITY_LEAD", organisation: { code: "X24" } },
              { kind: "SIGNED", role: "QUALITY_LEAD", organisation: { code: "GMC" } },
            ],
          },
        ],
      });
    }
  });
});
