/** Hearing those concerned by a proposal to remove learners, who see it from then on; and withdrawing it. */
import { refreshAccess } from "../access/access-index.js";
import { learnerRemoval } from "../casework-references.js";
import type { ConcernCommand } from "../concern-command.js";
import { hanging, onRemoval, saveRemoval } from "./removal-change.js";
import type { RecordConsultationInput, WithdrawRemovalProposalInput } from "./removal-inputs.js";
import { consultationRefusal, outstandingConsultees, shownToConsulted, type Consultation } from "./removal-proposal.js";
import { removalRefusals } from "./removal-refusals.js";
import { RemovalConsultationRow, RemovedLearnersRow } from "./removal-tables.js";

export const recordConsultation: ConcernCommand<RecordConsultationInput> = {
  action: "recordConsultation",
  writes: ["removals.consultations"],
  decide: onRemoval(
    () => "recordConsultation",
    async (change, { consultee, notApplicable, answer }) => {
      const { manager, concern, context, removal } = change;
      const reference = learnerRemoval();
      const heard: Consultation = { consultee, isNotApplicable: notApplicable ?? false };
      const groups = await manager.findBy(RemovedLearnersRow, { removal: removal.id });
      const refusal = consultationRefusal(heard, groups, reference);
      if (refusal !== undefined) return { refused: removalRefusals[refusal] };
      if (!heard.isNotApplicable && (answer ?? null) === null) return { refused: removalRefusals.answerMissing };

      const before = await manager.findBy(RemovalConsultationRow, { removal: removal.id });
      const record = hanging(change);
      await manager.insert(RemovalConsultationRow, {
        ...record,
        consultee,
        notApplicable: heard.isNotApplicable,
        answer: answer ?? null,
        heardOn: context.today,
        sequence: before.length + 1,
      });
      const all = [...before.map((one) => ({ ...one, isNotApplicable: one.notApplicable })), heard];
      const isComplete = outstandingConsultees(removal.urgent, all, reference).length === 0;
      await saveRemoval(change, {
        consulted: shownToConsulted(all, reference),
        ...(isComplete && { state: "CONSULTED" }),
      });
      await refreshAccess(manager, concern, context.today);
      return { appended: true, happened: [{ kind: "REMOVAL_PREPARED", record: removal.id }] };
    },
  ),
};

export const withdrawRemovalProposal: ConcernCommand<WithdrawRemovalProposalInput> = {
  action: "withdrawRemovalProposal",
  writes: ["removals.state"],
  decide: onRemoval(
    () => "withdraw",
    async (change, { reason }) => {
      const { manager, concern, context, removal } = change;
      await saveRemoval(change, { state: "WITHDRAWN", outcomeReason: reason });
      await refreshAccess(manager, concern, context.today);
      return { appended: true, happened: [{ kind: "REMOVAL_PREPARED", record: removal.id }] };
    },
  ),
};
