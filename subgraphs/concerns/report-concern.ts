/** A report: checked against the directory and the standards, stored with its reporter sealed, and indexed. */
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import { answerOnce } from "../answer-once.js";
import type { CommandAnswer } from "../idempotency.js";
import type { SubgraphContext } from "../subgraph-context.js";
import type { UserError } from "../user-error.js";
import { beginReport } from "./access/access-basis.js";
import { refreshAccess } from "./access/access-index.js";
import { concernMutation } from "./concern-command.js";
import type { ReportConcernInput } from "./concern-inputs.js";
import { reportingRoles } from "./concern-lifecycle.js";
import { newReference } from "./concern-reference.js";
import { CategoryChangeRow, ConcernRow, ReporterIdentityRow } from "./concern-tables.js";
import { recordHappenings } from "./events/record-happenings.js";
import { sealIdentity } from "./speaking-up/identity-seal.js";
import { organisationsByCode, type PublishedOrganisation } from "./published-directory.js";
import { refusals } from "./refusals.js";
import { reportProblems } from "./fact-rules.js";

export function reportConcern(context: SubgraphContext, input: ReportConcernInput): Promise<CommandAnswer> {
  return answerOnce(context, { ...concernMutation, name: "report", input }, async (manager) => {
    const refused = (userErrors: UserError[]) => ({ answer: { subject: null, userErrors }, writes: [] });
    if (!reportingRoles.includes(context.caller.role)) return refused([refusals.mayNotReport]);

    await beginReport(manager);
    const provider = (await organisationsByCode(manager, [input.provider])).get(input.provider);
    const problems = await reportProblems(manager, input, { provider, today: context.today });
    if (problems.length > 0) return refused(problems);

    const concern = newConcern(context, input, provider);
    await manager.insert(ConcernRow, concern);
    await manager.insert(CategoryChangeRow, firstCategory(context, concern));
    await sealReporter(manager, context, input, concern);
    await refreshAccess(manager, concern, context.today);
    await recordHappenings(manager, [concern], context, [{ kind: "REPORTED" }]);
    return { answer: { subject: concern.id, userErrors: [] }, writes: Object.keys(input) };
  });
}

/** Unassessed, a concern stands at the lowest category. */
const unassessed = "ISF0";

function newConcern(
  { caller, today }: SubgraphContext,
  input: ReportConcernInput,
  provider: PublishedOrganisation | undefined,
): ConcernRow {
  return {
    key: randomKey(),
    id: randomUUID(),
    reference: newReference(() => randomInt(2 ** 32) / 2 ** 32),
    title: input.title,
    status: "REPORTED",
    category: unassessed,
    categorySince: today,
    raisedOn: today,
    identifiedOn: input.identifiedOn ?? null,
    closedOn: null,
    changedOn: today,
    version: 1,
    provider: input.provider,
    site: input.site ?? null,
    educationProvider: input.educationProvider ?? null,
    region: provider?.region ?? null,
    icb: provider?.icb ?? null,
    reportedBy: caller.organisation,
    subjectLevel: input.subjectLevel,
    department: input.department ?? null,
    programme: input.programme ?? null,
    professions: [...input.professions].sort(),
    themes: [...input.themes].sort(),
    standards: [...input.standards].sort(),
    sourceType: input.sourceType,
    patientSafetyRisk: input.patientSafetyRisk ?? false,
    learnerSafetyRisk: input.learnerSafetyRisk ?? false,
    immediateRisk: input.immediateRisk ?? false,
    risk: null,
    nextReviewOn: null,
    summary: null,
    narrative: input.narrative,
    learnersAffected: input.learnersAffected ?? null,
    identityMode: input.reporter.identityMode,
    outcomeReason: null,
  };
}

/** A random positive 63-bit number: neither order nor number of concerns can be read from it. */
function randomKey(): string {
  return (randomBytes(8).readBigUInt64BE() >> 1n).toString();
}

function firstCategory({ caller, today }: SubgraphContext, concern: ConcernRow): CategoryChangeRow {
  return {
    id: randomUUID(),
    concern: concern.key,
    sequence: 1,
    fromCategory: null,
    toCategory: concern.category,
    changedOn: today,
    byRole: caller.role,
    byOrganisation: caller.organisation,
    reason: null,
    evidence: null,
  };
}

async function sealReporter(
  manager: EntityManager,
  { identityKeys: [key] }: SubgraphContext,
  { reporter }: ReportConcernInput,
  concern: ConcernRow,
): Promise<void> {
  if (reporter.identityMode === "ANONYMOUS" || key === undefined) return;
  const { coarseRole, name, contact } = reporter;
  const identity = { coarseRole: coarseRole ?? "", name: name ?? "", contact: contact ?? "" };
  await manager.insert(ReporterIdentityRow, { concern: concern.key, ...sealIdentity(identity, key, concern.id) });
}
