/** Proposing to remove learners: with the risks weighed both ways, by numbers that become bands, for NHS England alone. */
import { randomUUID } from "node:crypto";
import type { UserError } from "../../user-error.js";
import { learnerRemoval } from "../casework-references.js";
import type { ConcernChange } from "../concern-change.js";
import type { ConcernCommand } from "../concern-command.js";
import { knownProfessions, organisationsByCode } from "../published-directory.js";
import { lacksDecider, requiredConsents } from "./removal-decision.js";
import type { ProposeRemovalInput } from "./removal-inputs.js";
import { learnerBand, proposalRefusal, type LearnersConcerned } from "./removal-proposal.js";
import { removalRefusals } from "./removal-refusals.js";
import { LearnerRemovalRow, RemovedLearnersRow } from "./removal-tables.js";

type Group = LearnersConcerned & { readonly learners: number };

export const proposeRemoval: ConcernCommand<ProposeRemovalInput> = {
  action: "proposeRemoval",
  writes: ["removals", "removals.learners"],
  decide: async (change, input) => {
    const { manager, concern, context } = change;
    const { kindOfChange, scope, extent, reasons, riskOfStaying, riskOfRemoval, startsOn } = input;
    const reference = learnerRemoval();
    const groups: Group[] = input.learners.map((group) => ({
      ...group,
      educationProvider: group.educationProvider ?? null,
      band: learnerBand(group.learners, reference) ?? "",
    }));
    const proposed = {
      scope,
      scopeDetail: input.scopeDetail ?? null,
      extent,
      reasons,
      riskOfStaying,
      riskOfRemoval,
      localResolution: input.localResolution ?? null,
    };
    const isUrgent = input.urgent ?? false;
    const proposal = { ...proposed, kindOfChange, groups, isUrgent, category: concern.category };
    const refusal = proposalRefusal(proposal, reference);
    if (refusal !== undefined) return { refused: removalRefusals[refusal] };
    if (lacksDecider(requiredConsents(proposal, reference), reference))
      return { refused: removalRefusals.unknownLearnersUniversity };
    if (startsOn < context.today) return { refused: removalRefusals.startsInThePast };
    const unknown = (await unknownLearners(change, groups)) ?? (await unknownScope(change, input));
    if (unknown !== undefined) return { refused: unknown };

    const id = randomUUID();
    await manager.insert(LearnerRemovalRow, {
      id,
      concern: concern.key,
      state: "PROPOSED",
      ...proposed,
      urgent: isUrgent,
      returnConditions: input.returnConditions ?? null,
      startsOn,
      proposedOn: context.today,
      consulted: [],
    });
    await manager.insert(
      RemovedLearnersRow,
      groups.map((group) => ({ ...group, id: randomUUID(), removal: id, concern: concern.key })),
    );
    return { appended: true, happened: [{ kind: "REMOVAL_PREPARED", record: id }] };
  },
};

async function unknownLearners({ manager }: ConcernChange, groups: readonly Group[]): Promise<UserError | undefined> {
  const professions = groups.map(({ profession }) => profession);
  const known = await knownProfessions(manager, professions);
  if (!professions.every((code) => known.has(code))) return removalRefusals.unknownLearnersProfession;
  const universities = groups.flatMap(({ educationProvider }) => educationProvider ?? []);
  const directory = await organisationsByCode(manager, universities);
  const areKnown = universities.every((code) => directory.get(code)?.kind === "EDUCATION_PROVIDER");
  return areKnown ? undefined : removalRefusals.unknownLearnersUniversity;
}

/** What the directory or a list has is named as it is there; programmes and specialties are named freely. */
async function unknownScope(
  { manager, concern }: ConcernChange,
  { scope, scopeDetail }: ProposeRemovalInput,
): Promise<UserError | undefined> {
  const detail = scopeDetail ?? "";
  const isKnown = {
    ALL_LEARNERS: () => true,
    PROGRAMME: () => true,
    SPECIALTY: () => true,
    STAGE: () => learnerRemoval().stages.some(({ code }) => code === detail),
    PROFESSION: async () => (await knownProfessions(manager, [detail])).has(detail),
    SITE: async () => (await organisationsByCode(manager, [detail])).get(detail)?.parent === concern.provider,
  }[scope];
  return (await isKnown()) ? undefined : removalRefusals.unknownScopeDetail;
}
