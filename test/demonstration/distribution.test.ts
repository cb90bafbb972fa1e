import { beforeAll, describe, expect, it } from "@jest/globals";
import { relationsOf } from "../../authorisation/relations-of.js";
import type { Bodies } from "../../authorisation/relations-of.js";
import type { DemonstrationConcern } from "../../demonstration/demonstration-concern.js";
import { demonstrationLastDay } from "../../demonstration/generate-concern.js";
import { fits, showcase } from "../../demonstration/showcase.js";
import { readReference } from "../../subgraphs/organisations/reference-file.js";
import { firstConcerns } from "./demonstration-world.js";

let concerns: DemonstrationConcern[];
beforeAll(async () => {
  concerns = await firstConcerns(2_000);
});

function share(claim: (each: DemonstrationConcern) => boolean): number {
  return (100 * concerns.filter(claim).length) / concerns.length;
}

const professions = {
  doctors: ["DOCTOR"],
  nurses: ["NURSE_ADULT", "NURSE_CHILD", "NURSE_MENTAL_HEALTH", "NURSE_LEARNING_DISABILITY"],
  midwives: ["MIDWIFE"],
  paramedics: ["PARAMEDIC"],
  therapists: ["PHYSIOTHERAPIST", "OCCUPATIONAL_THERAPIST"],
  pharmacists: ["PHARMACIST"],
  dentists: ["DENTIST"],
};

/** What it is, at least and at most so many in a hundred. */
const shares: readonly (readonly [string, number, number, (each: DemonstrationConcern) => boolean])[] = [
  ["at ISF0", 20, 45, ({ concern }) => concern.category === "ISF0"],
  ["at ISF1", 40, 60, ({ concern }) => concern.category === "ISF1"],
  ["at ISF2", 9, 18, ({ concern }) => concern.category === "ISF2"],
  ["at ISF3", 2, 6, ({ concern }) => concern.category === "ISF3"],
  ["at ISF4", 0.2, 1.5, ({ concern }) => concern.category === "ISF4"],
  ["reported and not read yet", 0.8, 4, ({ concern }) => concern.status === "REPORTED"],
  ["accepted", 1, 5, ({ concern }) => concern.status === "ACCEPTED"],
  ["in progress", 22, 40, ({ concern }) => concern.status === "IN_PROGRESS"],
  ["confirmed to be resolved", 1.5, 6, ({ concern }) => concern.status === "RESOLUTION_CONFIRMED"],
  ["closed", 50, 65, ({ concern }) => concern.status === "CLOSED"],
  ["reopened", 0.05, 2, ({ concern }) => concern.status === "REOPENED"],
  ["declined", 4, 10, ({ concern }) => concern.status === "DECLINED"],
  ["about supervision", 22, 45, ({ concern }) => concern.themes.some((theme) => theme.endsWith("SUPERVISION"))],
  ["about induction", 9, 20, ({ concern }) => concern.themes.includes("INDUCTION")],
  ["about rota and workload", 9, 20, ({ concern }) => concern.themes.includes("ROTA_WORKLOAD")],
  ["about undermining", 9, 20, ({ concern }) => concern.themes.includes("BULLYING_UNDERMINING")],
  ["about doctors", 40, 65, ({ concern }) => concern.professions.some((each) => professions.doctors.includes(each))],
  ["about nurses", 12, 30, ({ concern }) => concern.professions.some((each) => professions.nurses.includes(each))],
  ["about midwives", 3, 10, ({ concern }) => concern.professions.some((each) => professions.midwives.includes(each))],
  [
    "about paramedics",
    4,
    12,
    ({ concern }) => concern.professions.some((each) => professions.paramedics.includes(each)),
  ],
  [
    "about therapists",
    4,
    15,
    ({ concern }) => concern.professions.some((each) => professions.therapists.includes(each)),
  ],
  [
    "about pharmacists",
    3,
    10,
    ({ concern }) => concern.professions.some((each) => professions.pharmacists.includes(each)),
  ],
  ["about dentists", 1, 7, ({ concern }) => concern.professions.some((each) => professions.dentists.includes(each))],
  ["reported openly", 50, 80, ({ concern }) => concern.identityMode === "OPEN"],
  ["reported in confidence", 15, 35, ({ concern }) => concern.identityMode === "CONFIDENTIAL"],
  ["reported anonymously", 6, 18, ({ concern }) => concern.identityMode === "ANONYMOUS"],
  ["of fewer than five learners", 15, 40, ({ concern }) => (concern.learnersAffected ?? 5) < 5],
  ["reported by its own provider", 12, 35, ({ concern }) => concern.reportedBy === concern.provider],
  ["citing several standards", 90, 100, ({ concern }) => concern.standards.length > 1],
  ["citing a regulator's standard", 70, 100, ({ concern }) => concern.standards.some((id) => !id.startsWith("EQF"))],
];

describe("of two thousand concerns, the share of those", () => {
  it.each(shares)("%s is from %d to %d in a hundred", (_what, least, most, claim) => {
    expect(share(claim)).toBeGreaterThanOrEqual(least);
    expect(share(claim)).toBeLessThanOrEqual(most);
  });

  it("overdue for review is from 5 to 30 in a hundred of those to be reviewed", () => {
    const reviewed = concerns.flatMap(({ concern }) => concern.nextReviewOn ?? []);
    const overdue = reviewed.filter((day) => day < demonstrationLastDay);
    expect((100 * overdue.length) / reviewed.length).toBeGreaterThan(5);
    expect((100 * overdue.length) / reviewed.length).toBeLessThan(30);
  });
});

describe("the personas are sure to find", () => {
  it.each(showcase.map((wish, index) => ({ index, words: JSON.stringify(wish) })))("$words", ({ index }) => {
    const [wish, concern] = [showcase[index], concerns[index]];
    expect(wish !== undefined && concern !== undefined && fits(concern, wish, demonstrationLastDay)).toBe(true);
  });

  it("something under their remit, region, board or name, whoever they are", async () => {
    const { reference } = await readReference();
    const bodies: Bodies = {
      national: "X24",
      remits: reference.organisations
        .filter(({ kind }) => kind === "REGULATOR")
        .map(({ code, remit }) => ({
          regulator: code,
          professions: remit.everySetting ? "EVERY_SETTING" : new Set(remit.professions),
        })),
    };
    const seen = new Map<string, number>();
    for (const { concern } of concerns) {
      const category = Number(concern.category.slice(3));
      const facts = {
        ...concern,
        accepted: concern.summary !== null,
        category,
        shares: [],
        atPanels: [],
        learnersFrom: [],
      };
      for (const organisation of relationsOf(facts, bodies).keys())
        seen.set(organisation, (seen.get(organisation) ?? 0) + 1);
    }
    for (const organisation of ["X24", "Y60", "Y56", "ZZN01", "ZZE01", "ZZWEXU", "GMC", "NMC", "HCPC", "CQC", "QHL"]) {
      expect([organisation, (seen.get(organisation) ?? 0) >= 20]).toEqual([organisation, true]);
    }
    for (const organisation of ["GPHC", "GDC"]) expect(seen.get(organisation)).toBeGreaterThan(0);
  });
});
