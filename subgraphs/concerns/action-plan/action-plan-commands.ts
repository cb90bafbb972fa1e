/** The provider's action plan: it plans, completes and drops. Nothing of it is OPERATIONAL, so no version changes. */
import { randomUUID } from "node:crypto";
import { idShape } from "../../records.js";
import type { ConcernChange } from "../concern-change.js";
import type { ConcernCommand, Decision } from "../concern-command.js";
import type { PlainEventKind } from "../events/event-rules.js";
import { requirementOf } from "../requirements/requirement-commands.js";
import { requirementRefusals } from "../requirements/requirement-refusals.js";
import { endingRefusal, planningRefusal } from "./action-plan.js";
import type * as inputs from "./action-plan-inputs.js";
import { actionPlanRefusals } from "./action-plan-refusals.js";
import { PlannedActionRow } from "./action-plan-tables.js";

export const planAction: ConcernCommand<inputs.PlanActionInput> = {
  action: "planAction",
  writes: ["actions"],
  decide: async (change, { text, detail, owner, dueOn, requirementId }) => {
    const { manager, concern, context } = change;
    const isFor = requirementId ?? null;
    const requirement = isFor === null ? null : await requirementOf(change, isFor);
    if (requirement === undefined) return { refused: requirementRefusals.absent };
    const refusal = planningRefusal({ dueOn }, requirement, context.today);
    if (refusal !== undefined) return { refused: actionPlanRefusals[refusal] };
    const id = randomUUID();
    await manager.insert(PlannedActionRow, {
      id,
      concern: concern.key,
      text,
      detail: detail ?? null,
      owner,
      requirement: requirement?.id ?? null,
      plannedOn: context.today,
      dueOn,
      status: "OPEN",
      completedOn: null,
      droppedOn: null,
      outcome: null,
    });
    return { appended: true, happened: [{ kind: "ACTION_PLANNED", record: id }] };
  },
};

export const completeAction: ConcernCommand<inputs.CompleteActionInput> = {
  action: "completeAction",
  writes: ["actions"],
  decide: (change, { actionId, outcome }) =>
    end(change, actionId, "ACTION_COMPLETED", {
      status: "COMPLETED",
      completedOn: change.context.today,
      outcome,
    }),
};

export const dropAction: ConcernCommand<inputs.DropActionInput> = {
  action: "dropAction",
  writes: ["actions"],
  decide: (change, { actionId, reason }) =>
    end(change, actionId, "ACTION_DROPPED", {
      status: "DROPPED",
      droppedOn: change.context.today,
      outcome: reason,
    }),
};

/** An action of this concern; one of another concern is as absent as one that never was. */
async function end(
  { manager, concern }: ConcernChange,
  id: string,
  kind: PlainEventKind,
  ended: Partial<PlannedActionRow>,
): Promise<Decision> {
  const action = idShape.test(id) ? await manager.findOneBy(PlannedActionRow, { id, concern: concern.key }) : null;
  if (action === null) return { refused: actionPlanRefusals.noAction };
  const refusal = endingRefusal(action);
  if (refusal !== undefined) return { refused: actionPlanRefusals[refusal] };
  await manager.update(PlannedActionRow, { id }, ended);
  return { appended: true, happened: [{ kind, record: id }] };
}
