import { describe, expect, it } from "@jest/globals";
import { accessRowsOf, type AccessRow, type IndexedConcern } from "../../authorisation/access-rows.js";
import type { Bodies } from "../../authorisation/relations-of.js";

const bodies: Bodies = { national: "NATION", remits: [{ regulator: "SETTINGS", professions: "EVERY_SETTING" }] };

const concern: IndexedConcern = {
  accepted: true,
  category: 3,
  provider: "TRUST",
  site: null,
  educationProvider: null,
  region: "REGION",
  icb: "BOARD",
  reportedBy: "TRUST",
  professions: ["DOCTOR"],
  raisedOn: "2026-01-02",
  changedOn: "2026-03-04",
  nextReviewOn: "2026-05-06",
  reference: "QC-7K3M-9F2D",
  status: "IN_PROGRESS",
  shares: [],
  atPanels: [],
  learnersFrom: [],
};

function rows(more: Partial<IndexedConcern> = {}): Record<string, AccessRow> {
  return Object.fromEntries(accessRowsOf({ ...concern, ...more }, bodies).map((row) => [row.organisation, row]));
}

it("there is one row for each organisation, with all its relations in a constant order", () => {
  expect(Object.keys(rows()).sort()).toEqual(["BOARD", "NATION", "REGION", "SETTINGS", "TRUST"]);
  expect(rows()["TRUST"]?.relations).toEqual(["RESPONSIBLE", "REPORTED_BY"]);
});

it("a row carries the keys of order and of filters of its concern", () => {
  expect(rows()["TRUST"]).toEqual({
    organisation: "TRUST",
    relations: ["RESPONSIBLE", "REPORTED_BY"],
    category: "ISF3",
    provider: "TRUST",
    raisedOrder: "2026-01-02",
    changedOrder: "2026-03-04",
    reviewOrder: "2026-05-06",
    statusKey: "IN_PROGRESS",
    referenceKey: "QC-7K3M-9F2D",
    sharedUntil: null,
  });
});

describe("a board, which sees category and provider only", () => {
  it("has no date by which its rows could be put in order, and nothing by which they could be found", () => {
    expect(rows()["BOARD"]).toEqual({
      organisation: "BOARD",
      relations: ["ICB"],
      category: "ISF3",
      provider: "TRUST",
      raisedOrder: "-infinity",
      changedOrder: "-infinity",
      reviewOrder: "infinity",
      statusKey: "",
      referenceKey: "",
      sharedUntil: null,
    });
  });

  it("has the same row whenever the concern was raised, changed or is reviewed, whatever its state and reference", () => {
    const another = {
      ...{ raisedOn: "1999-01-01", changedOn: "2030-01-01", nextReviewOn: null },
      ...{ status: "CLOSED", reference: "QC-0000-0000" },
    };
    expect(rows(another)["BOARD"]).toEqual(rows()["BOARD"]);
  });

  it("has the dates where another relation opens them", () => {
    expect(rows({ reportedBy: "BOARD" })["BOARD"]).toMatchObject({
      relations: ["REPORTED_BY", "ICB"],
      raisedOrder: "2026-01-02",
    });
  });
});

it("a concern without a review is last among those that are to be reviewed", () => {
  for (const row of Object.values(rows({ nextReviewOn: null }))) expect(row.reviewOrder).toBe("infinity");
});

it("a report that is not accepted has no row for those who must not know of it", () => {
  expect(Object.keys(rows({ accepted: false, reportedBy: "ANOTHER" })).sort()).toEqual(["ANOTHER", "NATION", "REGION"]);
});

it("a share makes a row that ends, and lends its keys of order to no row that outlasts it", () => {
  const shares = [
    { organisation: "BODY", until: "2027-03-31" },
    { organisation: "BODY", until: "2027-01-31" },
    { organisation: "BOARD", until: "2027-01-31" },
  ];
  expect(rows({ shares })["BODY"]).toMatchObject({
    relations: ["SHARED"],
    sharedUntil: "2027-03-31",
    raisedOrder: "2026-01-02",
  });
  expect(rows({ shares })["BOARD"]).toMatchObject({ sharedUntil: "2027-01-31", raisedOrder: "-infinity" });
  expect(rows()["REGION"]?.sharedUntil).toBeNull();
});
