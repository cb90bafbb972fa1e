import { expect, it } from "@jest/globals";
import { responseType } from "../../gateway/response-type.js";

const [newer, plain] = ["application/graphql-response+json", "application/json"] as const;

it.each([
  [undefined, plain],
  ["", plain],
  ["*/*", plain],
  ["application/*", plain],
  [plain, plain],
  [newer, newer],
  [`${newer}; charset=utf-8, ${plain}; charset=utf-8`, newer],
  [`${plain}, ${newer}`, newer],
  [`${newer};q=0.5, ${plain};q=0.9`, plain],
  [`${newer};q=0, */*`, plain],
  ["text/html, */*;q=0.1", plain],
  ["text/html", undefined],
  ["application/json;q=0", undefined],
  ["multipart/mixed", undefined],
])("Accept: %s is answered with %s", (accept, type) => {
  expect(responseType(accept)).toBe(type);
});
