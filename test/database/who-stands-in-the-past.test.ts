/**
 * Who reads how a concern was: by relations held now and then, by a share and an agreement that stand now and stood
 * then, and by nothing that is of the present alone.
 */
import { describe, expect, it } from "@jest/globals";
import type { Caller } from "../../authorisation/caller.js";
import { agreement as agreementOfNow, inserted, share as shareOfNow } from "./arranged-facts.js";
import {
  atItsEnd,
  changed,
  changedAt,
  dayBefore,
  formerly,
  justBefore,
  knewBefore,
  knowsSince,
  longBefore,
  shownThen,
  since,
  then,
  today,
} from "./arranged-past.js";
import { another, doctors, gmc, narrative, region } from "./arranged-views.js";

describe("a body that knows of the concern stands in the past", () => {
  const now = knowsSince("GMC", "REMIT");

  it.each([
    ["by a relation that it holds as it did then", [], true],
    ["by one that it holds anew and held at the end of the day", [now, knewBefore("GMC", "REMIT")], true],
    ["and not by one that it holds since, as another body did then, and as it did of another concern", [now], false],
    ["until it lost it", [now, knewBefore("GMC", "REMIT", { until: atItsEnd })], true],
    ["and not on the day on which it lost it", [now, knewBefore("GMC", "REMIT", { until: justBefore })], false],
    ["from the day on which it came to it", [now, knewBefore("GMC", "REMIT", { from: justBefore })], true],
    ["and not before", [now, knewBefore("GMC", "REMIT", { from: atItsEnd })], false],
    ["and not by another relation than that of then", [now, knewBefore("GMC", "PANEL")], false],
  ])("%s", async (_title, facts, expected) => {
    expect(await shownThen("place", { caller: gmc, facts })).toEqual(expected ? ["ZZN01"] : []);
  });

  it("by those that it held then as well, and not by others", async () => {
    const facts = [knowsSince("GMC", "REMIT,PANEL,REPORTED_BY"), knewBefore("GMC", "PANEL,REPORTED_BY,ICB")];
    expect(await shownThen("relations::text", { caller: gmc, facts })).toEqual(["{PANEL,REPORTED_BY}"]);
  });

  it("and not where it knows of the concern no longer", async () => {
    const facts = ["delete from concerns.concern_access where organisation = 'GMC'", knewBefore("GMC", "REMIT")];
    expect(await shownThen("place", { caller: gmc, facts })).toEqual([]);
  });

  it("by the concern itself, not by what became of another", async () => {
    expect(await shownThen("place", { caller: gmc, facts: [changedAt(since, another)] })).toEqual(["ZZN01"]);
  });
});

describe("whoever came after another", () => {
  it.each([
    ["answers for the place", "RESPONSIBLE", "ACCEPTED", true],
    ["runs the site", "HOST", "ACCEPTED", true],
    ["is the region", "REGIONAL", "ACCEPTED", true],
    ["is the board", "ICB", "ACCEPTED", true],
    ["is the region of a report", "REGIONAL", "REPORTED", true],
    ["answers for the place of a report", "RESPONSIBLE", "REPORTED", false],
    ["answers for the place of a report that was declined", "RESPONSIBLE", "DECLINED", false],
    ["runs the site of a report", "HOST", "REPORTED", false],
    ["reported it", "REPORTED_BY", "ACCEPTED", false],
    ["has it in its remit", "REMIT", "ACCEPTED", false],
    ["has the learners", "EDUCATION_PROVIDER", "ACCEPTED", false],
  ])("and %s (%s, %s) stands where it stood: %s", async (_title, relation, status, expected) => {
    const caller: Caller = { ...gmc, organisation: "ZZN02", organisationKind: "TRUST", purpose: "EDUCATION_QUALITY" };
    const facts = [
      ...[knowsSince("ZZN02", relation), knewBefore("ZZN01", relation)],
      ...[formerly({ status }), changedAt(since)],
    ];
    expect(await shownThen("place", { caller, facts })).toEqual(expected ? ["ZZN01"] : []);
    const itself = [...facts, knewBefore("ZZN02", relation)];
    expect(await shownThen("place", { caller, facts: itself })).toEqual(["ZZN01"]);
  });
});

describe("a share of then", () => {
  const share = (more: Readonly<Record<string, string>> = {}) =>
    shareOfNow({ shared_on: "'2025-01-31'", until: `'${today}'`, recorded_from: longBefore, ...more });
  const ended = `'${dayBefore}'`;
  const ofToday = share({ recorded_from: since });
  const lastDay = `'${today}'`;
  const held = (relations: string, { until = lastDay, untilThen = lastDay } = {}) => [
    "delete from concerns.concern_share",
    knowsSince("GMC", relations, until),
    knewBefore("GMC", relations, { shared: untilThen }),
  ];
  const shared = (...shares: readonly string[]) => [...held("SHARED"), ...shares];

  it.each([
    ["opens the past on its last day", shared(share()), ["Nobody came."]],
    ["where it was recorded by the end of the day", shared(share({ recorded_from: justBefore })), ["Nobody came."]],
    ["and not where it was recorded later", shared(share({ recorded_from: atItsEnd })), []],
    ["and not where there is none", shared(), []],
    ["and not once it has ended, though there is another", shared(share({ until: ended }), ofToday), []],
    ["nor once it was withdrawn", shared(share({ withdrawn_on: ended }), ofToday), []],
    ["nor where it was with another body", shared(share({ organisation: "'CQC'" }), ofToday), []],
    ["nor where it was of another concern", shared(share({ concern: another }), ofToday), []],
    ["nor once the index says that it ended", [...held("SHARED", { until: ended }), share()], []],
    ["for what it opened then, not for what another does", shared(share({ compartments: "'{}'" }), ofToday), [null]],
  ])("%s", async (_title, facts, expected) => {
    expect(await shownThen("narrative", { caller: gmc, facts })).toEqual(expected);
  });

  it.each([
    ["on its last day", then, ["{SHARED}"]],
    ["and not after it, though it stands again", "2025-06-14", []],
  ])("was a relation %s", async (_title, last, expected) => {
    const facts = [...held("SHARED", { untilThen: `'${last}'` }), share()];
    expect(await shownThen("relations::text", { caller: gmc, facts })).toEqual(expected);
  });

  it("that has ended leaves the other relations as they are", async () => {
    const facts = [...held("SHARED,REMIT", { until: ended }), share()];
    expect(await shownThen("relations::text", { caller: gmc, facts })).toEqual(["{REMIT}"]);
  });

  it("says so on the row", async () => {
    const said = "by_share = '{NARRATIVE}' and by_agreement is null and by_glass is null and by_owner is null";
    expect(await shownThen(said, { caller: gmc, facts: shared(share()) })).toEqual([true]);
  });
});

describe("an agreement that is in force opens the past", () => {
  const id = "55555555-5555-4555-8555-555555555555";
  const agreement = (more: Readonly<Record<string, string>> = {}) =>
    agreementOfNow({
      id: `'${id}'`,
      professions: "'{DOCTOR}'",
      regions: "'{Y60}'",
      valid_from: longBefore,
      ...more,
    });
  const elsewhere = agreement({ id: "gen_random_uuid()", receiver: "'CQC'" });
  const aMidwife = [formerly({ professions: ["MIDWIFE"] }), changedAt(since)];
  const inAnotherRegion = [formerly({ region: "Y61" }), changedAt(since)];
  const nowInAnotherRegion = [formerly({}), changed("region = 'Y61'"), changedAt(since)];

  it.each([
    ["that it covers", [agreement()], true],
    ["that it covers whatever the profession", [agreement({ professions: "null" }), ...aMidwife], true],
    ["that it covers whatever the region", [agreement({ regions: "null" }), ...inAnotherRegion], true],
    ["from the day on which it began", [agreement({ valid_from: justBefore })], true],
    ["and not before, though another had", [agreement({ valid_from: atItsEnd }), elsewhere], false],
    ["and not of a profession that it did not cover", [agreement(), ...aMidwife], false],
    ["and not of a region that it did not cover", [agreement(), ...inAnotherRegion], false],
    ["and not of what it does not cover now", [agreement(), ...nowInAnotherRegion], false],
    ["and nothing by one with another body", [elsewhere], false],
  ])("%s", async (_title, facts, expected) => {
    expect(await shownThen(narrative, { caller: gmc, facts })).toEqual([expected]);
    expect(await shownThen("cardinality(by_agreement) = 1", { caller: gmc, facts })).toEqual([expected]);
  });

  it("and says which on the row, for no condition but that", async () => {
    const said = `by_agreement = '{NARRATIVE ${id}}' and by_share is null and by_glass is null and by_owner is null`;
    expect(await shownThen(said, { caller: gmc, facts: [agreement()] })).toEqual([true]);
  });
});

describe("of the past are opened", () => {
  it.each([
    ["what its owner lets a body read", "a.organisation = 'GMC'", "Nights"],
    ["and not to another", "a.organisation = 'CQC'", null],
  ])("%s", async (_title, audience, expected) => {
    expect(await shownThen("contribution", { caller: gmc, more: { audience } })).toEqual([expected]);
  });

  it("nothing in an emergency, which is of the present", async () => {
    const caller: Caller = { ...gmc, purpose: "BREAK_GLASS" };
    const glass = inserted("concerns.emergency_access", {
      ...{ id: "gen_random_uuid()", concern: doctors, issuer: "'https://issuer.test'", subject: "'somebody'" },
      ...{ organisation: "'GMC'", role: "'QUALITY_LEAD'", reason: "'Now.'" },
      ...{ opened_at: "now()", closes_at: "now() + interval '4 hours'" },
    });
    expect(await shownThen(`${narrative} or by_glass is not null`, { caller, facts: [glass] })).toEqual([false]);
  });

  it("who spoke up to nobody, though it was openly", async () => {
    const facts = [changed("identity_mode = 'OPEN'")];
    expect(await shownThen("sealed is null and reveal is null", { caller: region, facts })).toEqual([true]);
  });
});
