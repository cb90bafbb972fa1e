import { describe, expect, it } from "@jest/globals";
import { checkLibrary } from "../../../subgraphs/standards/library-file.js";

const provenance = { source: "A public source", confidence: "FOUND" };
const framework = (changes: object = {}) => ({
  ...{ id: "ABC-2020", code: "ABC", title: "A framework", owner: "GMC", version: "2020" },
  ...{ validFrom: "2020-01-01", validTo: null, url: "https://example.org/abc", ...provenance, ...changes },
});
const theme = { code: "T1", kind: "THEME", title: "A theme", ...provenance };
const standard = (changes: object = {}) => ({
  ...{ code: "1.1", kind: "STANDARD", title: "A standard", parent: "T1", ...provenance, ...changes },
});
const file = (standards: readonly object[] = [theme, standard()], changes: object = {}) => ({
  name: "abc.json",
  content: { framework: framework(changes), standards },
});
const other = {
  name: "xyz.json",
  content: {
    framework: framework({ id: "XYZ-2024", code: "XYZ", validFrom: "2024-01-01" }),
    standards: [{ ...theme, code: "9" }],
  },
};
const mapping = (changes: object = {}) => ({
  ...{ from: "ABC-2020:1.1", to: "XYZ-2024:9", strength: "STRONG", mappedBy: "Somebody", confidence: "JUDGEMENT" },
  ...changes,
});

describe("a sound library", () => {
  const check = checkLibrary(
    [file([theme, standard(), standard({ code: "1.2", validTo: "2023-12-31" })]), other],
    [mapping()],
  );

  it("gives each standard its id, its place and its parent's id", () => {
    expect(
      "library" in check && check.library.standards.map(({ id, position, parent }) => [id, position, parent]),
    ).toEqual([
      ["ABC-2020:T1", 1, null],
      ["ABC-2020:1.1", 2, "ABC-2020:T1"],
      ["ABC-2020:1.2", 3, "ABC-2020:T1"],
      ["XYZ-2024:9", 1, null],
    ]);
  });

  it("gives each standard the period of its framework unless it has its own", () => {
    expect("library" in check && check.library.standards.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual(
      [
        ["2020-01-01", null],
        ["2020-01-01", null],
        ["2020-01-01", "2023-12-31"],
        ["2024-01-01", null],
      ],
    );
  });

  it("lets one version follow another from the next day on", () => {
    const earlier = file(undefined, { validTo: "2023-12-31" });
    const later = file([theme], { id: "ABC-2024", version: "2024", validFrom: "2024-01-01" });
    expect(checkLibrary([later, earlier], [])).toHaveProperty("library");
  });
});

describe("a malformed file is refused with the place that is wrong", () => {
  const longest = (length: number) => "x".repeat(length);
  for (const [what, content, place] of [
    ["nothing at all", undefined, "abc.json: "],
    ["a list", [], "abc.json: "],
    ["no standards", file([]).content, "abc.json: standards: "],
    ["a property nobody knows", { ...file().content, extra: 1 }, "abc.json: "],
    ["a misspelt property of a standard", file([{ ...theme, parnet: "T1" }]).content, "abc.json: standards.0: "],
    ["a title with a NUL", file([{ ...theme, title: "a\0b" }]).content, "abc.json: standards.0.title: "],
    ["a title with a line break", file([{ ...theme, title: "a\nb" }]).content, "abc.json: standards.0.title: "],
    [
      "a title that turns the reading direction",
      file([{ ...theme, title: "a\u202eb" }]).content,
      "abc.json: standards.0.title: ",
    ],
    ["a title of half a character", file([{ ...theme, title: "a\ud800" }]).content, "abc.json: standards.0.title: "],
    ["an empty title", file([{ ...theme, title: "" }]).content, "abc.json: standards.0.title: "],
    ["a title of spaces", file([{ ...theme, title: "  " }]).content, "abc.json: standards.0.title: "],
    ["a title that is too long", file([{ ...theme, title: longest(301) }]).content, "abc.json: standards.0.title: "],
    ["a note that is too long", file([{ ...theme, note: longest(601) }]).content, "abc.json: standards.0.note: "],
    ["a code in small letters", file([{ ...theme, code: "t1" }]).content, "abc.json: standards.0.code: "],
    ["a code with a colon", file([{ ...theme, code: "A:1" }]).content, "abc.json: standards.0.code: "],
    ["a code that ends in a dot", file([{ ...theme, code: "1." }]).content, "abc.json: standards.0.code: "],
    ["a code that is too long", file([{ ...theme, code: "A".repeat(25) }]).content, "abc.json: standards.0.code: "],
    ["a kind nobody knows", file([{ ...theme, kind: "RULE" }]).content, "abc.json: standards.0.kind: "],
    [
      "a confidence nobody knows",
      file([{ ...theme, confidence: "SURE" }]).content,
      "abc.json: standards.0.confidence: ",
    ],
    ["no source", file([{ ...theme, source: undefined }]).content, "abc.json: standards.0.source: "],
    [
      "a day that does not exist",
      file([{ ...theme, validTo: "2023-02-29" }]).content,
      "abc.json: standards.0.validTo: ",
    ],
    [
      "a day with a time",
      file([{ ...theme, validTo: "2023-02-28T00:00Z" }]).content,
      "abc.json: standards.0.validTo: ",
    ],
    [
      "a successor without its framework",
      file([{ ...theme, supersededBy: "1.1" }]).content,
      "abc.json: standards.0.supersededBy: ",
    ],
    ["an id with a space", file([theme], { id: "ABC 2020" }).content, "abc.json: framework.id: "],
    ["an owner by name", file([theme], { owner: "The GMC" }).content, "abc.json: framework.owner: "],
    [
      "an address that is not https",
      file([theme], { url: "http://example.org/" }).content,
      "abc.json: framework.url: ",
    ],
    ["an address that is a script", file([theme], { url: "javascript:alert(1)" }).content, "abc.json: framework.url: "],
    ["no end, not even null", file([theme], { validTo: undefined }).content, "abc.json: framework.validTo: "],
  ] as const) {
    it(`a file with ${what}`, () => {
      const check = checkLibrary([{ name: "abc.json", content }], []);
      expect(check).toEqual({ findings: [expect.stringMatching(new RegExp(`^${place.replaceAll(".", "\\.")}`))] });
    });
  }

  for (const [what, content] of [
    ["that is missing", undefined],
    ["without a strength", [mapping({ strength: undefined })]],
    ["of an unknown strength", [mapping({ strength: "WEAK" })]],
    ["from something that is no id", [mapping({ from: "1.1" })]],
    ["made by nobody", [mapping({ mappedBy: "" })]],
  ] as const) {
    it(`a mapping ${what}`, () => {
      expect(checkLibrary([file(), other], content)).toEqual({ findings: [expect.stringMatching(/^the mapping: /)] });
    });
  }

  it("names every file that is wrong, not only the first", () => {
    const check = checkLibrary([{ name: "one.json", content: 1 }, file(), { name: "two.json", content: 2 }], []);
    expect(check).toEqual({ findings: [expect.stringMatching(/^one/), expect.stringMatching(/^two/)] });
  });
});

describe("files that contradict one another are refused", () => {
  const later = (changes: object, standards: readonly object[] = [theme]) =>
    file(standards, { id: "ABC-2024", version: "2024", validFrom: "2024-01-01", ...changes });
  const ended = { validTo: "2023-12-31" };

  for (const [what, files, mappings, finding] of [
    [
      "two files for one framework",
      [file([theme]), file([standard({ code: "2", parent: undefined })])],
      [],
      "ABC-2020 is the id of more than one framework",
    ],
    [
      "a code used twice",
      [file([theme, standard(), standard()])],
      [],
      "ABC-2020:1.1 is the id of more than one standard",
    ],
    [
      "an id that does not begin with its code",
      [file([theme], { code: "AB" })],
      [],
      "ABC-2020 does not begin with its code AB",
    ],
    [
      "a parent that does not exist",
      [file([theme, standard({ parent: "T2" })])],
      [],
      "ABC-2020:1.1 names the parent ABC-2020:T2, which is not above it",
    ],
    [
      "a parent further down",
      [file([standard(), theme])],
      [],
      "ABC-2020:1.1 names the parent ABC-2020:T1, which is not above it",
    ],
    [
      "a standard that is its own parent",
      [file([{ ...theme, parent: "T1" }])],
      [],
      "ABC-2020:T1 names the parent ABC-2020:T1, which is not above it",
    ],
    [
      "a parent in another framework",
      [file([standard({ parent: "9" })]), other],
      [],
      "ABC-2020:1.1 names the parent ABC-2020:9, which is not above it",
    ],
    [
      "a framework that ends before it begins",
      [file([{ ...theme, validFrom: "2019-01-01" }], { validTo: "2019-12-31" })],
      [],
      "ABC-2020 ends before it begins",
    ],
    [
      "a standard that ends before it begins",
      [file([{ ...theme, validFrom: "2021-01-02", validTo: "2021-01-01" }])],
      [],
      "ABC-2020:T1 ends before it begins",
    ],
    [
      "a standard older than its framework",
      [file([{ ...theme, validFrom: "2019-12-31" }])],
      [],
      "ABC-2020:T1 is in force outside its framework",
    ],
    [
      "a standard that outlives its framework",
      [file([{ ...theme, validTo: "2024-01-01" }], ended)],
      [],
      "ABC-2020:T1 is in force outside its framework",
    ],
    [
      "two versions in force on one day",
      [file([theme], ended), later({ validFrom: "2023-12-31" })],
      [],
      "ABC-2020 and ABC-2024 are versions of ABC in force at the same time",
    ],
    [
      "a version that never ends before the next",
      [later({}), file([theme])],
      [],
      "ABC-2020 and ABC-2024 are versions of ABC in force at the same time",
    ],
    [
      "a successor that does not exist",
      [file([{ ...theme, supersededBy: "ABC-2024:T1" }], ended)],
      [],
      "ABC-2020:T1 is superseded by ABC-2024:T1, which does not exist",
    ],
    [
      "a successor while in force for good",
      [file([{ ...theme, supersededBy: "XYZ-2024:9" }]), other],
      [],
      "ABC-2020:T1 is superseded by XYZ-2024:9, which begins before it ends",
    ],
    [
      "a standard that supersedes itself",
      [file([{ ...theme, supersededBy: "ABC-2020:T1" }], ended)],
      [],
      "ABC-2020:T1 is superseded by ABC-2020:T1, which begins before it ends",
    ],
    [
      "a mapping from nothing",
      [file(), other],
      [mapping({ from: "ABC-2020:1.9" })],
      "the mapping ABC-2020:1.9 to XYZ-2024:9 names ABC-2020:1.9, which does not exist",
    ],
    [
      "a mapping to nothing",
      [file()],
      [mapping()],
      "the mapping ABC-2020:1.1 to XYZ-2024:9 names XYZ-2024:9, which does not exist",
    ],
    [
      "a mapping to itself",
      [file()],
      [mapping({ to: "ABC-2020:1.1" })],
      "the mapping ABC-2020:1.1 to ABC-2020:1.1 stays within one framework",
    ],
    [
      "a mapping made twice",
      [file(), other],
      [mapping(), mapping({ strength: "PARTIAL" })],
      "the mapping ABC-2020:1.1 to XYZ-2024:9 is made more than once",
    ],
  ] as const) {
    it(what, () => {
      expect(checkLibrary(files, mappings)).toEqual({ findings: expect.arrayContaining([finding]) });
    });
  }
});
