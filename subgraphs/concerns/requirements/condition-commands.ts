/** Requirements go into business as usual under conditions, which are met one by one, after closure too. */
import { randomUUID } from "node:crypto";
import { idShape } from "../../records.js";
import type { ConcernCommand } from "../concern-command.js";
import { about, onRequirement } from "./requirement-commands.js";
import type { CarryRequirementInput, CompleteConditionInput } from "./requirement-inputs.js";
import { carryRefusal } from "./requirement-lifecycle.js";
import { requirementRefusals } from "./requirement-refusals.js";
import { RequirementConditionRow } from "./requirement-tables.js";

export const carryRequirement: ConcernCommand<CarryRequirementInput> = {
  action: "carryRequirement",
  writes: ["requirements", "requirements.conditions"],
  decide: (change, { requirementId, conditions }) =>
    onRequirement(change, requirementId, "carry", async (requirement) => {
      const { manager, concern, context } = change;
      const refusal = carryRefusal(conditions, context.today);
      if (refusal !== undefined) return { refused: requirementRefusals[refusal] };
      await manager.insert(
        RequirementConditionRow,
        conditions.map(({ text, owner, dueOn }, index) => ({
          id: randomUUID(),
          requirement: requirement.id,
          concern: concern.key,
          sequence: index + 1,
          text,
          owner,
          setOn: context.today,
          dueOn,
          metOn: null,
          metBy: null,
          statement: null,
        })),
      );
      return { changes: { closedOn: context.today }, happened: about(requirement, "REQUIREMENT_CARRIED") };
    }),
};

export const completeCondition: ConcernCommand<CompleteConditionInput> = {
  action: "completeCondition",
  writes: ["requirements.conditions"],
  decide: async ({ manager, concern, context }, { conditionId: id, statement }) => {
    const condition = idShape.test(id)
      ? await manager.findOneBy(RequirementConditionRow, { id, concern: concern.key })
      : null;
    if (condition === null) return { refused: requirementRefusals.noCondition };
    if (condition.metOn !== null) return { refused: requirementRefusals.conditionMet };
    const met = { metOn: context.today, metBy: context.caller.organisation, statement };
    await manager.update(RequirementConditionRow, { id }, met);
    return { changes: {}, happened: [{ kind: "CONDITION_MET", record: id }] };
  },
};
