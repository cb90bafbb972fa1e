import { describe, expect, it } from "@jest/globals";
import { createDisclosureLog } from "../../authorisation/disclosure-log.js";
import { standingKey, type StandingRecord } from "../../authorisation/standing.js";

function record(id: string): StandingRecord {
  return {
    id,
    [standingKey]: { relations: [], readable: new Set(), agreements: new Map(), reasonFor: () => "RELATION" },
  };
}

it("a request that touched nothing discloses and redacts nothing", () => {
  const log = createDisclosureLog();
  expect(log.disclosures()).toEqual([]);
  expect(log.redactions()).toEqual([]);
});

it("a redaction names its records in one order, whichever was loaded first", () => {
  const log = createDisclosureLog();
  for (const id of ["c", "a", "b"]) log.redact(record(id), "Concern", "title", "OPERATIONAL", "RELATION");
  expect(log.redactions().map(({ records }) => records)).toEqual([["a", "b", "c"]]);
});

describe("disclosures", () => {
  it("name the agreements under which something was given, in one order, of those records alone", () => {
    const log = createDisclosureLog();
    const [agreed, other] = [record("a"), record("b")];
    log.disclose(agreed, "Concern", "narrative", [], ["a2", "a1"]);
    log.disclose(agreed, "Concern", "learnersAffected", [], ["a2"]);
    log.disclose(other, "Concern", "narrative");
    expect(log.disclosures()).toEqual([
      {
        type: "Concern",
        ids: ["a"],
        fields: ["learnersAffected", "narrative"],
        redacted: [],
        agreements: ["a1", "a2"],
      },
      { type: "Concern", ids: ["b"], fields: ["narrative"], redacted: [] },
    ]);
  });

  it("a page of records alike is one line with all their ids", () => {
    const log = createDisclosureLog();
    for (const id of ["c", "a", "b"]) {
      const one = record(id);
      log.disclose(one, "Concern", "title");
      log.disclose(one, "Concern", "status");
      log.redact(one, "Concern", "narrative", "NARRATIVE", "RELATION");
    }
    expect(log.disclosures()).toEqual([
      { type: "Concern", ids: ["a", "b", "c"], fields: ["status", "title"], redacted: ["narrative"] },
    ]);
  });

  it("records of which different fields were given are different lines", () => {
    const log = createDisclosureLog();
    log.disclose(record("a"), "Concern", "title");
    log.disclose(record("b"), "Concern", "status");
    log.redact(record("c"), "Concern", "title", "OPERATIONAL", "RELATION");
    expect(log.disclosures()).toEqual([
      { type: "Concern", ids: ["a"], fields: ["title"], redacted: [] },
      { type: "Concern", ids: ["b"], fields: ["status"], redacted: [] },
      { type: "Concern", ids: ["c"], fields: [], redacted: ["title"] },
    ]);
  });

  it("records of different types are different lines, though their ids and fields are alike", () => {
    const log = createDisclosureLog();
    log.disclose(record("a"), "Concern", "id");
    log.disclose(record("a"), "Requirement", "id");
    expect(log.disclosures().map(({ type }) => type)).toEqual(["Concern", "Requirement"]);
  });

  it("a record that was loaded twice is one record with the fields of both", () => {
    const log = createDisclosureLog();
    log.disclose(record("a"), "Concern", "title");
    log.disclose(record("a"), "Concern", "status");
    log.disclose(record("a"), "Concern", "status");
    expect(log.disclosures()).toEqual([{ type: "Concern", ids: ["a"], fields: ["status", "title"], redacted: [] }]);
  });

  it("names fields in one order, whichever was asked for first, and by what they were chosen", () => {
    const byPlace = { place: "Filter.place", dataClass: "OPERATIONAL" } as const;
    const byText = { place: "Filter.text", dataClass: "NARRATIVE" } as const;
    const [one, other] = [createDisclosureLog(), createDisclosureLog()];
    for (const field of ["b", "a"]) {
      one.disclose(record("1"), "Concern", field, [byText, byPlace]);
      one.redact(record("1"), "Concern", `${field}${field}`, "NARRATIVE", "RELATION");
    }
    for (const field of ["a", "b"]) {
      other.disclose(record("1"), "Concern", field, [byPlace, byText]);
      other.redact(record("1"), "Concern", `${field}${field}`, "NARRATIVE", "RELATION");
    }
    expect(one.redactions()).toEqual(other.redactions());
    expect(one.redactions().map(({ coordinate }) => coordinate)).toEqual(["Concern.aa", "Concern.bb"]);
    const chosenBy = [byPlace, byText];
    expect(one.disclosures()).toEqual([
      { type: "Concern", ids: ["1"], fields: ["a", "b"], redacted: ["aa", "bb"], chosenBy },
    ]);
    expect(other.disclosures()).toEqual(one.disclosures());
  });

  it("records are not taken for one another where a type and an id run together", () => {
    const log = createDisclosureLog();
    log.disclose(record("1b"), "Tabl", "title");
    log.disclose(record("b"), "Tabl1", "title");
    expect(log.disclosures().map(({ type, ids }) => [type, ids])).toEqual([
      ["Tabl", ["1b"]],
      ["Tabl1", ["b"]],
    ]);
  });

  it("fields are not taken for one another where their names run together", () => {
    const log = createDisclosureLog();
    log.disclose(record("a"), "T", "b");
    log.redact(record("b"), "T", "b", "NARRATIVE", "RELATION");
    expect(log.disclosures()).toHaveLength(2);
  });
});

describe("redactions", () => {
  it("a field that was asked for twice on a record, under two names, is one redaction", () => {
    const log = createDisclosureLog();
    const one = record("a");
    log.redact(one, "Concern", "narrative", "NARRATIVE", "RELATION");
    log.redact(one, "Concern", "narrative", "NARRATIVE", "RELATION");
    log.redact(record("a"), "Concern", "narrative", "NARRATIVE", "RELATION");
    expect(log.redactions()).toEqual([
      { coordinate: "Concern.narrative", dataClass: "NARRATIVE", reason: "RELATION", records: ["a"] },
    ]);
  });

  it("a field withheld on several records is named once and counted", () => {
    const log = createDisclosureLog();
    for (const id of ["a", "b"]) log.redact(record(id), "Concern", "narrative", "NARRATIVE", "RELATION");
    expect(log.redactions().map(({ records }) => records)).toEqual([["a", "b"]]);
  });

  it("the public hears of the class, not of the part of it", () => {
    const log = createDisclosureLog();
    log.redact(record("a"), "Concern", "internalNotes", "MANAGEMENT:internal", "RELATION");
    expect(log.redactions()[0]?.dataClass).toBe("MANAGEMENT");
  });
});

it("a value never enters the log", () => {
  const log = createDisclosureLog();
  const telling = { ...record("a"), title: "planted" };
  log.disclose(telling, "Concern", "title");
  log.redact(telling, "Concern", "narrative", "NARRATIVE", "RELATION");
  expect(JSON.stringify([log.disclosures(), log.redactions()])).not.toContain("planted");
});
