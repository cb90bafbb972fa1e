import { describe, expect, it } from "@jest/globals";
import { Kind } from "graphql";
import { DateTimeScalar } from "../../subgraphs/scalars.js";

const asLiteral = (value: string): unknown => DateTimeScalar.parseLiteral({ kind: Kind.STRING, value });

describe("an instant", () => {
  it.each(["0001-01-01T00:00:00Z", "2026-11-25T22:00:00+01:00", "9999-12-31T23:59:59Z"])("at %s is taken", (at) => {
    expect(DateTimeScalar.parseValue(at)).toEqual(new Date(at));
    expect(asLiteral(at)).toEqual(new Date(at));
  });

  it.each(["0000-06-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])(
    "at %s is refused, as a value and in the text of a query",
    (at) => {
      expect(() => DateTimeScalar.parseValue(at)).toThrow();
      expect(() => asLiteral(at)).toThrow();
    },
  );
});
