/**
 * Intensive Support Framework: the rating of a risk, and when a concern of a category has to be reviewed. Pure rules
 * over reference data that an owner may edit.
 */
export interface FrameworkReference {
  readonly categories: readonly { readonly code: string; readonly reviewDays: number | null }[];
  readonly bands: readonly { readonly band: string; readonly from: number; readonly to: number }[];
}

export interface Score {
  readonly likelihood: number;
  readonly impact: number;
}

export interface RatedScore extends Score {
  readonly score: number;
  readonly band: string;
}

/** Likelihood by impact, 1 to 25, and the band it falls in. */
export function rate({ likelihood, impact }: Score, reference: FrameworkReference): RatedScore {
  const score = likelihood * impact;
  const band = reference.bands.find(({ from, to }) => score >= from && score <= to);
  return { likelihood, impact, score, band: band?.band ?? "UNRATED" };
}

/** When a concern of the category has to be reviewed next; null where the category has no fixed interval. */
export function nextReviewOn(category: string, from: string, reference: FrameworkReference): string | null {
  const days = reference.categories.find(({ code }) => code === category)?.reviewDays ?? null;
  if (days === null) return null;
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
