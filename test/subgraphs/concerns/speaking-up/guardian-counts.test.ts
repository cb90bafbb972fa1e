import { describe, expect, it } from "@jest/globals";
import {
  cellOf,
  countedBy,
  elementsFor,
  guardianLines,
  isOfElement,
  nameOf,
  type SpokenUp,
} from "../../../../subgraphs/concerns/speaking-up/guardian-counts.js";
import { speakingUp } from "../../../../subgraphs/concerns/casework-references.js";
import { hiddenCells } from "../../../../subgraphs/concerns/statistics/disclosure-control.js";

const { elements } = speakingUp();
const quiet: SpokenUp = {
  region: "Y60",
  provider: "ZZN01",
  themes: [],
  patientSafetyRisk: false,
  learnerSafetyRisk: false,
  detriment: false,
  count: 1,
};
const bullied = (provider: string, count: number): SpokenUp => ({
  ...quiet,
  provider,
  themes: ["BULLYING_UNDERMINING"],
  count,
});
const elementsOf = (concern: Partial<SpokenUp>): string[] =>
  elements.filter((element) => isOfElement({ ...quiet, ...concern }, element)).map(({ code }) => code);

describe("a concern is counted under", () => {
  it.each([
    ["nothing, where it is of none of the elements", { themes: ["FACILITIES_IT"] }, []],
    ["patient safety, by its risk", { patientSafetyRisk: true }, ["PATIENT_SAFETY"]],
    ["patient safety, by its theme", { themes: ["PATIENT_SAFETY"] }, ["PATIENT_SAFETY"]],
    ["safety of learners, by its risk", { learnerSafetyRisk: true }, ["WORKER_SAFETY"]],
    ["bullying", { themes: ["BULLYING_UNDERMINING"] }, ["BULLYING"]],
    ["attitudes, once for two themes", { themes: ["DISCRIMINATION", "SEXUAL_SAFETY"] }, ["ATTITUDES"]],
    ["detriment, where one was reported", { detriment: true }, ["DETRIMENT"]],
    ["no detriment, where it is about speaking up", { themes: ["SPEAKING_UP"] }, []],
    [
      "each of its elements",
      { patientSafetyRisk: true, learnerSafetyRisk: true, themes: ["BULLYING_UNDERMINING"] },
      ["PATIENT_SAFETY", "WORKER_SAFETY", "BULLYING"],
    ],
  ])("%s", (_, concern, expected) => {
    expect(elementsOf(concern)).toEqual(expected);
  });
});

describe("what is counted", () => {
  it("adds up by provider and by region", () => {
    const counts = countedBy([bullied("ZZN01", 9), bullied("ZZE01", 10), bullied("ZZN01", 2)], elements);
    expect([...counts].map(([name, count]) => [cellOf(name).body, cellOf(name).element, count])).toEqual([
      ["Y60", "BULLYING", 21],
      ["ZZN01", "BULLYING", 11],
      ["ZZE01", "BULLYING", 10],
    ]);
  });

  it("tells of detriments by region, and of no provider", () => {
    const counts = countedBy([{ ...quiet, detriment: true, count: 30 }], elements);
    expect([...counts.keys()].map(cellOf)).toEqual([{ scope: "REGION", body: "Y60", element: "DETRIMENT" }]);
    expect(elementsFor("PROVIDER", elements).map(({ code }) => code)).not.toContain("DETRIMENT");
  });

  it("has no region where the provider has none", () => {
    const counts = countedBy([{ ...bullied("ZZN01", 9), region: null }], elements);
    expect([...counts.keys()].map((name) => cellOf(name).scope)).toEqual(["PROVIDER"]);
  });
});

describe("what is hidden", () => {
  const hidden = (concerns: readonly SpokenUp[]): string[] =>
    [...hiddenCells(countedBy(concerns, elements), guardianLines(concerns, elements))]
      .map((name) => cellOf(name).body)
      .sort();

  it.each([1, 4, 7])("is a count of %s, and that of another provider by which a region's would give it away", (few) => {
    expect(hidden([bullied("ZZN01", few), bullied("ZZE01", 30), bullied("ZZH01", 50)])).toEqual(["ZZE01", "ZZN01"]);
  });

  it("is the region's too, where no other provider is there to hide behind", () => {
    expect(hidden([bullied("ZZN01", 5)])).toEqual(["Y60", "ZZN01"]);
  });

  it("is nothing from eight up", () => {
    expect(hidden([bullied("ZZN01", 8), bullied("ZZE01", 30)])).toEqual([]);
  });

  it("is found again under its name", () => {
    const cell = { scope: "REGION", body: "Y60", element: "BULLYING" } as const;
    expect(cellOf(nameOf(cell))).toEqual(cell);
  });
});
