/** Text as PostgreSQL can hold and search it. */

/** PostgreSQL stores neither a NUL nor half of a surrogate pair, so no record has them. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

/** A pattern for `ilike` in which what was typed stands for itself. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
