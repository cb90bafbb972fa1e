/** What a report has to keep beside the rules on its fields: bodies, professions, themes and standards that exist. */
import type { EntityManager } from "typeorm";
import type { UserError } from "../user-error.js";
import { themes } from "./concern-references.js";
import type { ReportConcernInput } from "./concern-inputs.js";
import { knownProfessions, organisationsByCode, standardsInForce } from "./published-directory.js";
import { refusals } from "./refusals.js";

/** Kinds of organisation at which learners work. */
const providerKinds: readonly string[] = ["TRUST", "ICB", "OTHER"];

export async function reportProblems(
  manager: EntityManager,
  input: ReportConcernInput,
  today: string,
): Promise<UserError[]> {
  const on = input.identifiedOn ?? today;
  const problems = [
    ...identityProblems(input),
    ...(on > today ? [refusals.identifiedLater] : []),
    ...(input.themes.every((code) => themes().some((theme) => theme.code === code)) ? [] : [refusals.unknownTheme]),
    ...(await placeProblems(manager, input)),
  ];
  const professions = await knownProfessions(manager, input.professions);
  if (!input.professions.every((code) => professions.has(code))) problems.push(refusals.unknownProfession);
  const standards = await standardsInForce(manager, input.standards, on);
  if (!input.standards.every((id) => standards.has(id))) problems.push(refusals.standardNotInForce);
  return problems;
}

function identityProblems({ reporter: { identityMode, name, contact, coarseRole } }: ReportConcernInput): UserError[] {
  const isTold = (part: string | null | undefined): boolean => part !== undefined && part !== null;
  if (identityMode === "ANONYMOUS")
    return [name, contact, coarseRole].some(isTold) ? [refusals.identityOfAnonymous] : [];
  // A role alone leads to nobody: whoever is to be protected, or asked, could not be reached.
  return isTold(name) || isTold(contact) ? [] : [refusals.identityMissing];
}

async function placeProblems(
  manager: EntityManager,
  { provider, site, educationProvider }: ReportConcernInput,
): Promise<UserError[]> {
  const codes = [provider, site, educationProvider].filter((code) => code !== undefined && code !== null);
  const directory = await organisationsByCode(manager, codes);
  const found = directory.get(provider);
  const problems: UserError[] = [];
  if (found === undefined || !found.open || !providerKinds.includes(found.kind))
    problems.push(refusals.unknownProvider);
  if (site !== undefined && site !== null && directory.get(site)?.parent !== provider)
    problems.push(refusals.unknownSite);
  if (
    educationProvider !== undefined &&
    educationProvider !== null &&
    directory.get(educationProvider)?.kind !== "EDUCATION_PROVIDER"
  )
    problems.push(refusals.unknownEducationProvider);
  return problems;
}
