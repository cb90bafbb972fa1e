/** Risk scores that go with a category: most fall in the band that suggests it, some are set aside with a reason. */
import type { Category, RiskScore, RiskScores } from "./casework-event.js";
import type { DemonstrationReference } from "./demonstration-reference.js";
import type { Random } from "./random.js";

const steps = [1, 2, 3, 4, 5];
const cells = steps.flatMap((likelihood) => steps.map((impact) => ({ likelihood, impact })));

/** With the controls in place it is never more likely than without them, nor graver. */
export function scoreRisk(
  random: Random,
  { bands }: DemonstrationReference,
  category: Category,
  inherentBefore: RiskScore | null,
): RiskScores {
  // A suspension is a decision and has no band of its own: it goes with the highest.
  const suggested = Math.min(category, bands.length - 1);
  const set = random.chance(0.93) ? suggested : Math.max(0, suggested - 1);
  const band = bands[set];
  const fitting = cells.filter(({ likelihood, impact }) => {
    const score = likelihood * impact;
    return band !== undefined && score >= band.from && score <= band.to;
  });
  const { likelihood, impact } = random.pick(fitting);
  const residual = rated(likelihood, impact, bands);
  const unmitigated = rated(Math.min(5, likelihood + random.between(0, 2)), impact, bands);
  const isGraver = inherentBefore === null || inherentBefore.score < residual.score;
  return { inherent: isGraver ? unmitigated : inherentBefore, residual };
}

function rated(likelihood: number, impact: number, bands: DemonstrationReference["bands"]): RiskScore {
  const score = likelihood * impact;
  const band = bands.find(({ from, to }) => score >= from && score <= to)?.band ?? "";
  return { likelihood, impact, score, band };
}
