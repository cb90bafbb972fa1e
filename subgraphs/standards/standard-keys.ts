/** The shapes of keys in the library, as its tables allow them. A text without the shape names nothing. */

const framework = "[A-Z][A-Z0-9-]{1,23}";
const code = "[A-Z0-9][A-Z0-9.-]{0,23}";

export const frameworkIdShape = new RegExp(`^${framework}$`);
export const standardCodeShape = new RegExp(`^${code}$`);
export const standardIdShape = new RegExp(`^${framework}:${code}$`);

/** The id of a standard begins with that of its framework. */
export function frameworkOf(standardId: string): string {
  return standardId.slice(0, standardId.indexOf(":"));
}
