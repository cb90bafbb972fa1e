import { describe, expect, it } from "@jest/globals";
import { confidences, mappingStrengths, standardKinds } from "../../../subgraphs/standards/library-schema.js";
import { readLibrary } from "../../../subgraphs/standards/read-library.js";
import { standardCodeShape, standardIdShape, frameworkIdShape } from "../../../subgraphs/standards/standard-keys.js";
import { standardsSubgraph } from "../../../subgraphs/standards/standards-subgraph.js";
import { enumValues, nullableFields } from "../organisations/schema-findings.js";

const { name, schema, dataClasses, views } = standardsSubgraph();

describe("the standards subgraph", () => {
  it("holds nothing that the policy protects", () => {
    expect({ name, dataClasses, views }).toEqual({ name: "standards", dataClasses: [], views: [] });
  });

  it("lets nothing be null that the library always has", () => {
    expect(nullableFields(schema)).toEqual([
      "Framework.note",
      "Framework.validTo",
      "PageInfo.endCursor",
      "PageInfo.startCursor",
      "Query.framework",
      "Query.standard",
      "Standard.note",
      "Standard.parent",
      "Standard.supersededBy",
      "Standard.validTo",
    ]);
  });

  it.each([
    ["StandardKind", standardKinds],
    ["Confidence", confidences],
    ["MappingStrength", mappingStrengths],
  ])("knows every %s of the library's files", (type, values) => {
    expect(enumValues(schema, type)).toEqual([...values]);
  });

  it("takes every key of the shipped library for one", async () => {
    const checked = await readLibrary();
    if ("findings" in checked) throw new TypeError(checked.findings.join("\n"));
    const { frameworks, standards } = checked.library;
    expect(frameworks.filter(({ id }) => !frameworkIdShape.test(id))).toEqual([]);
    expect(standards.filter(({ id, code }) => !standardIdShape.test(id) || !standardCodeShape.test(code))).toEqual([]);
  });
});
