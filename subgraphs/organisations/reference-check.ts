/**
 * Whether the entries of the reference data agree with one another: codes named once and known where they are used,
 * dates in order, remits and registers consistent. Pure. An empty list means that the data may be loaded.
 */
import { addDays } from "../calendar-day.js";
import type { OrganisationEntry, Reference } from "./reference-file.js";

export const referenceProblems = {
  REPEATED: "The same key stands in more than one entry.",
  REGION: "The region is not a region of the reference data.",
  PARENT: "The parent is not in the reference data.",
  UKPRN: "An education provider is named by its UKPRN.",
  DATES: "The last day is before the first.",
  REMIT: "Only a regulator has a remit.",
  REMIT_PROFESSION: "The remit names a profession that is not in the reference data.",
  REGISTER: "The profession is not in the remit of the regulator that registers it.",
  ORGANISATION: "The organisation is not in the reference data.",
  SUCCEEDS_ITSELF: "An organisation cannot succeed itself.",
  SUCCESSION_DATE: "The succession is not on the day after the predecessor's last.",
} as const;
export type ReferenceProblem = keyof typeof referenceProblems;

export interface Disagreement {
  /** What the entry is about, by its key. */
  readonly entry: string;
  readonly problem: ReferenceProblem;
}

export function checkReference(reference: Reference): readonly Disagreement[] {
  const byCode = new Map(reference.organisations.map((organisation) => [organisation.code, organisation]));
  return [
    ...repeatedKeys(reference),
    ...reference.organisations.flatMap((entry) => problems(entry.code, organisationProblems(entry, byCode, reference))),
    ...reference.professions.flatMap(({ code, regulator }) =>
      problems(code, { REGISTER: byCode.get(regulator)?.remit.professions.includes(code) !== true }),
    ),
    ...reference.successions.flatMap(({ predecessor, successor, on }) => {
      const ended = byCode.get(predecessor)?.closedOn;
      return problems(`${predecessor} ${successor}`, {
        SUCCEEDS_ITSELF: predecessor === successor,
        ORGANISATION: !byCode.has(predecessor) || !byCode.has(successor),
        SUCCESSION_DATE: ended !== undefined && (ended === null || addDays(ended, 1) !== on),
      });
    }),
    ...reference.qualityTeams.flatMap(({ code, organisation }) =>
      problems(code, { ORGANISATION: !byCode.has(organisation) }),
    ),
    ...reference.signatories.flatMap(({ organisation, from, until }) =>
      problems(organisation, { ORGANISATION: !byCode.has(organisation), DATES: until !== null && until < from }),
    ),
  ];
}

type Verdicts = Partial<Record<ReferenceProblem, boolean>>;

function organisationProblems(
  { code, kind, region, parent, ukprn, openedOn, closedOn, remit }: OrganisationEntry,
  byCode: ReadonlyMap<string, OrganisationEntry>,
  { professions }: Reference,
): Verdicts {
  const registered = new Set(professions.map((profession) => profession.code));
  return {
    REGION: region !== null && byCode.get(region)?.kind !== "REGION",
    PARENT: parent !== null && (parent === code || !byCode.has(parent)),
    UKPRN: kind === "EDUCATION_PROVIDER" && ukprn !== code,
    DATES: openedOn !== null && closedOn !== null && closedOn < openedOn,
    REMIT: kind !== "REGULATOR" && (remit.everySetting || remit.professions.length > 0),
    REMIT_PROFESSION: remit.professions.some((profession) => !registered.has(profession)),
  };
}

function repeatedKeys({
  organisations,
  professions,
  successions,
  qualityTeams,
  signatories,
}: Reference): Disagreement[] {
  const keys = [
    organisations.map(({ code }) => code),
    professions.map(({ code }) => code),
    successions.map(({ predecessor, successor }) => `${predecessor} ${successor}`),
    qualityTeams.map(({ organisation }) => organisation),
    qualityTeams.map(({ code }) => code),
    signatories.map(({ organisation }) => organisation),
  ];
  return keys.flatMap((list) => list.flatMap((key, index) => problems(key, { REPEATED: list.indexOf(key) !== index })));
}

function problems(entry: string, verdicts: Verdicts): Disagreement[] {
  return (Object.keys(verdicts) as ReferenceProblem[])
    .filter((problem) => verdicts[problem] === true)
    .map((problem) => ({ entry, problem }));
}
