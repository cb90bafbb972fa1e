/** Variables that do not fit: what is told of them, and what the telling costs. */
import { expect, it } from "@jest/globals";
import { buildSchema, getOperationAST, GraphQLScalarType, parse } from "graphql";
import { giveShapes } from "../../gateway/scalar-shapes.js";
import { unfitVariables } from "../../gateway/unfit-variables.js";

let looks = 0;
const schema = buildSchema(`
  scalar Code
  input Part { name: String! code: Code }
  input Whole { part: Part parts: [Part!] codes: [Code!] }
  type Query { a(whole: Whole, parts: [Part!], codes: [Code!]): Int }
`);
giveShapes(schema, [
  new GraphQLScalarType({
    name: "Code",
    parseValue: (value) => {
      looks += 1;
      if (value !== "A") throw new TypeError("Not a code");
      return value;
    },
  }),
]);

const operation = getOperationAST(
  parse("query ($whole: Whole, $parts: [Part!], $codes: [Code!]) { a(whole: $whole, parts: $parts, codes: $codes) }"),
);
const unfit = (variables: Record<string, unknown>) => (operation ? unfitVariables(schema, operation, variables) : []);
const fieldsOf = (variables: Record<string, unknown>) => unfit(variables).map(({ extensions }) => extensions.field);

it.each<[what: string, variables: Record<string, unknown>, fields: (string | undefined)[]]>([
  ["nothing wrong", { whole: { part: { name: "a", code: "A" } } }, []],
  ["a value deep within", { whole: { parts: [{ name: "a" }, { name: "b", code: "B" }] } }, ["parts[1].code"]],
  ["a list of inputs", { parts: [{ name: 7 }] }, ["[0].name"]],
  ["a field that is missing", { whole: { part: {} } }, ["part"]],
  [
    "a field that there is not, beside one that is wrong",
    { whole: { other: 1, codes: ["B"] } },
    ["codes[0]", undefined],
  ],
  ["a place in a list that is the variable", { codes: ["A", "B"] }, [undefined]],
])("%s is told as %s", (_what, variables, fields) => {
  expect(fieldsOf(variables)).toEqual(fields);
});

it("as many faults as are told are looked for, and no more", () => {
  looks = 0;
  expect(unfit({ codes: Array.from({ length: 2_000 }, () => "B") })).toHaveLength(1);
  expect(unfit({ whole: { codes: Array.from({ length: 2_000 }, () => "B") } })).toHaveLength(5);
  expect(looks).toBeLessThan(20);
  looks = 0;
  const names = Array.from({ length: 200 }, (_, at) => `v${at}`);
  const query = `query (${names.map((name) => `$${name}: Code`).join()}) { a }`;
  const many = getOperationAST(parse(query));
  expect(many && unfitVariables(schema, many, Object.fromEntries(names.map((name) => [name, "B"])))).toHaveLength(5);
  expect(looks).toBeLessThan(20);
});
