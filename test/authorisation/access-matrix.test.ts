import { describe, expect, it } from "@jest/globals";
import { accessMatrix } from "../../authorisation/access-matrix.js";
import { policyVersion } from "../../authorisation/policy.js";
import { classes } from "./a-small-schema.js";

const matrix = accessMatrix(new Map(Object.entries(classes)));

describe("the access matrix", () => {
  it.each([
    ["a compartment by relation", "| LEARNERS, small |  |  |  |  | yes | yes |  |  |  |  |  |  |  |"],
    ["each condition", "| NARRATIVE |  |  |  | yes | yes | yes | agreement or glass | share | yes | glass |  |  |  |"],
    ["a compartment that nobody opens", "| IDENTITY |  |  |  |  |  |  |  |  |  |  |  |  |  |"],
    ["roles and purposes", "| IDENTITY | CASE_HOLDER | EDUCATION_QUALITY, SAFEGUARDING |"],
    ["a field by relation", "| `Map.secret` | MANAGEMENT, internal |  |  |  |  | yes | yes |  |  |  |  |  |  |  |"],
  ])("shows %s", (_title, line) => {
    expect(matrix.split("\n")).toContain(line);
  });

  it("says which policy it was made from", () => {
    expect(matrix).toContain(`version ${policyVersion}`);
  });

  it("leaves out what holds nothing that is protected, and arguments", () => {
    for (const absent of ["Query.book", "Cover.colour", "Query.shelf(filter:)"]) expect(matrix).not.toContain(absent);
  });

  it("is the same whichever type was declared first", () => {
    expect(accessMatrix(new Map(Object.entries(classes).reverse()))).toBe(matrix);
  });

  it("has tables whose rows are all as wide as their header", () => {
    const tables = matrix.split("\n\n").filter((block) => block.startsWith("|"));
    expect(tables).toHaveLength(4);
    for (const table of tables)
      expect(
        new Set(
          table
            .trim()
            .split("\n")
            .map((row) => row.split("|").length),
        ).size,
      ).toBe(1);
  });
});
