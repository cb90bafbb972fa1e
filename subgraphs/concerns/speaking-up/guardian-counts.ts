/**
 * What guardians report: how often people spoke up, by element and by nothing else. Small counts are hidden, and the
 * next smallest with a single hidden one, so that it cannot be worked out from a total known elsewhere.
 */
export interface ElementCount {
  readonly element: string;
  /** Null where it is hidden. */
  readonly count: number | null;
  readonly isSuppressed: boolean;
}

export interface CountReference {
  readonly elements: readonly { readonly code: string }[];
  /** The smallest count of people that is shown. Nought tells of nobody and is shown too. */
  readonly smallestShown: number;
}

/** One entry for each element, in their order. A case has one or more elements; those not in the list are left out. */
export function guardianCounts(
  cases: Iterable<{ readonly elements: readonly string[] }>,
  { elements, smallestShown }: CountReference,
): ElementCount[] {
  const counts = new Map(elements.map(({ code }) => [code, 0]));
  for (const { elements: named } of cases)
    for (const element of new Set(named)) {
      const count = counts.get(element);
      if (count !== undefined) counts.set(element, count + 1);
    }
  const hidden = hiddenElements([...counts], smallestShown);
  return [...counts].map(([element, count]) => {
    const isSuppressed = hidden.has(element);
    return { element, count: isSuppressed ? null : count, isSuppressed };
  });
}

function hiddenElements(counts: readonly (readonly [string, number])[], smallestShown: number): Set<string> {
  const hidden = counts.filter(([, count]) => count > 0 && count < smallestShown);
  if (hidden.length === 1) {
    const shown = counts.filter(([, count]) => count >= smallestShown);
    const next = shown.reduce<readonly [string, number] | undefined>(
      (least, entry) => (least === undefined || entry[1] < least[1] ? entry : least),
      undefined,
    );
    if (next !== undefined) hidden.push(next);
  }
  return new Set(hidden.map(([element]) => element));
}
