import { describe, expect, it } from "@jest/globals";
import type { Relation } from "../../authorisation/relation.js";
import { relationsOf, type Bodies, type ConcernFacts } from "../../authorisation/relations-of.js";

const bodies: Bodies = {
  national: "NATION",
  remits: [
    { regulator: "DOCTORS", professions: new Set(["DOCTOR"]) },
    { regulator: "NURSES", professions: new Set(["NURSE", "MIDWIFE"]) },
    { regulator: "SETTINGS", professions: "EVERY_SETTING" },
    { regulator: "NOBODY", professions: new Set() },
  ],
};

const accepted: ConcernFacts = {
  accepted: true,
  category: 2,
  provider: "TRUST",
  site: "SITE",
  educationProvider: "UNIVERSITY",
  region: "REGION",
  icb: "BOARD",
  reportedBy: "UNIVERSITY",
  professions: ["DOCTOR"],
  shares: [],
  atPanels: [],
  learnersFrom: [],
};

function relate(facts: Partial<ConcernFacts>): Record<string, Relation[]> {
  const related = relationsOf({ ...accepted, ...facts }, bodies);
  return Object.fromEntries([...related].map(([organisation, held]) => [organisation, [...held].sort()]));
}

it("an accepted concern is known to all whom it concerns, each for its own reason", () => {
  expect(relate({})).toEqual({
    NATION: ["NATIONAL"],
    REGION: ["REGIONAL"],
    TRUST: ["RESPONSIBLE"],
    SITE: ["HOST"],
    UNIVERSITY: ["EDUCATION_PROVIDER", "REPORTED_BY"],
    BOARD: ["ICB"],
    DOCTORS: ["REMIT"],
    SETTINGS: ["REMIT"],
  });
});

describe("a report that is not accepted", () => {
  it("is known to NHS England and to who reported it, and absent for everybody else", () => {
    expect(relate({ accepted: false })).toEqual({
      NATION: ["NATIONAL"],
      REGION: ["REGIONAL"],
      UNIVERSITY: ["REPORTED_BY"],
    });
  });

  it("is known to the provider where the provider made it", () => {
    expect(relate({ accepted: false, reportedBy: "TRUST" })["TRUST"]).toEqual(["REPORTED_BY", "RESPONSIBLE"]);
  });

  it("is absent for the place where it happened though the provider made it, until it is accepted", () => {
    const reportedBy = "TRUST";
    expect(relate({ accepted: false, reportedBy })["SITE"]).toBeUndefined();
    expect(relate({ accepted: true, reportedBy })["SITE"]).toEqual(["HOST"]);
  });

  it("is known to the place that made it, and absent for the provider who answers for the place", () => {
    const related = relate({ accepted: false, reportedBy: "SITE" });
    expect(related["SITE"]).toEqual(["HOST", "REPORTED_BY"]);
    expect(related["TRUST"]).toBeUndefined();
  });

  it("is absent for the board and for regulators though the provider made it, however grave", () => {
    const related = relate({ accepted: false, reportedBy: "TRUST", category: 4 });
    for (const absent of ["BOARD", "UNIVERSITY", "DOCTORS", "SETTINGS"]) expect(related[absent]).toBeUndefined();
  });

  it("is known to a regulator that reported it as its report, not by its remit", () => {
    expect(relate({ accepted: false, reportedBy: "DOCTORS", category: 4 })["DOCTORS"]).toEqual(["REPORTED_BY"]);
  });
});

describe("a regulator's remit", () => {
  const told = [
    ["not at ISF0", { category: 0 }, { DOCTORS: undefined, SETTINGS: undefined }],
    ["not at ISF1", { category: 1 }, { DOCTORS: undefined, SETTINGS: undefined }],
    ["from ISF2", { category: 2 }, { DOCTORS: ["REMIT"], SETTINGS: ["REMIT"] }],
    ["at ISF3", { category: 3 }, { DOCTORS: ["REMIT"] }],
    ["at ISF4", { category: 4 }, { DOCTORS: ["REMIT"] }],
    ["not for another profession", { professions: ["NURSE"] }, { DOCTORS: undefined, NURSES: ["REMIT"] }],
    ["for any one of several professions", { professions: ["PORTER", "MIDWIFE"] }, { NURSES: ["REMIT"] }],
    ["for every setting, whatever the profession", { professions: ["PORTER"] }, { SETTINGS: ["REMIT"] }],
    ["not for a profession written otherwise", { professions: ["doctor", "DOCTORS"] }, { DOCTORS: undefined }],
    ["not where it has none", { professions: ["DOCTOR"] }, { NOBODY: undefined }],
  ] as const;

  it.each(told)("%s", (_title, facts, expected) => {
    const related = relate(facts);
    for (const [organisation, held] of Object.entries(expected)) expect(related[organisation]).toEqual(held);
  });
});

describe("a body with which it is shared", () => {
  const shares = [{ organisation: "NURSES", until: "2027-01-31" }];

  it.each([
    ["is told of a concern that it does not otherwise know of", {}, ["SHARED"]],
    ["is told of a report that is not accepted", { accepted: false }, ["SHARED"]],
    ["is told of a concern that has no category", { category: 0 }, ["SHARED"]],
    ["keeps its remit beside the share", { professions: ["NURSE"] }, ["REMIT", "SHARED"]],
    ["keeps its own report beside the share", { accepted: false, reportedBy: "NURSES" }, ["REPORTED_BY", "SHARED"]],
  ] as const)("%s", (_title, facts, held) => {
    expect(relate({ ...facts, shares })["NURSES"]).toEqual(held);
  });

  it("is the only one that the share tells", () => {
    const { NURSES: told, ...others } = relate({ shares });
    expect(told).toEqual(["SHARED"]);
    expect(others).toEqual(relate({}));
  });
});

describe("a body at a review panel", () => {
  const atPanels = ["NURSES"];

  it.each([
    ["knows of a concern of which it did not know", {}, ["PANEL"]],
    ["knows of a report that is not accepted", { accepted: false }, ["PANEL"]],
    ["keeps its remit beside the panel", { professions: ["NURSE"] }, ["PANEL", "REMIT"]],
    ["knows of it by one relation though it attends two", { atPanels: ["NURSES", "NURSES"] }, ["PANEL"]],
  ] as const)("%s", (_title, facts, held) => {
    expect(relate({ atPanels, ...facts })["NURSES"]).toEqual(held);
  });

  it("is the only one that the panel tells", () => {
    const { NURSES: told, ...others } = relate({ atPanels });
    expect(told).toEqual(["PANEL"]);
    expect(others).toEqual(relate({}));
  });
});

describe("what a concern does not name", () => {
  it.each(["site", "educationProvider", "region", "icb"] as const)("no %s makes no relation", (fact) => {
    const related = relate({ [fact]: null });
    expect(Object.keys(related)).not.toContain("null");
    expect(Object.keys(related)).toHaveLength(fact === "educationProvider" ? 8 : 7);
  });

  it("a body that has nothing to do with it has no relation", () => {
    expect(relate({})["ANOTHER"]).toBeUndefined();
  });
});

describe("an organisation in several parts", () => {
  it("holds every relation, whichever was found first", () => {
    expect(
      relate({ provider: "X", educationProvider: "X", icb: "X", reportedBy: "X", region: "X", site: "X" })["X"],
    ).toEqual(["EDUCATION_PROVIDER", "HOST", "ICB", "REGIONAL", "REPORTED_BY", "RESPONSIBLE"]);
  });

  it("a region that reported it holds both of its relations before and after acceptance", () => {
    for (const isAccepted of [true, false])
      expect(relate({ accepted: isAccepted, reportedBy: "REGION" })["REGION"]).toEqual(["REGIONAL", "REPORTED_BY"]);
  });
});

describe("a university whose learners a removal concerns", () => {
  it("is an education provider of the concern, beside the one that the concern names", () => {
    expect(relate({ learnersFrom: ["UNIVERSITY", "COLLEGE"] })).toMatchObject({
      UNIVERSITY: ["EDUCATION_PROVIDER", "REPORTED_BY"],
      COLLEGE: ["EDUCATION_PROVIDER"],
    });
  });

  it("knows nothing of a report that is not accepted", () => {
    expect(relate({ accepted: false, learnersFrom: ["COLLEGE"] })["COLLEGE"]).toBeUndefined();
  });
});
