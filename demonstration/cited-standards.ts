/** Standards that a concern cites: of the Education Quality Framework, and of the regulator of the learners' profession. */
import type { ConcernSubject } from "./concern-subject.js";
import { educationFramework } from "./demonstration-reference.js";
import type { DemonstrationReference } from "./demonstration-reference.js";
import { isoDay } from "./calendar.js";
import type { Random } from "./random.js";

const systemRegulator = "CQC";

/** In force on the day the concern was noticed. */
export function citedStandards(random: Random, reference: DemonstrationReference, subject: ConcernSubject): string[] {
  const { lead, second, group, raised, identified, patientSafetyRisk } = subject;
  const codes = new Set([...lead.standards.slice(0, random.between(1, 3)), ...(second?.standards.slice(0, 1) ?? [])]);
  const regulator = reference.regulatorOf.get(group.profession) ?? "";
  const matching = (body: string) => inForce(reference, [...codes], body, isoDay(identified ?? raised));
  return [
    ...[...codes].map((code) => `${educationFramework}:${code}`),
    ...random.sample(matching(regulator), random.between(1, 2)),
    ...(patientSafetyRisk && random.chance(0.3) ? random.sample(matching(systemRegulator), 1) : []),
  ];
}

/** Those that say the same; where there are none, those that say the same as the domain. */
function inForce(
  { mapped }: DemonstrationReference,
  codes: readonly string[],
  regulator: string,
  day: string,
): readonly string[] {
  const current = (code: string) =>
    (mapped.get(`${code} ${regulator}`) ?? [])
      .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day))
      .map(({ id }) => id);
  const exact = [...new Set(codes.flatMap(current))];
  return exact.length > 0 ? exact : [...new Set(codes.flatMap((code) => current(code.replace(/\..*$/, ""))))];
}
