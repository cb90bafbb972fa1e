import { expect, it } from "@jest/globals";
import { requirementKinds, reviewTypes } from "../../../../subgraphs/concerns/casework-references.js";
import { RequirementKind } from "../../../../subgraphs/concerns/concern-codes.js";
import { ReviewType } from "../../../../subgraphs/concerns/reviews/review-codes.js";

it.each([
  ["review", Object.values<string>(ReviewType), reviewTypes()],
  ["requirement", Object.values<string>(RequirementKind), requirementKinds()],
])("every kind of %s that can be asked for has its reference data, and the other way round", (_, codes, entries) => {
  expect([...codes].sort()).toEqual(entries.map(({ code }) => code).sort());
});
