import { describe, expect, it } from "@jest/globals";
import { isExampleFor, parseExampleQuery, sortExamplesFor } from "../../dashboard/example-query.js";

const text = `# Concerns in my remit
# For: gmc, nmc
# First line.
# Second line.
query Remit {
  # not part of the description
  viewer { role }
}
`;

describe("an example query", () => {
  const example = parseExampleQuery("../../docs/queries/remit.graphql", text);

  it("takes its title, its audience and its description from the leading comments", () => {
    expect(example).toMatchObject({
      name: "remit",
      title: "Concerns in my remit",
      audience: ["gmc", "nmc"],
      description: "First line. Second line.",
    });
  });

  it("keeps the whole text, so that the editor shows the comments", () => {
    expect(example.query).toBe(text.trimEnd());
  });

  for (const [persona, expected] of [
    ["gmc", true],
    ["nmc", true],
    ["hcpc", false],
    ["everyone", false],
  ] as const) {
    it(`is ${expected ? "" : "not "}for ${persona}`, () => {
      expect(isExampleFor(example, persona)).toBe(expected);
    });
  }

  it("without a `For:` line is for nobody in particular", () => {
    expect(parseExampleQuery("a.graphql", "# Title\n{ viewer { role } }").audience).toEqual([]);
  });
});

it("a persona meets its own examples first, then those for everyone, then the rest", () => {
  const example = (name: string, audience: string) => parseExampleQuery(name, `# T\n# For: ${audience}\n{ a }`);
  const sorted = sortExamplesFor([example("rest", "cqc"), example("all", "everyone"), example("own", "icb")], "icb");
  expect(sorted.map(({ name }) => name)).toEqual(["own", "all", "rest"]);
});
