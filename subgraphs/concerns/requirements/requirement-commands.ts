/** The provider answers requirements and asks for their closure; NHS England closes, returns and withdraws them. */
import { randomUUID } from "node:crypto";
import { actionRefusal } from "../../action-rule.js";
import { idShape } from "../../records.js";
import { bankHolidays } from "../casework-references.js";
import type { ConcernChange } from "../concern-change.js";
import type { ConcernCommand, Decision } from "../concern-command.js";
import { RequirementResponseRow, RequirementRow } from "../concern-tables.js";
import type { Happening, PlainEventKind } from "../events/event-rules.js";
import { timeToAnswer } from "./issue-requirement-command.js";
import { dueAgain } from "./requirement-due.js";
import type * as inputs from "./requirement-inputs.js";
import { requirementActions, type RequirementAction } from "./requirement-lifecycle.js";
import { requirementRefusals } from "./requirement-refusals.js";

export const respondToRequirement: ConcernCommand<inputs.RespondToRequirementInput> = {
  action: "respondToRequirement",
  writes: ["requirements", "requirements.responses"],
  decide: (change, { requirementId, text }) =>
    onRequirement(change, requirementId, "respond", async (requirement) => {
      await say(change, requirement, "ANSWER", text);
      return { changes: {}, happened: about(requirement, "REQUIREMENT_ANSWERED") };
    }),
};

export const requestRequirementClosure: ConcernCommand<inputs.RequestRequirementClosureInput> = {
  action: "requestRequirementClosure",
  writes: ["requirements", "requirements.responses"],
  decide: (change, { requirementId, text }) =>
    onRequirement(change, requirementId, "requestClosure", async (requirement) => {
      await say(change, requirement, "CLOSURE_REQUEST", text);
      return { changes: {}, happened: about(requirement, "REQUIREMENT_CLOSURE_REQUESTED") };
    }),
};

export const closeRequirement: ConcernCommand<inputs.CloseRequirementInput> = {
  action: "closeRequirement",
  writes: ["requirements"],
  decide: (change, { requirementId }) =>
    onRequirement(change, requirementId, "close", (requirement) => ({
      changes: { closedOn: change.context.today },
      happened: about(requirement, "REQUIREMENT_CLOSED"),
    })),
};

export const rejectRequirementClosure: ConcernCommand<inputs.RejectRequirementClosureInput> = {
  action: "rejectRequirementClosure",
  writes: ["requirements", "requirements.responses"],
  decide: (change, { requirementId, reason, dueOn }) =>
    onRequirement(change, requirementId, "return", async (requirement) => {
      const times = { setFor: dueOn ?? null, dueOn: requirement.dueOn };
      const due = dueAgain(timeToAnswer(requirement.kind), change.context.today, times, bankHolidays());
      if ("refused" in due) return { refused: requirementRefusals[due.refused] };
      await say(change, requirement, "RETURN", reason);
      return { changes: { dueOn: due.dueOn }, happened: about(requirement, "REQUIREMENT_RETURNED") };
    }),
};

export const withdrawRequirement: ConcernCommand<inputs.WithdrawRequirementInput> = {
  action: "withdrawRequirement",
  writes: ["requirements", "requirements.responses"],
  decide: (change, { requirementId, reason }) =>
    onRequirement(change, requirementId, "withdraw", async (requirement) => {
      await say(change, requirement, "WITHDRAWAL", reason);
      return { changes: { closedOn: change.context.today }, happened: about(requirement, "REQUIREMENT_WITHDRAWN") };
    }),
};

type RequirementDecision =
  | { readonly changes: Partial<RequirementRow>; readonly happened: readonly Happening[] }
  | Extract<Decision, { readonly refused: unknown }>;

/** Runs a step on a requirement of this concern, in a state that allows it. */
export async function onRequirement(
  change: ConcernChange,
  id: string,
  action: RequirementAction,
  step: (requirement: RequirementRow) => Promise<RequirementDecision> | RequirementDecision,
): Promise<Decision> {
  const requirement = await requirementOf(change, id);
  if (requirement === undefined) return { refused: requirementRefusals.absent };
  const rule = requirementActions[action];
  if (actionRefusal(rule, change.acting, requirement.status) !== undefined)
    return { refused: requirementRefusals.notInThisState };
  const decision = await step(requirement);
  if ("refused" in decision) return decision;
  const status = rule.to ?? requirement.status;
  await change.manager.update(RequirementRow, { id }, { ...decision.changes, status });
  const leavesATrace = status !== requirement.status || Object.keys(decision.changes).length > 0;
  return leavesATrace ? { changes: {}, happened: decision.happened } : { appended: true, happened: decision.happened };
}

/** A requirement of this concern; one of another concern is as absent as one that never was. */
export async function requirementOf(
  { manager, concern }: ConcernChange,
  id: string,
): Promise<RequirementRow | undefined> {
  if (!idShape.test(id)) return undefined;
  return (await manager.findOneBy(RequirementRow, { id, concern: concern.key })) ?? undefined;
}

export function about({ id }: RequirementRow, kind: PlainEventKind): Happening[] {
  return [{ kind, record: id }];
}

async function say(
  { manager, concern, context }: ConcernChange,
  requirement: RequirementRow,
  kind: RequirementResponseRow["kind"],
  text: string,
): Promise<void> {
  await manager.insert(RequirementResponseRow, {
    id: randomUUID(),
    requirement: requirement.id,
    concern: concern.key,
    kind,
    text,
    respondedOn: context.today,
    byRole: context.caller.role,
    sequence: 1 + (await manager.countBy(RequirementResponseRow, { requirement: requirement.id })),
  });
}
