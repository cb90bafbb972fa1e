/** What a report and an amendment have to keep beside the rules on their fields: bodies and codes that exist. */
import type { EntityManager } from "typeorm";
import type { UserError } from "../user-error.js";
import { themes } from "./concern-references.js";
import type { ReportConcernInput } from "./concern-inputs.js";
import {
  knownProfessions,
  organisationsByCode,
  standardsInForce,
  type PublishedOrganisation,
} from "./published-directory.js";
import { refusals } from "./refusals.js";

/** Kinds of organisation at which learners work. */
const providerKinds: readonly string[] = ["TRUST", "ICB", "OTHER"];

/** @param provider of the report's code, where the directory has one. */
export async function reportProblems(
  manager: EntityManager,
  input: ReportConcernInput,
  { provider, today }: { readonly provider: PublishedOrganisation | undefined; readonly today: string },
): Promise<UserError[]> {
  const setting = { provider: input.provider, noticedOn: input.identifiedOn ?? today, reportedOn: today };
  return [
    ...identityProblems(input),
    ...(isOpenProvider(provider) ? [] : [refusals.unknownProvider]),
    ...(await factProblems(manager, input, setting)),
  ];
}

/** Facts that are told; of those that are not, nothing is asked. */
export interface ToldFacts {
  readonly site?: string | null;
  readonly educationProvider?: string | null;
  readonly professions?: readonly string[];
  readonly themes?: readonly string[];
  readonly standards?: readonly string[];
}

export interface FactSetting {
  readonly provider: string;
  /** Standards have to be in force on it. */
  readonly noticedOn: string;
  readonly reportedOn: string;
}

export async function factProblems(
  manager: EntityManager,
  { professions = [], themes: told = [], standards = [], ...places }: ToldFacts,
  { provider, noticedOn, reportedOn }: FactSetting,
): Promise<UserError[]> {
  const problems = noticedOn > reportedOn ? [refusals.identifiedLater] : [];
  if (!told.every((code) => themes().some((theme) => theme.code === code))) problems.push(refusals.unknownTheme);
  problems.push(...(await placeProblems(manager, provider, places)));
  const known = await knownProfessions(manager, professions);
  if (!professions.every((code) => known.has(code))) problems.push(refusals.unknownProfession);
  const inForce = await standardsInForce(manager, standards, noticedOn);
  if (!standards.every((id) => inForce.has(id))) problems.push(refusals.standardNotInForce);
  return problems;
}

function identityProblems({ reporter: { identityMode, name, contact, coarseRole } }: ReportConcernInput): UserError[] {
  const isTold = (part: string | null | undefined): boolean => part !== undefined && part !== null;
  if (identityMode === "ANONYMOUS")
    return [name, contact, coarseRole].some(isTold) ? [refusals.identityOfAnonymous] : [];
  // A role alone leads to nobody: whoever is to be protected, or asked, could not be reached.
  return isTold(name) || isTold(contact) ? [] : [refusals.identityMissing];
}

function isOpenProvider(organisation: PublishedOrganisation | undefined): boolean {
  return organisation !== undefined && organisation.open && providerKinds.includes(organisation.kind);
}

async function placeProblems(
  manager: EntityManager,
  provider: string,
  { site = null, educationProvider = null }: Pick<ToldFacts, "site" | "educationProvider">,
): Promise<UserError[]> {
  const codes = [site, educationProvider].filter((code) => code !== null);
  const directory = await organisationsByCode(manager, codes);
  const problems: UserError[] = [];
  const [place, university] = [directory.get(site ?? ""), directory.get(educationProvider ?? "")];
  if (site !== null && (place?.parent !== provider || !place.open)) problems.push(refusals.unknownSite);
  if (educationProvider !== null && (university?.kind !== "EDUCATION_PROVIDER" || !university.open))
    problems.push(refusals.unknownEducationProvider);
  return problems;
}
