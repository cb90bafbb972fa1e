/** Rows of many parents, read in one statement, as a list for each: empty where a parent has none. */
export function grouped<Item, Row extends object>(
  keys: readonly string[],
  rows: readonly Row[],
  by: keyof Row,
  toItem: (row: Row) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(String(row[by]))?.push(toItem(row));
  return groups;
}
