/**
 * Statistical process control of a published series (XmR): the mean, limits at 2.66 mean moving ranges, and which
 * points are more than common variation, by the four rules that NHS England's "Making data count" teaches.
 */
export type Signal = "BEYOND_LIMITS" | "SHIFT" | "TREND" | "NEAR_LIMITS";

export interface ControlPoint {
  readonly key: string;
  readonly value: number | null;
  /** Why the point is more than common variation; empty where it is not. */
  readonly signals: readonly Signal[];
}

export interface ControlChart {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly points: readonly ControlPoint[];
}

/** With fewer points, limits would say more than the series does. */
export const fewestPoints = 8;
const rangeFactor = 2.66;
/** Points in a row on one side of the mean, or each above or each below the one before. */
const runLength = 7;

interface Point {
  readonly key: string;
  readonly value: number | null;
}

/** Undefined where too few values are shown. Hidden values are left out, not taken for zero. */
export function controlChart(series: readonly Point[]): ControlChart | undefined {
  const shown = series.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }]));
  if (shown.length < fewestPoints) return undefined;
  const values = shown.map(({ value }) => value);
  const mean = average(values);
  const reach =
    rangeFactor * average(values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value))));
  const signals = signalsOf(values, mean, reach);
  const byKey = new Map(shown.map(({ key }, index) => [key, signals[index] ?? []]));
  return {
    mean,
    lower: Math.max(0, mean - reach),
    upper: mean + reach,
    points: series.map(({ key, value }) => ({ key, value, signals: byKey.get(key) ?? [] })),
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function signalsOf(values: readonly number[], mean: number, reach: number): Signal[][] {
  const side = (value: number): number => Math.sign(value - mean);
  const isNear = (value: number, of: number): boolean => side(value) === of && Math.abs(value - mean) > (2 / 3) * reach;
  return values.map((value, index) => {
    const isOf = (length: number, holds: (window: readonly number[]) => boolean): boolean =>
      windowsWith(values, index, length).some(holds);
    const found: (readonly [Signal, boolean])[] = [
      ["BEYOND_LIMITS", Math.abs(value - mean) > reach],
      ["SHIFT", isOf(runLength, (window) => side(value) !== 0 && window.every((one) => side(one) === side(value)))],
      ["TREND", isOf(runLength, (window) => rises(window) || rises([...window].reverse()))],
      [
        "NEAR_LIMITS",
        isNear(value, side(value)) && isOf(3, (window) => window.filter((one) => isNear(one, side(value))).length >= 2),
      ],
    ];
    return found.filter(([, holds]) => holds).map(([signal]) => signal);
  });
}

/** Stretches of so many values that the value at the index is in. */
function windowsWith(values: readonly number[], index: number, length: number): number[][] {
  const first = Math.max(0, index - length + 1);
  const last = Math.min(index, values.length - length);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) =>
    values.slice(first + offset, first + offset + length),
  );
}

function rises(window: readonly number[]): boolean {
  return window.slice(1).every((value, index) => value > (window[index] ?? value));
}
