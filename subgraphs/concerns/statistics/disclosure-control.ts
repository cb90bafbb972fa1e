/**
 * What is published of counts, so that none tells of single concerns: from 1 to 7 a count is hidden, any other one is
 * rounded to the nearest 5, and 0 stays 0. Where lines would give a hidden count away, more of them is hidden, until
 * no hidden small count can be narrowed to fewer than four values by all lines together. Rule: NHS England's for
 * sub-national hospital statistics, with secondary suppression.
 */
export const smallestShown = 8;
export const roundedTo = 5;
/** A hidden small count may be any of at least so many. */
export const fewestPossible = 4;

/** A total and its parts, by names of cells. `overlapping`: a concern may be in several parts. */
export interface Line {
  readonly total: string;
  readonly parts: readonly string[];
  readonly overlapping: boolean;
}

export interface Published {
  /** Null where it is hidden: for its own sake or for another one's, which cannot be told apart. */
  readonly value: number | null;
}

export interface Interval {
  readonly least: number;
  readonly most: number;
}

export function isSmall(count: number): boolean {
  return count > 0 && count < smallestShown;
}

export function rounded(count: number): number {
  return Math.round(count / roundedTo) * roundedTo;
}

/** Names of the cells to hide. Cells that are not named count zero. */
export function hiddenCells(counts: ReadonlyMap<string, number>, lines: readonly Line[]): Set<string> {
  const hidden = new Set([...counts].filter(([, count]) => isSmall(count)).map(([name]) => name));
  coverEachLine(counts, lines, hidden);
  for (;;) {
    const bounds = whatLinesTell(counts, lines, hidden);
    const exposed = [...hidden].filter((name) => isSmall(counts.get(name) ?? 0) && isNarrow(bounds.get(name)));
    if (exposed.length === 0) return hidden;
    const before = hidden.size;
    for (const name of exposed) hideBeside(name, counts, lines, hidden);
    // Nothing is left to hide beside them: the lines that expose them go.
    if (hidden.size === before)
      for (const line of lines.filter(({ parts }) => parts.some((part) => exposed.includes(part))))
        hidden.add(line.total);
    if (hidden.size === before) return hidden;
  }
}

function isNarrow(interval: Interval | undefined): boolean {
  return interval !== undefined && interval.most - interval.least + 1 < fewestPossible;
}

/** One hidden part would be what the others lack of the total, so the next smallest goes too. */
function coverEachLine(counts: ReadonlyMap<string, number>, lines: readonly Line[], hidden: Set<string>): void {
  let before;
  do {
    before = hidden.size;
    for (const { total, parts } of lines)
      if (!hidden.has(total) && parts.filter((part) => hidden.has(part)).length === 1) hideNext(parts, counts, hidden);
  } while (hidden.size > before);
}

function hideBeside(
  name: string,
  counts: ReadonlyMap<string, number>,
  lines: readonly Line[],
  hidden: Set<string>,
): void {
  for (const { parts, total } of lines) if (parts.includes(name) || total === name) hideNext(parts, counts, hidden);
}

function hideNext(parts: readonly string[], counts: ReadonlyMap<string, number>, hidden: Set<string>): void {
  const shown = parts.filter((part) => !hidden.has(part) && (counts.get(part) ?? 0) > 0);
  const [next] = shown.sort((left, right) => (counts.get(left) ?? 0) - (counts.get(right) ?? 0));
  if (next !== undefined) hidden.add(next);
}

/** What a published value says of the count behind it. */
export function intervalOf(value: number | null): Interval {
  if (value === null) return { least: 0, most: Infinity };
  if (value === 0) return { least: 0, most: 0 };
  const spread = Math.floor(roundedTo / 2);
  return { least: Math.max(smallestShown, value - spread), most: value + spread };
}

/** The narrowest intervals that follow from what is shown, line by line until nothing more follows. */
function whatLinesTell(
  counts: ReadonlyMap<string, number>,
  lines: readonly Line[],
  hidden: ReadonlySet<string>,
): Map<string, Interval> {
  const bounds = new Map<string, Interval>();
  const boundOf = (name: string): Interval => {
    const shown = (): number => rounded(counts.get(name) ?? 0);
    const known = bounds.get(name) ?? intervalOf(hidden.has(name) ? null : shown());
    bounds.set(name, known);
    return known;
  };
  const narrow = (name: string, least: number, most: number): boolean => {
    const known = boundOf(name);
    const next = { least: Math.max(known.least, least), most: Math.min(known.most, most) };
    if (next.least <= known.least && next.most >= known.most) return false;
    bounds.set(name, next);
    return true;
  };
  const applyLine = ({ total, parts, overlapping }: Line): boolean => {
    const whole = boundOf(total);
    const each = parts.map(boundOf);
    const least = each.reduce((sum, part) => sum + part.least, 0);
    const most = each.reduce((sum, part) => sum + part.most, 0);
    let changed = narrow(total, overlapping ? Math.max(0, ...each.map((part) => part.least)) : least, most);
    parts.forEach((part, index) => {
      const own = each[index] ?? whole;
      const others = most === Infinity ? sumOfOthers(each, index) : most - own.most;
      const room = overlapping ? whole.most : whole.most - (least - own.least);
      changed = narrow(part, whole.least - others, room) || changed;
    });
    return changed;
  };
  let changed = true;
  while (changed) changed = lines.map(applyLine).some(Boolean);
  return bounds;
}

/** Infinity less infinity is no number, so the most of the others is added up where one of all has no bound. */
function sumOfOthers(each: readonly Interval[], index: number): number {
  return each.reduce((sum, part, other) => (other === index ? sum : sum + part.most), 0);
}
