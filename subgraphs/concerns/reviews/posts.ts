/**
 * Panels, people met and owners are named by their post, never by their name. No rule can tell every name; this one
 * finds the slips that are common, a title before a name and an address, so that they are never stored.
 */
const titleBeforeWord = /\b(?:dr|mr|mrs|ms|miss|mx|prof|professor|sir|dame|revd)\b\.?\s+(\p{L})/giu;
const address = /@|\d{5}/;

/** A name has a capital: "Professor of nursing" is a post. */
export function namesAPerson(text: string): boolean {
  return address.test(text) || [...text.matchAll(titleBeforeWord)].some(([, letter = ""]) => /\p{Lu}/u.test(letter));
}

export function areAllPosts(texts: readonly string[]): boolean {
  return texts.every((text) => text.trim() !== "" && !namesAPerson(text));
}
