import { beforeAll, describe, expect, it } from "@jest/globals";
import type { DemonstrationConcern } from "../../demonstration/demonstration-concern.js";
import { demonstrationLastDay, generateConcern } from "../../demonstration/generate-concern.js";
import { inventedOrganisations } from "../../demonstration/load-organisations.js";
import { isReference } from "../../subgraphs/concerns/concern-reference.js";
import * as codes from "../../subgraphs/concerns/concern-codes.js";
import { themes } from "../../subgraphs/concerns/concern-references.js";
import { readReference } from "../../subgraphs/organisations/reference-file.js";
import { readLibrary } from "../../subgraphs/standards/read-library.js";
import { firstConcerns, theDemonstration } from "./demonstration-world.js";

let concerns: DemonstrationConcern[];
beforeAll(async () => {
  concerns = await firstConcerns(2_000);
});

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("the demonstration's concerns", () => {
  it("are the same every time", async () => {
    expect(JSON.stringify(await firstConcerns(300))).toBe(JSON.stringify(concerns.slice(0, 300)));
  });

  it("are the same whatever was made before them", async () => {
    const demonstration = await theDemonstration();
    const allOf = (concern: DemonstrationConcern | undefined) => ({ ...concern, before: concern?.before() });
    for (const index of [1_999, 40, 700])
      expect(allOf(generateConcern(demonstration, index))).toEqual(allOf(concerns[index]));
  });

  it("are others with another seed", async () => {
    const others = await firstConcerns(50, 7);
    expect(others.filter(({ concern }, index) => concern.narrative === concerns[index]?.concern.narrative)).toEqual([]);
  });

  it("have random keys, identifiers and references, each once", () => {
    const all = concerns.map(({ concern }) => concern);
    for (const { key, id, reference } of all) {
      expect(BigInt(key) > 0n && BigInt(key) < 2n ** 63n).toBe(true);
      expect(id).toMatch(uuid);
      expect(isReference(reference)).toBe(true);
    }
    for (const name of ["key", "id", "reference"] as const) {
      expect(new Set(all.map((concern) => concern[name])).size).toBe(all.length);
    }
  });

  it("have identifiers of their own on every row", () => {
    const rows = concerns.flatMap((each) => [
      ...[...each.categoryChanges, ...each.requirements, ...each.responses, ...each.progress, ...each.notes],
    ]);
    expect(rows.filter(({ id }) => !uuid.test(id))).toEqual([]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it("say nothing that happens after the last day", () => {
    const dates = concerns.flatMap(({ concern, categoryChanges, requirements, responses, progress, notes }) => [
      ...[
        concern.raisedOn,
        concern.changedOn,
        concern.categorySince,
        concern.closedOn ?? "",
        concern.identifiedOn ?? "",
      ],
      ...categoryChanges.map(({ changedOn }) => changedOn),
      ...requirements.flatMap(({ issuedOn, closedOn }) => [issuedOn, closedOn ?? ""]),
      ...responses.map(({ respondedOn }) => respondedOn),
      ...progress.map(({ submittedOn }) => submittedOn),
      ...notes.map(({ addedOn }) => addedOn),
    ]);
    expect(dates.filter((date) => date > demonstrationLastDay)).toEqual([]);
  });
});

describe("the codes of the demonstration's concerns", () => {
  const members = (list: Record<string, string>) => new Set(Object.values(list));
  const used = (name: "sourceType" | "subjectLevel" | "status" | "category" | "identityMode") =>
    new Set(concerns.map(({ concern }) => concern[name]));
  const strangers = (values: Iterable<string>, known: ReadonlySet<string>) =>
    [...values].filter((value) => !known.has(value));

  it("are those of the closed lists", () => {
    expect(strangers(used("sourceType"), members(codes.SourceType))).toEqual([]);
    expect(strangers(used("subjectLevel"), members(codes.SubjectLevel))).toEqual([]);
    expect(strangers(used("status"), members(codes.ConcernStatus))).toEqual([]);
    expect(strangers(used("category"), members(codes.IsfCategory))).toEqual([]);
    expect(strangers(used("identityMode"), members(codes.IdentityMode))).toEqual([]);
    const requirements = concerns.flatMap((each) => each.requirements);
    expect(strangers(new Set(requirements.map(({ kind }) => kind)), members(codes.RequirementKind))).toEqual([]);
    expect(strangers(new Set(requirements.map(({ status }) => status)), members(codes.RequirementStatus))).toEqual([]);
    const kinds = new Set(concerns.flatMap(({ progress }) => progress.map(({ kind }) => kind)));
    expect(strangers(kinds, members(codes.ProgressKind))).toEqual([]);
  });

  it("are themes of the reference data, and every theme is used", () => {
    const known = themes().map(({ code }) => code);
    const usedThemes = [...new Set(concerns.flatMap(({ concern }) => concern.themes))];
    expect(usedThemes.sort()).toEqual(known.sort());
  });

  it("are professions, regions, boards and bodies of the directory, and no real body but these is named", async () => {
    const { reference } = await readReference();
    const bodies = new Set([...reference.organisations, ...inventedOrganisations].map(({ code }) => String(code)));
    const named = concerns.flatMap(({ concern: { provider, site, educationProvider, region, icb, reportedBy } }) =>
      [provider, site, educationProvider, region, icb, reportedBy].filter((code) => code !== null),
    );
    expect(strangers(new Set(named), bodies)).toEqual([]);
    const places = concerns.flatMap(({ concern }) => [
      concern.provider,
      concern.site ?? "ZZ",
      concern.educationProvider ?? "ZZ",
    ]);
    expect(places.filter((code) => !code.startsWith("ZZ"))).toEqual([]);
    const professions = new Set(reference.professions.map(({ code }) => code));
    expect(strangers(new Set(concerns.flatMap(({ concern }) => concern.professions)), professions)).toEqual([]);
  });

  it("are standards of the library, in force when the concern was noticed", async () => {
    const read = await readLibrary();
    const standards = new Map("library" in read ? read.library.standards.map((each) => [each.id, each]) : []);
    const wrong = concerns.flatMap(({ concern: { standards: cited, identifiedOn, raisedOn } }) => {
      const day = identifiedOn ?? raisedOn;
      return cited.filter((id) => {
        const standard = standards.get(id);
        return standard === undefined || standard.validFrom > day || (standard.validTo ?? day) < day;
      });
    });
    expect(wrong).toEqual([]);
    const required = new Set(concerns.flatMap((each) => each.requirements.map(({ standard }) => standard ?? "")));
    expect(strangers(required, new Set(standards.keys()))).toEqual([]);
  });
});
