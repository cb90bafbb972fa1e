/** Collects the rows that events leave behind one concern, in the order in which they happened. */
import { isoDay } from "./calendar.js";
import type { RequirementState } from "../subgraphs/concerns/requirements/requirement-lifecycle.js";
import type { CaseworkEvent, Category } from "./casework-event.js";
import type { CaseworkContext } from "./casework-record.js";
import type { DemonstrationConcern } from "./demonstration-concern.js";
import { uuidFrom } from "./demonstration-identifiers.js";
import { nationalBody } from "./reporting.js";

type Belongings = Pick<DemonstrationConcern, "categoryChanges" | "requirements" | "responses" | "progress" | "notes">;
type Collected = { -readonly [Name in keyof Belongings]: Belongings[Name][number][] };
type Event<Kind extends CaseworkEvent["kind"]> = Extract<CaseworkEvent, { readonly kind: Kind }>;

export interface CaseworkRows {
  readonly collected: Belongings;
  addCategoryChange(from: Category, event: Event<"ASSESSED">): void;
  addRequirement(event: Event<"REQUIREMENT_ISSUED">): void;
  /** Whether it was the first answer, by which the requirement stands as answered. */
  addResponse(event: Event<"RESPONDED">): boolean;
  closeRequirement(event: Event<"REQUIREMENT_CLOSED">): void;
  addProgress(kind: string, on: number, summary: string, detail: string | null): void;
  addNote(event: Event<"NOTE">): void;
}

export function createCaseworkRows({ random, concern, raised, region, reportedBy }: CaseworkContext): CaseworkRows {
  const collected: Collected = { categoryChanges: [], requirements: [], responses: [], progress: [], notes: [] };
  const { categoryChanges, requirements, responses, progress, notes } = collected;
  const row = () => ({ id: uuidFrom(random), concern });
  const roleOf = (kind: string) => (kind === "UPDATE" && random.chance(0.3) ? "CASE_HOLDER" : "QUALITY_LEAD");
  const changeRequirement = (index: number, status: RequirementState, closedOn: string | null) => {
    const found = requirements[index];
    if (found !== undefined) requirements[index] = { ...found, status, closedOn };
  };

  categoryChanges.push({
    ...row(),
    sequence: 1,
    fromCategory: null,
    toCategory: "ISF0",
    changedOn: isoDay(raised),
    byRole: "QUALITY_LEAD",
    byOrganisation: reportedBy,
    reason: null,
    evidence: null,
  });

  return {
    collected,
    addCategoryChange: (from, { category, on, reason }) => {
      // Suspending the training of learners, and letting them return, is decided nationally.
      const byOrganisation = category === 4 || from === 4 ? nationalBody : region;
      categoryChanges.push({
        ...row(),
        sequence: categoryChanges.length + 1,
        fromCategory: `ISF${from}`,
        toCategory: `ISF${category}`,
        changedOn: isoDay(on),
        byRole: "QUALITY_LEAD",
        byOrganisation,
        reason,
        evidence: null,
      });
    },
    addRequirement: ({ requirementKind: kind, standard, text, on, due }) => {
      const dates = { issuedOn: isoDay(on), dueOn: isoDay(due), closedOn: null };
      requirements.push({ ...row(), kind, standard, text, ...dates, status: "OPEN", review: null });
    },
    addResponse: ({ requirement: index, on, text }) => {
      const found = requirements[index];
      if (found === undefined) return false;
      const sequence = 1 + responses.filter(({ requirement }) => requirement === found.id).length;
      const byRole = random.chance(0.8) ? "QUALITY_LEAD" : "EXECUTIVE";
      responses.push({
        ...row(),
        requirement: found.id,
        kind: "ANSWER",
        text,
        respondedOn: isoDay(on),
        byRole,
        sequence,
      });
      changeRequirement(index, "RESPONDED", null);
      return sequence === 1;
    },
    closeRequirement: ({ requirement: index, on }) => {
      changeRequirement(index, "CLOSED", isoDay(on));
    },
    addProgress: (kind, on, summary, detail) => {
      const [byRole, sequence] = [roleOf(kind), progress.length + 1];
      progress.push({ ...row(), kind, summary, detail, submittedOn: isoDay(on), byRole, sequence });
    },
    addNote: ({ on, text }) => {
      const byRole = random.chance(0.6) ? "CASE_HOLDER" : "QUALITY_LEAD";
      notes.push({ ...row(), text, addedOn: isoDay(on), byRole, sequence: notes.length + 1 });
    },
  };
}
