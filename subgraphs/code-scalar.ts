/**
 * Scalars for codes of reference data that an owner may extend: written as a string or as a bare name, checked for
 * shape here and for existence by the command that stores them.
 */
import { GraphQLScalarType, Kind } from "graphql";
import { HubError } from "../errors/hub-error.js";

const codeShape = /^[A-Z][A-Z0-9_]{1,59}$/;

export function codeScalar(name: string, description: string): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === "string" && codeShape.test(value)) return value;
    throw new HubError("BAD_USER_INPUT", { problem: `not a ${name} code` });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => value as string,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING || node.kind === Kind.ENUM ? node.value : undefined),
  });
}

export const ProfessionScalar = codeScalar(
  "Profession",
  "Code of a profession, such as `DOCTOR` or `MIDWIFE`. Titles and regulators are listed by `Query.professions`.",
);

export const ThemeScalar = codeScalar(
  "Theme",
  "What a concern is about, such as `INDUCTION` or `BULLYING_UNDERMINING`. The list is reference data.",
);
