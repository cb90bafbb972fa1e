import { describe, expect, it } from "@jest/globals";
import { randomInt } from "node:crypto";
import {
  checkCharacter,
  formatReference,
  isReference,
  newReference,
  referenceAlphabet,
} from "../../../subgraphs/concerns/concern-reference.js";

const symbols = Array.from(referenceAlphabet);
const places = [3, 4, 5, 6, 8, 9, 10, 11];
const references = Array.from({ length: 60 }, () => newReference(() => randomInt(2 ** 32) / 2 ** 32));

function replaced(reference: string, place: number, symbol: string): string {
  return reference.slice(0, place) + symbol + reference.slice(place + 1);
}

describe("a reference", () => {
  it("has the shape that people are told about", () => {
    for (const reference of references) expect(reference).toMatch(/^QC-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
  });

  it("uses no symbol that is taken for another", () => {
    expect(new Set(symbols).size).toBe(30);
    for (const confusing of "01ILOU") expect(symbols).not.toContain(confusing);
  });

  it("passes its own check", () => {
    for (const reference of references) expect(isReference(reference)).toBe(true);
  });

  it("is refused with any one symbol wrong", () => {
    const accepted = references.flatMap((reference) =>
      places.flatMap((place) =>
        symbols
          .filter((symbol) => symbol !== reference.charAt(place))
          .map((symbol) => replaced(reference, place, symbol))
          .filter(isReference),
      ),
    );
    expect(accepted).toEqual([]);
  });

  it("is refused with any two different symbols in each other's place", () => {
    const accepted = references.flatMap((reference) =>
      places.flatMap((left) =>
        places
          .filter((right) => right > left && reference.charAt(left) !== reference.charAt(right))
          .map((right) => replaced(replaced(reference, left, reference.charAt(right)), right, reference.charAt(left)))
          .filter(isReference),
      ),
    );
    expect(accepted).toEqual([]);
  });

  for (const text of ["", "QC-", "QC-2222-222", "qc-2222-2222", " QC-2222-2222", "QC-2222-2222\n", "QC-I222-2222"]) {
    it(`is not ${JSON.stringify(text)}`, () => {
      expect(isReference(text)).toBe(false);
    });
  }

  it("is not given out for symbols that have no check character", () => {
    const without = symbols
      .flatMap((a) => symbols.map((b) => `${a}22222${b}`))
      .filter((s) => checkCharacter(s) === null);
    expect(without.length).toBeGreaterThan(0);
    for (const seven of without) expect(formatReference(seven)).toBeNull();
  });

  it("is drawn again where the first symbols have no check character", () => {
    const draws = [...symbolDraws("Z222222"), ...symbolDraws("2222223")];
    // 29 twice is 58, which leaves 4 to 31: this one has a check character and is taken.
    expect(newReference(() => draws.shift() ?? 0)).toBe(formatReference("Z222222"));
    const refusedFirst = symbols.map((symbol) => `${symbol}222222`).find((seven) => checkCharacter(seven) === null);
    const again = [...symbolDraws(refusedFirst ?? ""), ...symbolDraws("2222223")];
    expect(newReference(() => again.shift() ?? 0)).toBe(formatReference("2222223"));
  });
});

function symbolDraws(seven: string): number[] {
  return Array.from(seven).map((symbol) => (symbols.indexOf(symbol) + 0.5) / symbols.length);
}
