/** A report that somebody suffered for speaking up. It is told to those who protect the person, and leaves no trace. */
import { randomUUID } from "node:crypto";
import { speakingUp } from "../casework-references.js";
import type { ConcernCommand } from "../concern-command.js";
import { detrimentRefusal } from "./speaking-up.js";
import { detrimentRefusals } from "./speaking-up-refusals.js";
import type { ReportDetrimentInput } from "./speaking-up-inputs.js";
import { DetrimentReportRow } from "./speaking-up-tables.js";

export const reportDetriment: ConcernCommand<ReportDetrimentInput> = {
  action: "reportDetriment",
  writes: ["detriments"],
  decide: async ({ manager, concern, context }, { kind, text, noticedOn }) => {
    const { caller, today } = context;
    const report = { kinds: [kind], text, noticedOn: noticedOn ?? today };
    const refusal = detrimentRefusal(report, today, speakingUp().detriments);
    if (refusal !== undefined) return { refused: detrimentRefusals[refusal] };
    const id = randomUUID();
    await manager.insert(DetrimentReportRow, {
      ...report,
      id,
      concern: concern.key,
      reportedOn: today,
      byOrganisation: caller.organisation,
      byRole: caller.role,
    });
    return { appended: true, happened: [{ kind: "DETRIMENT_REPORTED", record: id }] };
  },
};
