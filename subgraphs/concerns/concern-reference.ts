/**
 * References for people, such as `QC-7K3M-9F2D`: seven random symbols and one that checks them. A reference tells
 * nothing, neither when a concern was filed nor how many there are, and survives being read out on the telephone: one
 * wrong symbol, or any two that changed places, never make another reference.
 */

/** Digits and capitals that are not taken for one another. */
export const referenceAlphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

const freeSymbols = 7;
/** Prime, and above both the size of the alphabet and every weight: what makes the check catch what it promises. */
const modulus = 31;
const shape = new RegExp(`^QC-([${referenceAlphabet}]{4})-([${referenceAlphabet}]{4})$`);

/**
 * The symbol that makes the weighted sum of all eight a multiple of 31; its own weight is 1. Null where that would
 * take a thirty-first symbol: such symbols are not given out.
 */
export function checkCharacter(symbols: string): string | null {
  let sum = 0;
  for (let position = 0; position < freeSymbols; position += 1) {
    sum += referenceAlphabet.indexOf(symbols.charAt(position)) * (position + 2);
  }
  return referenceAlphabet.charAt((modulus - (sum % modulus)) % modulus) || null;
}

/** @param symbols seven of the alphabet; null where they have no check character. */
export function formatReference(symbols: string): string | null {
  const check = checkCharacter(symbols);
  return check === null ? null : `QC-${symbols.slice(0, 4)}-${symbols.slice(4)}${check}`;
}

/** @param random from 0 up to and without 1; from a cryptographic source where the concern is a real one. */
export function newReference(random: () => number): string {
  for (;;) {
    const symbols = Array.from({ length: freeSymbols }, () =>
      referenceAlphabet.charAt(Math.floor(random() * referenceAlphabet.length)),
    );
    // One draw in thirty-one has no check character.
    const reference = formatReference(symbols.join(""));
    if (reference !== null) return reference;
  }
}

export function isReference(text: string): boolean {
  const [, first, second] = shape.exec(text) ?? [];
  if (first === undefined || second === undefined) return false;
  return checkCharacter(first + second.slice(0, -1)) === second.slice(-1);
}
