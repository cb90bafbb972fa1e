/** Requirements: NHS England issues and closes them, the provider answers. */
import { randomUUID } from "node:crypto";
import { idShape } from "../../records.js";
import type { ConcernChange, ConcernCommand } from "../concern-command.js";
import type * as inputs from "../concern-inputs.js";
import { RequirementResponseRow, RequirementRow } from "../concern-tables.js";
import { standardsInForce } from "../published-directory.js";
import { refusals } from "../refusals.js";

export const issueRequirement: ConcernCommand<inputs.IssueRequirementInput> = {
  action: "issueRequirement",
  writes: ["requirements"],
  decide: async ({ manager, concern, context }, { kind, standard, text, dueOn }) => {
    if (dueOn < context.today) return { refused: refusals.dueInThePast };
    if (standard !== undefined && standard !== null) {
      const inForce = await standardsInForce(manager, [standard], context.today);
      if (!inForce.has(standard)) return { refused: refusals.unknownStandard };
    }
    const id = randomUUID();
    await manager.insert(RequirementRow, {
      id,
      concern: concern.key,
      kind,
      standard: standard ?? null,
      text,
      issuedOn: context.today,
      dueOn,
      status: "OPEN",
      closedOn: null,
    });
    return { changes: {}, happened: [{ kind: "REQUIREMENT_ISSUED", record: id }] };
  },
};

export const respondToRequirement: ConcernCommand<inputs.RespondToRequirementInput> = {
  action: "respondToRequirement",
  writes: ["requirements", "requirements.responses"],
  decide: async (change, { requirementId, text }) => {
    const requirement = await requirementOf(change, requirementId);
    if (requirement === undefined) return { refused: refusals.noRequirement };
    if (requirement.status === "CLOSED") return { refused: refusals.requirementClosed };
    const { manager, concern, context } = change;
    await manager.insert(RequirementResponseRow, {
      id: randomUUID(),
      requirement: requirement.id,
      concern: concern.key,
      text,
      respondedOn: context.today,
      byRole: context.caller.role,
      sequence: 1 + (await manager.countBy(RequirementResponseRow, { requirement: requirement.id })),
    });
    const happened = [{ kind: "REQUIREMENT_ANSWERED", record: requirement.id }] as const;
    if (requirement.status !== "OPEN") return { appended: true, happened };
    await manager.update(RequirementRow, { id: requirement.id }, { status: "RESPONDED" });
    return { changes: {}, happened };
  },
};

export const closeRequirement: ConcernCommand<inputs.CloseRequirementInput> = {
  action: "closeRequirement",
  writes: ["requirements"],
  decide: async (change, { requirementId }) => {
    const requirement = await requirementOf(change, requirementId);
    if (requirement === undefined) return { refused: refusals.noRequirement };
    if (requirement.status === "CLOSED") return { refused: refusals.requirementClosed };
    await change.manager.update(
      RequirementRow,
      { id: requirement.id },
      { status: "CLOSED", closedOn: change.context.today },
    );
    return { changes: {}, happened: [{ kind: "REQUIREMENT_CLOSED", record: requirement.id }] };
  },
};

/** A requirement of this concern; one of another concern is as absent as one that never was. */
export async function requirementOf(
  { manager, concern }: ConcernChange,
  id: string,
): Promise<RequirementRow | undefined> {
  if (!idShape.test(id)) return undefined;
  return (await manager.findOneBy(RequirementRow, { id, concern: concern.key })) ?? undefined;
}
