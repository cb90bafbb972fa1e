/**
 * A regulator records a case of its own, and says how it goes on. What is published is an OPERATIONAL change of the
 * concern; what is not leaves no trace for anybody whom the regulator does not name.
 */
import { randomUUID } from "node:crypto";
import { idShape } from "../../records.js";
import { regulatorCases } from "../casework-references.js";
import type { ConcernChange } from "../concern-change.js";
import type { ConcernCommand, Decision } from "../concern-command.js";
import type { UserError } from "../../user-error.js";
import { audienceRefusal, withBodies, withoutBodies } from "../intelligence/contribution-rules.js";
import { protocolParties } from "../published-directory.js";
import type * as inputs from "./regulator-case-inputs.js";
import { caseRefusals as refusals } from "./regulator-case-refusals.js";
import { caseRefusal, type RecordedCase } from "./regulator-case-rules.js";
import { RegulatorCaseRow } from "./regulator-case-tables.js";

export const recordRegulatorCase: ConcernCommand<inputs.RecordRegulatorCaseInput> = {
  action: "recordCase",
  writes: ["regulatorCases"],
  decide: async (change, { kind, reference, openedOn, status, publishedByRegulator, note, sharedWith }) => {
    const { manager, concern, context } = change;
    const { caller, today } = context;
    const recorded = { kind, openedOn, status, publishedByRegulator, sharedWith: withBodies([], sharedWith ?? []) };
    const refused = recordedRefusal(change, recorded) ?? (await namingRefusal(change, recorded.sharedWith));
    if (refused !== undefined) return { refused };
    const row: RegulatorCaseRow = {
      ...recorded,
      id: randomUUID(),
      concern: concern.key,
      owner: caller.organisation,
      reference: reference ?? null,
      closedOn: status === "CLOSED" ? today : null,
      note: note ?? null,
      recordedOn: today,
      byRole: caller.role,
    };
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
    const goesOn = (status ?? note ?? null) !== null;
    if (before.status === "CLOSED" && goesOn) return { refused: refusals.caseClosed };
    const after: RegulatorCaseRow = {
      ...before,
      status: status ?? before.status,
      closedOn: status === "CLOSED" ? context.today : before.closedOn,
      publishedByRegulator: publishedByRegulator ?? before.publishedByRegulator,
      note: note ?? before.note,
      sharedWith: sharedWith === undefined || sharedWith === null ? before.sharedWith : withBodies([], sharedWith),
    };
    const added = withoutBodies(after.sharedWith, before.sharedWith);
    // To name fewer, or nobody else, takes no part in the protocol.
    const refused =
      recordedRefusal(change, after) ?? (added.length === 0 ? undefined : await namingRefusal(change, added));
    if (refused !== undefined) return { refused };
    await manager.update(RegulatorCaseRow, { id: before.id }, after);
    return told(before, after);
  },
};

function recordedRefusal({ context }: ConcernChange, recorded: RecordedCase): UserError | undefined {
  const refusal = caseRefusal(recorded, context.caller, regulatorCases().kinds, context.today);
  return refusal === undefined ? undefined : refusals[refusal];
}

async function namingRefusal(
  { manager, context: { caller, today } }: ConcernChange,
  bodies: readonly string[],
): Promise<UserError | undefined> {
  const refusal = audienceRefusal(caller.organisation, bodies, today, await protocolParties(manager));
  return refusal === undefined ? undefined : refusals[refusal];
}

/** What happened, to everybody where the case is or was published, and otherwise to whom the regulator names or named before. */
function told(before: RegulatorCaseRow | undefined, { id, owner, sharedWith, ...after }: RegulatorCaseRow): Decision {
  if (after.publishedByRegulator || before?.publishedByRegulator === true) {
    const kind = before?.publishedByRegulator === true ? "PUBLISHED_CASE_CHANGED" : "CASE_PUBLISHED";
    return { changes: {}, happened: [{ kind, record: id }] };
  }
  const already = before?.sharedWith ?? [];
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
