import { describe, expect, it } from "@jest/globals";
import { libraryChanges } from "../../../subgraphs/standards/library-changes.js";
import type {
  LibraryFramework,
  LibraryStandard,
  StandardsLibrary,
} from "../../../subgraphs/standards/library-schema.js";

const framework: LibraryFramework = {
  ...{ id: "ABC-2020", code: "ABC", title: "A framework", owner: "GMC", version: "2020", validFrom: "2020-01-01" },
  ...{ validTo: null, url: "https://example.org/", source: "A public source", confidence: "FOUND", note: null },
};
const standard: LibraryStandard = {
  ...{ id: "ABC-2020:1.1", framework: "ABC-2020", position: 1, code: "1.1", kind: "STANDARD", title: "A standard" },
  ...{ parent: null, validFrom: "2020-01-01", validTo: null, supersededBy: null },
  ...{ source: "A public source", confidence: "MEDIUM", note: null },
};
const library = (
  ofFramework: Partial<LibraryFramework> = {},
  ofStandard: Partial<LibraryStandard> = {},
  strength: "STRONG" | "PARTIAL" = "STRONG",
): StandardsLibrary => ({
  frameworks: [{ ...framework, ...ofFramework }],
  standards: [{ ...standard, ...ofStandard }],
  mappings: [{ from: "ABC-2020:1.1", to: "XYZ-2024:9", strength, mappedBy: "Somebody", confidence: "JUDGEMENT" }],
});
const ended = { validTo: "2023-12-31" };

describe("loading a library", () => {
  it("inserts everything where nothing is stored", () => {
    const { frameworks, standards, mappings } = libraryChanges(
      { frameworks: [], standards: [], mappings: [] },
      library(),
    );
    expect([frameworks, standards, mappings].map(({ inserted, unchanged }) => [inserted.length, unchanged])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });

  it("changes nothing when it is loaded again", () => {
    const nothing = { inserted: [], updated: [], unchanged: 1 };
    expect(libraryChanges(library(), library())).toEqual({
      ...{ frameworks: nothing, standards: nothing, mappings: nothing, findings: [] },
    });
  });

  it("leaves alone what is stored and not in the library", () => {
    const { findings, standards } = libraryChanges(library(), { ...library(), standards: [] });
    expect([findings, standards]).toEqual([[], { inserted: [], updated: [], unchanged: 0 }]);
  });

  for (const [what, stored, wanted] of [
    ["an end", library(), library({}, ended)],
    ["a successor", library({}, ended), library({}, { ...ended, supersededBy: "ABC-2024:1.1" })],
    ["a better source", library(), library({}, { source: "The full text", confidence: "FOUND" })],
    ["a note", library(), library({}, { note: "Confirmed." })],
    ["another place in the list", library(), library({}, { position: 7 })],
  ] as const) {
    it(`gives a stored standard ${what}`, () => {
      const { standards, findings } = libraryChanges(stored, wanted);
      expect(findings).toEqual([]);
      expect(standards).toEqual({ inserted: [], updated: wanted.standards, unchanged: 0 });
    });
  }

  it("gives a stored framework its end", () => {
    expect(libraryChanges(library(), library(ended)).frameworks.updated).toEqual([{ ...framework, ...ended }]);
  });

  it("judges the strength of a mapping anew", () => {
    expect(libraryChanges(library(), library({}, {}, "PARTIAL")).mappings.updated).toHaveLength(1);
  });

  it("keeps a stored end and successor of which the library says nothing", () => {
    const stored = library(ended, { ...ended, supersededBy: "ABC-2024:1.1" });
    const { frameworks, standards, findings } = libraryChanges(stored, library());
    expect([frameworks.unchanged, standards.unchanged, findings]).toEqual([1, 1, []]);
  });
});

describe("a dated version is never edited in place", () => {
  for (const [what, stored, wanted, id] of [
    ["title", library(), library({}, { title: "Another" }), "ABC-2020:1.1"],
    ["kind", library(), library({}, { kind: "REQUIREMENT" }), "ABC-2020:1.1"],
    ["parent", library(), library({}, { parent: "ABC-2020:T1" }), "ABC-2020:1.1"],
    ["validFrom", library(), library({}, { validFrom: "2020-01-02" }), "ABC-2020:1.1"],
    ["validTo", library({}, ended), library({}, { validTo: "2024-12-31" }), "ABC-2020:1.1"],
    [
      "supersededBy",
      library({}, { supersededBy: "ABC-2024:1.1" }),
      library({}, { supersededBy: "ABC-2024:1.2" }),
      "ABC-2020:1.1",
    ],
    ["code", library(), library({ code: "ABC-2020" }), "ABC-2020"],
    ["owner", library(), library({ owner: "NMC" }), "ABC-2020"],
    ["version", library(), library({ version: "2021" }), "ABC-2020"],
    ["title", library(), library({ title: "Another" }), "ABC-2020"],
    ["validFrom", library(), library({ validFrom: "2019-01-01" }), "ABC-2020"],
    ["validTo", library(ended), library({ validTo: "2024-12-31" }), "ABC-2020"],
  ] as const) {
    it(`${id} may not have another ${what}`, () => {
      expect(libraryChanges(stored, wanted).findings).toEqual([
        `${id} is stored with another ${what}: add a new dated version instead`,
      ]);
    });
  }
});
