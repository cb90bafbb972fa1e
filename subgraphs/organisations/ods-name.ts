/**
 * Puts the capitals of an ODS file into reading case: "NORTH LONDON NHS FOUNDATION TRUST" becomes "North London NHS
 * Foundation Trust". A text that already has small letters was set by a person and stays as it is.
 */

/** Stay in capitals. */
const initials = new Set(["NHS", "HQ", "UK"]);

/** Stay small, unless they open the text. */
const connectives = new Set("and at by for in le of on super the to under upon with".split(" "));

const word = /[\p{L}\p{N}]+(?:['’]\p{L}*)*/gu;
const ordinal = /^\d+(?:ST|ND|RD|TH)$/;

export function odsName(text: string): string {
  const spaced = text.trim().replace(/\s+/g, " ");
  if (/\p{Ll}/u.test(spaced)) return spaced;
  return spaced.replace(word, (found, at: number) => readingCase(found, spaced.slice(0, at)));
}

function readingCase(found: string, before: string): string {
  if (initials.has(found)) return found;
  if (ordinal.test(found)) return found.toLowerCase();
  if (/\p{N}/u.test(found)) return found;
  const small = found.toLowerCase();
  if (connectives.has(small) && !opens(small, before)) return small;
  return small
    .replace(/^\p{L}/u, (letter) => letter.toUpperCase())
    .replace(/^(\p{L}['’])(\p{L})/u, (_, prefix: string, letter: string) => prefix + letter.toUpperCase());
}

/** "The" also opens a part of an address: "729 The Ridge", "East Wing, The Lawns". */
function opens(small: string, before: string): boolean {
  return before === "" || (small === "the" && /[,\d] $/.test(before));
}
