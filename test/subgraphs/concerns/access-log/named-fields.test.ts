import { describe, expect, it } from "@jest/globals";
import { namedIn } from "../../../../subgraphs/concerns/access-log/named-fields.js";

const one = "11111111-1111-4111-8111-111111111111";
const other = "22222222-2222-4222-8222-222222222222";
const line = (type: string, ids: readonly string[], fields: readonly string[], redacted: readonly string[] = []) => ({
  type,
  ids,
  fields,
  redacted,
});
const aPage = [
  line("Query", [], ["concerns"]),
  line("Concern", [one], ["title", "summary"]),
  line("Concern", [other], ["title"], ["summary"]),
  line("Requirement", ["33333333-3333-4333-8333-333333333333"], ["text"]),
];

describe("what an entry names", () => {
  it("of all that it tells of: every field once, in order, and no concern where there are several", () => {
    expect(namedIn(aPage, null)).toEqual({
      concern: null,
      fields: ["Concern.summary", "Concern.title", "Query.concerns", "Requirement.text"],
      redacted: ["Concern.summary"],
      agreements: [],
    });
  });

  it("with the agreements of that, each once and in order, and not those of another concern alone", () => {
    const opened = [
      { ...line("Concern", [one], ["narrative"]), agreements: ["b", "a"] },
      { ...line("Concern", [other], ["narrative"]), agreements: ["c"] },
      { ...line("Evidence", [other], ["name"]), agreements: ["a"] },
    ];
    expect(namedIn(opened, one).agreements).toEqual(["a", "b"]);
    expect(namedIn(opened, null).agreements).toEqual(["a", "b", "c"]);
  });

  it("of the concern that is asked about: nothing that was given or withheld of another one", () => {
    expect(namedIn(aPage, other)).toEqual({
      concern: other,
      fields: ["Concern.title", "Query.concerns", "Requirement.text"],
      redacted: ["Concern.summary"],
      agreements: [],
    });
  });

  it("is the concern, where there is one alone", () => {
    expect(namedIn([line("Concern", [one], ["status"])], null).concern).toBe(one);
  });

  it("is nothing, where nothing was given", () => {
    expect(namedIn([], null)).toEqual({ concern: null, fields: [], redacted: [], agreements: [] });
  });
});
