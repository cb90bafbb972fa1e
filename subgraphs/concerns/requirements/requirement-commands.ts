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
    await manager.insert(RequirementRow, {
      id: randomUUID(),
      concern: concern.key,
      kind,
      standard: standard ?? null,
      text,
      issuedOn: context.today,
      dueOn,
      status: "OPEN",
      closedOn: null,
    });
    return { changes: {} };
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
    if (requirement.status !== "OPEN") return { appended: true };
    await manager.update(RequirementRow, { id: requirement.id }, { status: "RESPONDED" });
    return { changes: {} };
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
    return { changes: {} };
  },
};

/** A requirement of this concern; one of another concern is as absent as one that never was. */
async function requirementOf({ manager, concern }: ConcernChange, id: string): Promise<RequirementRow | undefined> {
  if (!idShape.test(id)) return undefined;
  return (await manager.findOneBy(RequirementRow, { id, concern: concern.key })) ?? undefined;
}
