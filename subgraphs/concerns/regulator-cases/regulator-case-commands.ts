/**
 * A regulator records a case of its own, and says how it goes on. What is published is an OPERATIONAL change of the
 * concern; what is not leaves no trace for anybody whom the regulator does not name.
 */
import { randomUUID } from "node:crypto";
import { idShape } from "../../records.js";
import type { UserError } from "../../user-error.js";
import { regulatorCases } from "../casework-references.js";
import type { ConcernChange } from "../concern-change.js";
import type { ConcernCommand, Decision } from "../concern-command.js";
import { audienceRefusal, withBodies, withoutBodies } from "../intelligence/contribution-rules.js";
import { protocolParties } from "../published-directory.js";
import { refusals as concernRefusals } from "../refusals.js";
import type * as inputs from "./regulator-case-inputs.js";
import { caseRefusals as refusals } from "./regulator-case-refusals.js";
import { caseRefusal, readsTheSame, takesBack, type RecordedCase } from "./regulator-case-rules.js";
import { RegulatorCaseRow } from "./regulator-case-tables.js";

export const recordRegulatorCase: ConcernCommand<inputs.RecordRegulatorCaseInput> = {
  action: "recordCase",
  writes: ["regulatorCases"],
  decide: async (change, { kind, reference, openedOn, status, publishedByRegulator, note, sharedWith }) => {
    const { manager, concern, context } = change;
    const { caller, today } = context;
    const row: RegulatorCaseRow = {
      kind,
      openedOn,
      status,
      publishedByRegulator,
      id: randomUUID(),
      concern: concern.key,
      owner: caller.organisation,
      reference: reference ?? null,
      closedOn: status === "CLOSED" ? today : null,
      note: note ?? null,
      sharedWith: withBodies([], sharedWith ?? []),
      recordedOn: today,
      byRole: caller.role,
    };
    const refused = await recordingRefusal(change, row);
    if (refused !== undefined) return { refused };
    await manager.insert(RegulatorCaseRow, row);
    return told(undefined, row);
  },
};

export const updateRegulatorCase: ConcernCommand<inputs.UpdateRegulatorCaseInput> = {
  action: "updateCase",
  writes: ["regulatorCases"],
  ownRecord: ({ caseId: id }) => ({ table: "concerns.regulator_case", owner: "owner", id }),
  decide: async (change, { caseId, status, publishedByRegulator, note, sharedWith }) => {
    const { manager, context } = change;
    const before = await ownCase(change, caseId);
    if (before === null) return { refused: refusals.noCase };
    const after: RegulatorCaseRow = {
      ...before,
      status: status ?? before.status,
      publishedByRegulator: publishedByRegulator ?? before.publishedByRegulator,
      note: note ?? before.note,
      sharedWith: sharedWith === undefined || sharedWith === null ? before.sharedWith : withBodies([], sharedWith),
    };
    const refused = takesBack(before, after) ? undefined : await goingOnRefusal(change, before, after);
    if (refused !== undefined) return { refused };
    const closedOn = after.status === "CLOSED" ? (before.closedOn ?? context.today) : null;
    await manager.update(RegulatorCaseRow, { id: before.id }, { ...after, closedOn });
    return told(before, after);
  },
};

async function goingOnRefusal(
  change: ConcernChange,
  before: RecordedCase,
  after: RecordedCase,
): Promise<UserError | undefined> {
  // Whoever may not know of the concern takes back what is its own, and says nothing new beside it.
  if (change.acting.relations.length === 0) return concernRefusals.absent;
  return before.status === "CLOSED" ? refusals.caseClosed : recordingRefusal(change, after);
}

async function recordingRefusal(
  { manager, context: { caller, today } }: ConcernChange,
  recorded: RecordedCase,
): Promise<UserError | undefined> {
  const refusal =
    caseRefusal(recorded, caller, regulatorCases().kinds, today) ??
    audienceRefusal(caller.organisation, recorded.sharedWith, today, await protocolParties(manager));
  return refusal === undefined ? undefined : refusals[refusal];
}

/** What happened, to everybody where the case is or was published, and otherwise to whom the regulator names or named before. */
function told(before: RegulatorCaseRow | undefined, after: RegulatorCaseRow): Decision {
  const { id, owner, sharedWith } = after;
  const isChanged = before === undefined || !readsTheSame(before, after);
  if (after.publishedByRegulator || before?.publishedByRegulator === true) {
    const kind = before?.publishedByRegulator === true ? "PUBLISHED_CASE_CHANGED" : "CASE_PUBLISHED";
    return isChanged ? { changes: {}, happened: [{ kind, record: id }] } : { appended: true, happened: [] };
  }
  const already = before?.sharedWith ?? [];
  if (!isChanged && already.join() === sharedWith.join()) return { appended: true, happened: [] };
  const kind = before === undefined ? "CASE_RECORDED" : "CASE_CHANGED";
  const named = withoutBodies(sharedWith, already);
  return {
    appended: true,
    happened: [{ kind, record: id, named, audience: [owner, ...withBodies(sharedWith, already)] }],
  };
}

async function ownCase({ manager, concern, context }: ConcernChange, id: string): Promise<RegulatorCaseRow | null> {
  if (!idShape.test(id)) return null;
  return manager.findOneBy(RegulatorCaseRow, { id, concern: concern.key, owner: context.caller.organisation });
}
