import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { LibraryCheck } from "../../../subgraphs/standards/library-file.js";
import type { StandardsLibrary } from "../../../subgraphs/standards/library-schema.js";
import { readLibrary } from "../../../subgraphs/standards/read-library.js";

const library = sound(await readLibrary());
const standardsOf = (framework: string) => library.standards.filter((standard) => standard.framework === framework);
const ofKind = (framework: string, kind: string) => standardsOf(framework).filter((standard) => standard.kind === kind);

describe("the library that ships with the hub", () => {
  it("has no findings", async () => {
    expect(await readLibrary()).not.toHaveProperty("findings");
  });

  for (const [framework, kind, count] of [
    ["EQF-2021", "DOMAIN", 6],
    ["EQF-2021", "STANDARD", 49],
    ["GMC-2016", "THEME", 5],
    ["GMC-2016", "STANDARD", 10],
    ["GMC-2016", "REQUIREMENT", 76],
    ["SFNME-2018", "SECTION", 5],
    ["SFNME-2018", "STANDARD", 8],
    ["SFNME-2023", "STANDARD", 9],
    ["SSSA-2018", "SECTION", 10],
    ["SET-2017", "SECTION", 6],
    ["SET-2017", "STANDARD", 52],
    ["IETP-2021", "STANDARD", 7],
    ["IETP-2021", "OUTCOME_AREA", 4],
    ["GDC-2015", "STANDARD", 3],
    ["GDC-2015", "REQUIREMENT", 21],
    ["GDC-2025", "THEME", 5],
    ["CQC-KQ", "KEY_QUESTION", 5],
    ["CQC-QS-2024", "QUALITY_STATEMENT", 34],
    ["CQC-REG-2014", "REGULATION", 15],
    ["SLEC-2023", "PRINCIPLE", 10],
  ] as const) {
    it(`holds ${count} of kind ${kind} in ${framework}`, () => {
      expect(ofKind(framework, kind)).toHaveLength(count);
    });
  }

  for (const [framework, kind, parents, counts] of [
    ["EQF-2021", "STANDARD", ["1", "2", "3", "4", "5", "6"], [13, 8, 11, 7, 6, 4]],
    ["GMC-2016", "STANDARD", ["T1", "T2", "T3", "T4", "T5"], [2, 3, 1, 2, 2]],
    ["GMC-2016", "REQUIREMENT", ["T1", "T2", "T3", "T4", "T5"], [22, 20, 16, 6, 12]],
    ["SET-2017", "STANDARD", ["SET1", "SET2", "SET3", "SET4", "SET5", "SET6"], [1, 7, 18, 11, 8, 7]],
    ["GDC-2015", "REQUIREMENT", ["S1", "S2", "S3"], [8, 4, 9]],
    ["CQC-QS-2024", "QUALITY_STATEMENT", ["SAFE", "EFFECTIVE", "CARING", "RESPONSIVE", "WELL-LED"], [8, 6, 5, 7, 8]],
  ] as const) {
    it(`divides ${framework} by ${kind} as ${counts.join(" + ")}`, () => {
      const found = parents.map(
        (parent) => ofKind(framework, kind).filter((standard) => standard.parent === `${framework}:${parent}`).length,
      );
      expect(found).toEqual(counts);
    });
  }

  for (const [framework, code, day, inForce] of [
    ["SFNME-2018", "1.5", "2023-01-24", true],
    ["SFNME-2018", "1.5", "2023-01-25", false],
    ["SFNME-2023", "1.5", "2023-01-24", false],
    ["SFNME-2023", "1.5", "2023-01-25", true],
    ["GDC-2015", "R6", "2026-08-31", true],
    ["GDC-2015", "R6", "2026-09-01", false],
    ["GDC-2025", "AREA-1", "2026-08-31", false],
    ["GDC-2025", "AREA-1", "2026-11-23", true],
    ["GMC-2016", "R1.1", "2015-12-31", false],
    ["SET-2017", "3.17", "2017-09-01", true],
  ] as const) {
    it(`says that ${framework}:${code} is ${inForce ? "" : "not "}in force on ${day}`, () => {
      const standard = standardsOf(framework).find((candidate) => candidate.code === code);
      expect(standard).toBeDefined();
      const { validFrom, validTo } = standard ?? { validFrom: "", validTo: "" };
      expect(validFrom <= day && (validTo === null || day <= validTo)).toBe(inForce);
    });
  }

  it("gives every standard of the 2018 nursing and midwifery framework its successor of 2023", () => {
    const successors = standardsOf("SFNME-2018").map(({ code, supersededBy }) => [code, supersededBy]);
    expect(successors).toEqual(standardsOf("SFNME-2018").map(({ code }) => [code, `SFNME-2023:${code}`]));
  });

  it("says in a note wherever a code is the hub's own or a title is not held", () => {
    for (const standard of library.standards.filter(({ title }) => /standard S?\d/.test(title)))
      expect(standard.note).toContain("to be confirmed");
    for (const standard of standardsOf("GDC-2025")) expect(standard.note).toContain("the hub's own");
  });

  it("maps from the Education Quality Framework alone, and always as a judgement", () => {
    for (const { from, confidence } of library.mappings) {
      expect(from).toMatch(/^EQF-2021:/);
      expect(confidence).toBe("JUDGEMENT");
    }
  });

  it("maps every domain of the Education Quality Framework to something", () => {
    const mapped = new Set(library.mappings.map(({ from }) => from));
    for (const { id } of ofKind("EQF-2021", "DOMAIN")) expect(mapped).toContain(id);
  });

  for (const [from, to, strength] of [
    ["EQF-2021:1.7", "GMC-2016:R1.1", "STRONG"],
    ["EQF-2021:1.7", "SFNME-2023:1.6", "STRONG"],
    ["EQF-2021:1.7", "SFNME-2018:1.6", "STRONG"],
    ["EQF-2021:1.7", "CQC-QS-2024:WELL-LED-3", "STRONG"],
    ["EQF-2021:3.5", "SET-2017:5.6", "STRONG"],
    ["EQF-2021:1", "IETP-2021:7", "PARTIAL"],
    ["EQF-2021:6.3", "SFNME-2023:2", "PARTIAL"],
  ] as const) {
    it(`maps ${from} to ${to} as ${strength}`, () => {
      expect(library.mappings.find((mapping) => mapping.from === from && mapping.to === to)?.strength).toBe(strength);
    });
  }
});

describe("a reader's own files", () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), "standards-"))));
  afterEach(() => rm(folder, { recursive: true }));

  const write = async (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const provenance = { source: "A public source", confidence: "FOUND" };
  const charter = (standards: readonly object[]) =>
    JSON.stringify({
      framework: {
        ...{ id: "SLEC-2023", code: "SLEC", title: "Charter", owner: "X24", version: "2023" },
        ...{ validFrom: "2023-01-01", validTo: "2026-12-31", url: "https://example.org/", ...provenance },
      },
      standards,
    });

  it("take the place of the shipped file for the same framework", async () => {
    const path = await write("own.json", charter([{ code: "1", kind: "PRINCIPLE", title: "Respect", ...provenance }]));
    const { frameworks, standards } = sound(await readLibrary([path]));
    expect(frameworks.filter(({ id }) => id === "SLEC-2023").map(({ validTo }) => validTo)).toEqual(["2026-12-31"]);
    expect(standards.filter(({ framework }) => framework === "SLEC-2023")).toHaveLength(1);
  });

  it("may not supersede a standard that neither they nor the shipped library hold", async () => {
    const entry = { code: "1", kind: "PRINCIPLE", title: "Respect", supersededBy: "SLEC-2027:1", ...provenance };
    expect(await readLibrary([await write("own.json", charter([entry]))])).toEqual({
      findings: ["SLEC-2023:1 is superseded by SLEC-2027:1, which does not exist"],
    });
  });

  for (const [what, content] of [
    ["is empty", ""],
    ["is cut off", '{ "framework": {'],
    ["is not UTF-8", Buffer.from([0x22, 0xff, 0x22])],
  ] as const) {
    it(`are refused whole when one ${what}`, async () => {
      expect(await readLibrary([await write("own.json", content)])).toEqual({
        findings: ["own.json: is not JSON in UTF-8"],
      });
    });
  }

  it("are refused whole when one is larger than any library", async () => {
    const path = await write("own.json", Buffer.alloc(4 * 1024 * 1024 + 1, " "));
    expect(await readLibrary([path])).toEqual({ findings: ["own.json: is larger than 4 MiB"] });
  });
});

function sound(check: LibraryCheck): StandardsLibrary {
  if ("library" in check) return check.library;
  throw new TypeError(check.findings.join("\n"));
}
