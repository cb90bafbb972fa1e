/** Evidence: a file that its sender attaches to a concern, and that NHS England may release to the provider. */
import { randomUUID } from "node:crypto";
import { idShape } from "../../records.js";
import type { ConcernCommand } from "../concern-command.js";
import { refusals } from "../refusals.js";
import { requirementOf } from "../requirements/requirement-commands.js";
import { requirementRefusals } from "../requirements/requirement-refusals.js";
import type { AddEvidenceInput, ReleaseEvidenceInput } from "./evidence-inputs.js";
import { addingRefusal, isForTheProvider } from "./evidence-lifecycle.js";
import { evidenceRefusals } from "./evidence-refusals.js";
import { EvidenceRow } from "./evidence-tables.js";
import { takeUpload } from "./upload-commands.js";

export const addEvidence: ConcernCommand<AddEvidenceInput> = {
  action: "addEvidence",
  writes: ["evidence"],
  decide: async (change, { upload: uploadId, description, requirementId, release }) => {
    const { manager, concern, context, acting } = change;
    const isReleased = isForTheProvider(acting, release === true);
    const refusal = addingRefusal(acting, concern.status, isReleased);
    if (refusal !== undefined) return { refused: refusals[refusal] };
    const isFor = requirementId ?? null;
    const requirement = isFor === null ? null : await requirementOf(change, isFor);
    if (requirement === undefined) return { refused: requirementRefusals.absent };
    // Last of all: what is taken is gone, refused or not.
    const upload = await takeUpload(manager, context, uploadId);
    if (upload === undefined) return { refused: evidenceRefusals.noUpload };
    const { id: contentKey, ...file } = upload;
    const id = randomUUID();
    await manager.insert(EvidenceRow, {
      ...file,
      id,
      contentKey,
      concern: concern.key,
      description: description ?? null,
      requirement: requirement?.id ?? null,
      addedOn: context.today,
      addedBy: context.caller.organisation,
      releasedOn: isReleased ? context.today : null,
    });
    return { appended: true, happened: [{ kind: isReleased ? "EVIDENCE_ADDED" : "EVIDENCE_KEPT", record: id }] };
  },
};

export const releaseEvidence: ConcernCommand<ReleaseEvidenceInput> = {
  action: "releaseEvidence",
  writes: ["evidence"],
  decide: async ({ manager, concern, context }, { evidenceId: id }) => {
    const evidence = idShape.test(id) ? await manager.findOneBy(EvidenceRow, { id, concern: concern.key }) : null;
    if (evidence === null) return { refused: evidenceRefusals.noEvidence };
    if (evidence.releasedOn !== null) return { refused: evidenceRefusals.released };
    await manager.update(EvidenceRow, { id }, { releasedOn: context.today });
    return { appended: true, happened: [{ kind: "EVIDENCE_RELEASED", record: id }] };
  },
};
