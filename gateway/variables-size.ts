/**
 * How large a set of variables is. It stops descending below the depth that is allowed, so a deep value costs no more
 * to refuse than a shallow one.
 */
export interface VariablesSize {
  readonly depth: number;
  readonly values: number;
  readonly longestList: number;
}

export function measureVariables(variables: Readonly<Record<string, unknown>>, deepest: number): VariablesSize {
  let depth = 0;
  let values = 0;
  let longestList = 0;
  const measure = (value: unknown, level: number): void => {
    values += 1;
    if (typeof value !== "object" || value === null) return;
    depth = Math.max(depth, level);
    if (level > deepest) return;
    if (Array.isArray(value)) longestList = Math.max(longestList, value.length);
    for (const inner of Object.values(value)) measure(inner, level + 1);
  };
  for (const value of Object.values(variables)) measure(value, 1);
  return { depth, values, longestList };
}
