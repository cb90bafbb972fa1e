/** Issuing requirements, by themselves or with the record of a review: everything is checked before any is written. */
import { randomUUID } from "node:crypto";
import type { UserError } from "../../user-error.js";
import { bankHolidays, requirementKinds } from "../casework-references.js";
import type { ConcernChange } from "../concern-change.js";
import type { ConcernCommand } from "../concern-command.js";
import { RequirementRow } from "../concern-tables.js";
import type { Happening } from "../events/event-rules.js";
import { standardsInForce } from "../published-directory.js";
import { dueOf, type AnswerTime } from "./requirement-due.js";
import type { IssueRequirementInput, RequirementTerms } from "./requirement-inputs.js";
import { requirementRefusals } from "./requirement-refusals.js";

export const issueRequirement: ConcernCommand<IssueRequirementInput> = {
  action: "issueRequirement",
  writes: ["requirements"],
  decide: async (change, input) => {
    const checked = await checkTerms(change, [input]);
    if ("refused" in checked) return checked;
    return { changes: {}, happened: await issue(change, checked.terms, null) };
  },
};

export function timeToAnswer(kind: string): AnswerTime {
  return requirementKinds().find(({ code }) => code === kind) ?? { workingDaysToAnswer: null };
}

export type CheckedTerms = Pick<RequirementRow, "kind" | "standard" | "text" | "dueOn">;

/** The terms with the day by which each has to be answered, or why the first that is at fault is refused. */
export async function checkTerms(
  { manager, context: { today } }: ConcernChange,
  requirements: readonly RequirementTerms[],
): Promise<{ readonly terms: readonly CheckedTerms[] } | { readonly refused: UserError }> {
  const cited = requirements.flatMap(({ standard }) => standard ?? []);
  const inForce = await standardsInForce(manager, cited, today);
  if (cited.some((standard) => !inForce.has(standard))) return { refused: requirementRefusals.unknownStandard };
  const terms: CheckedTerms[] = [];
  for (const { kind, standard, text, dueOn } of requirements) {
    const due = dueOf(timeToAnswer(kind), today, dueOn ?? null, bankHolidays());
    if ("refused" in due) return { refused: requirementRefusals[due.refused] };
    terms.push({ kind, standard: standard ?? null, text, dueOn: due.dueOn });
  }
  return { terms };
}

/** @param review the review that raised them, if one did. */
export async function issue(
  { manager, concern, context }: ConcernChange,
  terms: readonly CheckedTerms[],
  review: string | null,
): Promise<Happening[]> {
  const rows = terms.map((each) => ({
    ...each,
    id: randomUUID(),
    concern: concern.key,
    issuedOn: context.today,
    status: "OPEN" as const,
    closedOn: null,
    review,
  }));
  if (rows.length > 0) await manager.insert(RequirementRow, rows);
  return rows.map(({ id }) => ({ kind: "REQUIREMENT_ISSUED", record: id }));
}
