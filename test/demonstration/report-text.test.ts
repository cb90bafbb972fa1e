import { beforeAll, describe, expect, it } from "@jest/globals";
import type { DemonstrationConcern } from "../../demonstration/demonstration-concern.js";
import { inventedOrganisations } from "../../demonstration/load-organisations.js";
import { themeWordings } from "../../demonstration/wording/themes.js";
import { reportFrames } from "../../demonstration/wording/reports.js";
import { SourceType } from "../../subgraphs/concerns/concern-codes.js";
import { themes } from "../../subgraphs/concerns/concern-references.js";
import { firstConcerns } from "./demonstration-world.js";

let concerns: DemonstrationConcern[];
let texts: string[];
beforeAll(async () => {
  concerns = await firstConcerns(1_000);
  texts = concerns.flatMap(({ concern, categoryChanges, requirements, responses, progress, notes }) => [
    ...[concern.title, concern.narrative, concern.summary ?? "", concern.outcomeReason ?? ""],
    ...categoryChanges.map(({ reason }) => reason ?? ""),
    ...[...requirements, ...responses, ...notes].map(({ text }) => text),
    ...progress.flatMap(({ summary, detail }) => [summary, detail ?? ""]),
  ]);
});

describe("the reports of the demonstration", () => {
  it("are all different", () => {
    const narratives = concerns.map(({ concern }) => concern.narrative);
    expect(new Set(narratives).size).toBe(narratives.length);
  });

  it("have many titles", () => {
    expect(new Set(concerns.map(({ concern }) => concern.title)).size).toBeGreaterThan(600);
  });

  it("leave no slot open and no space twice, and begin with a capital", () => {
    expect(texts.filter((text) => /[{}]|undefined|null| {2}|\s$/.test(text))).toEqual([]);
    expect(texts.filter((text) => /^[a-z]/.test(text))).toEqual([]);
    expect(texts.filter((text) => /[.!?] [a-z]/.test(text))).toEqual([]);
  });

  it("repeat no article and no word", () => {
    expect(texts.filter((text) => /\b(\w+) \1\b/i.test(text.replaceAll("had had", "had")))).toEqual([]);
  });

  it("are in British English", () => {
    const american = /\b(\w+iz(e|ed|ing|ation)|behavior|color|center|program|labor|enroll\w*)\b/i;
    expect(texts.filter((text) => american.test(text))).toEqual([]);
  });

  it("name no trust, and no person", () => {
    const names = inventedOrganisations.filter(({ kind }) => kind !== "TRUST_SITE").map(({ name }) => String(name));
    const people = concerns.flatMap(({ reporter }) => reporter?.name ?? []);
    const all = texts.join("\n");
    expect([...names, ...people].filter((name) => all.includes(name))).toEqual([]);
  });

  it("never lend the reporter's own words to the text for the provider", () => {
    for (const { concern } of concerns.filter(({ concern: { sourceType } }) => sourceType === "LEARNER")) {
      const sentences = concern.narrative.split(/(?<=[.!?]) /);
      expect(sentences.filter((sentence) => concern.summary?.includes(sentence) === true)).toEqual([]);
    }
  });
});

describe("the wording", () => {
  it("is there for every theme of the reference data, once", () => {
    expect(themeWordings.map(({ theme }) => theme).sort()).toEqual(
      themes()
        .map(({ code }) => code)
        .sort(),
    );
  });

  it.each(Object.values(SourceType).filter((source) => source !== SourceType.OTHER))(
    "is there for reports by %s",
    (source) => {
      expect(reportFrames[source]?.openings.length).toBeGreaterThan(0);
    },
  );

  it.each(themeWordings)("of $theme says enough for reports to differ", (wording) => {
    const { titles, told, observed, effects, summaries, requirements, progress, standards } = wording;
    for (const parts of [titles, told, observed, effects, requirements, progress, standards]) {
      expect(parts.length).toBeGreaterThanOrEqual(3);
    }
    expect(summaries.length).toBeGreaterThanOrEqual(2);
  });
});
