/** Turns the names that programs use into words for a reader. Pure: the explorer bundles it too. */

/** `QUALITY_LEAD` -> `quality lead`. */
export function inWords(constant: string): string {
  return constant.toLowerCase().replaceAll("_", " ");
}

/** Changes nothing but the first letter: the words of a sentence keep their names. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
