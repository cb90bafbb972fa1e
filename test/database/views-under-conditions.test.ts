/** What a view shows under a condition: an agreement, a share, a broken glass, the word of an owner, a reveal. */
import { describe, expect, it } from "@jest/globals";
import type { Caller } from "../../authorisation/caller.js";
import type { Setting } from "../../database/caller-settings.js";
import { unlockSetting } from "../../database/view-settings.js";
import { agreement, held, inserted, share } from "./arranged-facts.js";
import { another, besides, dayBefore, doctors, gmc, narrative, region, shown, today } from "./arranged-views.js";

describe("an agreement opens what is in its scope", () => {
  it.each([
    ["from the instant at which it begins", {}, true],
    ["and not before", { valid_from: "now() + interval '1 microsecond'" }, false],
    ["until the instant at which it ends", beginningBefore("now() + interval '1 microsecond'"), true],
    ["and not at that instant", beginningBefore("now()"), false],
    ["for every profession", { professions: "null" }, true],
    ["and not for others", { professions: "'{MIDWIFE}'" }, false],
    ["for every region", { regions: "null" }, true],
    ["and not for others", { regions: "'{Y56}'" }, false],
    ["for its classes and no other", { classes: "'{LEARNERS}'" }, false],
    ["for its purposes and no other", { purposes: "'{SAFEGUARDING}'" }, false],
    ["to its receiver and nobody else", { receiver: "'CQC'" }, false],
  ])("%s: %j", async (_title, more, expected) => {
    expect(await shown(narrative, { facts: [agreement(more)], caller: gmc })).toEqual([expected]);
  });

  it.each([
    ["a remit", "REMIT", true],
    ["a remit beside another", "REMIT,SHARED", true],
    ["a share", "SHARED", false],
    ["being the board", "ICB", false],
  ])("through %s: %s", async (_title, relations, expected) => {
    const facts = [agreement({}), held("GMC", relations)];
    expect(await shown(narrative, { facts, caller: gmc })).toEqual([expected]);
  });

  it.each([
    `by_agreement[1] ~ '^NARRATIVE [0-9a-f-]{36}$' and cardinality(by_agreement) = 1`,
    "by_share is null",
    "by_glass is null",
    "by_owner is null",
  ])("and says so on the row, for no condition but that: %s", async (condition) => {
    expect(await shown(condition, { facts: [agreement({})], caller: gmc })).toEqual([true]);
  });

  it("with all of a class, whatever compartment it is in", async () => {
    expect(await shown("released", { facts: [agreement({})], caller: gmc })).toEqual(["Nights"]);
  });

  it("by the facts of the concern that is read, not of another one", async () => {
    const otherwise = `update concerns.concern set professions = '{MIDWIFE}', region = 'Y61' where key = ${another}`;
    expect(await shown(narrative, { facts: [agreement({}), otherwise], caller: gmc })).toEqual([true]);
  });

  it.each([
    ["something else that has to be so is so", "g.receiver = 'GMC'", true],
    ["and not where it is not", "g.receiver = 'CQC'", false],
  ])("where %s", async (_title, further, expected) => {
    const asked = { facts: [agreement({})], caller: gmc, index: besides({ share: "true", agreement: further }) };
    expect(await shown(narrative, asked)).toEqual([expected]);
    expect(await shown("cardinality(by_agreement) = 1", asked)).toEqual([expected]);
  });

  function beginningBefore(end: string): Readonly<Record<string, string>> {
    return { valid_from: "now() - interval '1 day'", valid_until: end };
  }
});

describe("a share opens what it names", () => {
  it.each([
    ["on its last day", {}, true],
    ["and not after it", { until: `'${dayBefore}'` }, false],
    ["and not once it was withdrawn", { withdrawn_on: `'${today}'` }, false],
    ["and nothing else", { compartments: "'{NARRATIVE:released}'" }, false],
    ["to its receiver and nobody else", { organisation: "'CQC'" }, false],
    ["of its concern and of no other", { concern: another }, false],
  ])("%s", async (_title, more, expected) => {
    const facts = ["delete from concerns.concern_share", share(more), held("GMC", "SHARED")];
    expect(await shown(narrative, { facts, caller: gmc })).toEqual([expected]);
  });

  it.each(["by_share = '{NARRATIVE}'", "by_agreement is null", "by_glass is null", "by_owner is null"])(
    "and says so on the row, for no condition but that: %s",
    async (condition) => {
      const facts = ["delete from concerns.concern_share", share({}), held("GMC", "SHARED")];
      expect(await shown(condition, { facts, caller: gmc })).toEqual([true]);
    },
  );

  it.each([
    ["something else that has to be so is so", "s.shared_by = 'Y60'", true],
    ["and not where it is not", "s.shared_by = 'Y61'", false],
  ])("where %s", async (_title, further, expected) => {
    const facts = ["delete from concerns.concern_share", share({}), held("GMC", "SHARED")];
    const index = besides({ share: further, agreement: "true" });
    expect(await shown(narrative, { facts, caller: gmc, index })).toEqual([expected]);
  });

  it.each([
    ["one", "{NARRATIVE:released}", [null, "Nights"]],
    ["the other", "{NARRATIVE}", ["Nobody came.", null]],
  ])("a compartment and not another of its class: %s", async (_title, compartments, [report, released]) => {
    const facts = [
      "delete from concerns.concern_share",
      share({ compartments: `'${compartments}'` }),
      held("GMC", "SHARED"),
    ];
    expect(await shown("narrative", { facts, caller: gmc })).toEqual([report]);
    expect(await shown("released", { facts, caller: gmc })).toEqual([released]);
  });

  it("to a role that reads what is shared, and to no other", async () => {
    const facts = ["delete from concerns.concern_share", share({}), held("GMC", "SHARED")];
    const settings: Setting[] = [[unlockSetting("NARRATIVE", "share"), ""]];
    expect(await shown(narrative, { facts, caller: gmc, settings })).toEqual([false]);
  });

  it("through the share and through nothing else", async () => {
    const facts = ["delete from concerns.concern_share", share({}), held("GMC", "REMIT")];
    expect(await shown(narrative, { facts, caller: gmc })).toEqual([false]);
  });
});

describe("a glass that is broken opens the concern", () => {
  const glass = (more: Readonly<Record<string, string>>) =>
    inserted("concerns.emergency_access", {
      id: "gen_random_uuid()",
      concern: doctors,
      issuer: "'https://issuer.test'",
      subject: "'somebody'",
      organisation: "'GMC'",
      role: "'QUALITY_LEAD'",
      reason: "'Now.'",
      opened_at: "now()",
      closes_at: "now() + interval '4 hours'",
      ...more,
    });
  const inAnEmergency: Caller = { ...gmc, purpose: "BREAK_GLASS" };
  const before = "now() - interval '4 hours'";

  it.each([
    ["from the instant at which it is broken", {}, true],
    ["and not before", { opened_at: "now() + interval '1 microsecond'" }, false],
    ["until its end", { opened_at: before, closes_at: "now() + interval '1 microsecond'" }, true],
    ["and not at that instant", { opened_at: before, closes_at: "now()" }, false],
    ["to the person, not to a colleague", { subject: "'somebody else'" }, false],
    ["and not to a namesake of another issuer", { issuer: "'https://another.test'" }, false],
    ["and not to that person for another body", { organisation: "'CQC'" }, false],
    ["and no other concern", { concern: another }, false],
  ])("%s", async (_title, more, expected) => {
    expect(await shown(narrative, { facts: [glass(more)], caller: inAnEmergency })).toEqual([expected]);
  });

  it("and says so on the row", async () => {
    const opened = "by_glass = '{NARRATIVE,LEARNERS}' and by_share is null and by_owner is null";
    expect(await shown(opened, { facts: [glass({})], caller: inAnEmergency })).toEqual([true]);
  });

  it("for an emergency, and for no other purpose", async () => {
    const caller: Caller = { ...gmc, purpose: "REGULATION" };
    expect(await shown(narrative, { facts: [glass({})], caller })).toEqual([false]);
  });

  it.each([
    ["a regulator", "REMIT", true],
    ["a board", "ICB", true],
    ["who got a share", "SHARED", false],
    ["who answers for the place as well", "RESPONSIBLE,REMIT", false],
    ["who runs the site as well", "HOST,ICB", false],
  ])("to %s (%s): %s", async (_title, relations, expected) => {
    const facts = [glass({}), held("GMC", relations)];
    expect(await shown(narrative, { facts, caller: inAnEmergency })).toEqual([expected]);
    expect(await shown("by_glass is not null", { facts, caller: inAnEmergency })).toEqual([expected]);
  });
});

it.each([
  ["lets it be read", "true", "{INTELLIGENCE}"],
  ["does not", "false", null],
])("an owner who %s opens what is its own, and says so on the row", async (_title, audience, opened) => {
  const asked = { caller: gmc, more: { audience } };
  expect(await shown("by_owner::text", asked)).toEqual([opened]);
  expect(await shown("contribution", asked)).toEqual([opened === null ? null : "Nights"]);
});

describe("who spoke up is open", () => {
  const identity = "sealed is not null";
  const openly = `update concerns.concern set identity_mode = 'OPEN' where key = ${doctors}`;
  const reveal = (more: Readonly<Record<string, string>>) =>
    inserted("concerns.identity_reveal", {
      id: "gen_random_uuid()",
      concern: doctors,
      issuer: "'https://issuer.test'",
      subject: "'somebody'",
      organisation: "'Y60'",
      role: "'CASE_HOLDER'",
      reason: "'To protect them.'",
      requested_at: "now() - interval '2 days'",
      answer_before: "now() + interval '2 days'",
      answered_at: "now()",
      answered_by_issuer: "'https://issuer.test'",
      answered_by_subject: "'a guardian'",
      answered_by_organisation: "'Y60'",
      answered_by_role: "'GUARDIAN'",
      answer_reason: "'Needed.'",
      is_approved: "true",
      open_before: "now() + interval '1 hour'",
      ...more,
    });
  const before = "now() - interval '1 hour'";

  it.each([
    ["from the instant at which a reveal is approved", {}, true],
    ["and not before", { answered_at: "now() + interval '1 microsecond'" }, false],
    ["until its end", { answered_at: before, open_before: "now() + interval '1 microsecond'" }, true],
    ["and not at that instant", { answered_at: before, open_before: "now()" }, false],
    ["and not where it is refused", { is_approved: "false", open_before: "null" }, false],
    ["to the person, not to a colleague", { subject: "'somebody else'" }, false],
    ["and not to a namesake of another issuer", { issuer: "'https://another.test'" }, false],
    ["and not to that person for another body", { organisation: "'X24'" }, false],
    ["and not in another role", { role: "'GUARDIAN'" }, false],
    ["and of no other concern", { concern: another }, false],
  ])("%s", async (_title, more, expected) => {
    expect(await shown(identity, { facts: [reveal(more)], caller: region })).toEqual([expected]);
  });

  it.each([
    ["a case holder to protect somebody", {}, true],
    ["a case holder for the quality of education", { purpose: "EDUCATION_QUALITY" }, true],
    ["a case holder for regulation", { purpose: "REGULATION" }, false],
    ["a case holder in an emergency", { purpose: "BREAK_GLASS" }, false],
    ["a guardian", { role: "GUARDIAN" }, false],
    ["a quality lead", { role: "QUALITY_LEAD" }, false],
    ["a regulator", { organisation: "GMC" }, false],
  ] as const)("where somebody spoke openly, to %s: %j", async (_title, more, expected) => {
    expect(await shown(identity, { facts: [openly], caller: { ...region, ...more } })).toEqual([expected]);
  });

  it.each([
    ["its region", "REGIONAL", true],
    ["NHS England", "NATIONAL", true],
    ["whoever reported it", "REPORTED_BY", false],
    ["a region that answers for the place as well", "REGIONAL,RESPONSIBLE", false],
    ["a region that runs the site as well", "REGIONAL,HOST", false],
  ])("where somebody spoke openly, to %s (%s): %s", async (_title, relations, expected) => {
    const facts = [openly, held("Y60", relations)];
    expect(await shown(identity, { facts, caller: region })).toEqual([expected]);
  });

  it("where somebody spoke openly of this concern, not of another", async () => {
    const facts = [`update concerns.concern set identity_mode = 'OPEN' where key = ${another}`];
    expect(await shown(identity, { facts, caller: region })).toEqual([false]);
  });

  it("by the reveal that is open the longest, and says which", async () => {
    const id = "33333333-3333-4333-8333-333333333333";
    const longer = reveal({ id: `'${id}'`, open_before: "now() + interval '2 hours'" });
    expect(await shown("reveal", { facts: [reveal({}), longer, reveal({})], caller: region })).toEqual([id]);
  });
});
