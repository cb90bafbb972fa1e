/**
 * Takes away what is not needed: by parts, by all but a part, and by ever smaller parts, as Zeller's delta debugging
 * does. fast-check takes from one end of a list, and needs as many tries as there are items before what matters.
 */
export async function leastOf<Item>(
  items: readonly Item[],
  isEnough: (some: readonly Item[]) => Promise<boolean>,
): Promise<readonly Item[]> {
  let [kept, parts] = [items, 2];
  while (kept.length > 1) {
    const smaller = await oneOf(splits(kept, Math.min(parts, kept.length)), isEnough);
    if (smaller !== undefined) [kept, parts] = [smaller, 2];
    else if (parts >= kept.length) break;
    else parts *= 2;
  }
  return kept;
}

/** Each part by itself, and all but each part where that is something else. */
function splits<Item>(items: readonly Item[], parts: number): (readonly Item[])[] {
  const size = Math.ceil(items.length / parts);
  const starts = items.flatMap((_, at) => (at % size === 0 ? [at] : []));
  const alone = starts.map((at) => items.slice(at, at + size));
  const without = starts.map((at) => [...items.slice(0, at), ...items.slice(at + size)]);
  return parts > 2 ? [...alone, ...without] : alone;
}

async function oneOf<Item>(
  candidates: readonly (readonly Item[])[],
  isEnough: (some: readonly Item[]) => Promise<boolean>,
): Promise<readonly Item[] | undefined> {
  for (const candidate of candidates) if (await isEnough(candidate)) return candidate;
  return undefined;
}
