/**
 * Changes that name a record which is not there for their caller, on a concern that is or, where its owner may make them
 * on one that is not, on that; or that name a hidden panel: they reach the command's own look-up, past the check of the
 * concern.
 */
import { mutationDocument, mutationInputs } from "../support/mutation-inputs.js";
import type { RecordedWorld, StoredRow } from "./hidden-world.js";
import type { Operation } from "./operation.js";
import { storedRecords, type StoredType } from "./stored-fields.js";

const named: readonly (readonly [mutation: string, field: string, type: StoredType])[] = [
  ["withdrawShare", "shareId", "Share"],
  ["respondToRequirement", "requirementId", "Requirement"],
  ["closeRequirement", "requirementId", "Requirement"],
  ["completeCondition", "conditionId", "RequirementCondition"],
  ["cancelReview", "reviewId", "Review"],
  ["completeAction", "actionId", "PlannedAction"],
  ["releaseEvidence", "evidenceId", "Evidence"],
  ["approveIdentityReveal", "revealId", "IdentityReveal"],
  ["shareContribution", "contributionId", "Contribution"],
  ["withdrawContribution", "contributionId", "Contribution"],
  ["updateRegulatorCase", "caseId", "RegulatorCase"],
  ["decideRemoval", "removalId", "LearnerRemoval"],
  ["mergeConcern", "into", "Concern"],
];
/** An owner may make them on a concern that is hidden from it. */
const ofOwners: readonly string[] = ["withdrawShare", "withdrawContribution", "updateRegulatorCase"];
const onPanels = ["contributeToPanel", "respondToInvitation", "recordDissent", "closePanel"] as const;

export function subRecordMutations({ concerns, keys, rows }: RecordedWorld): Operation[] {
  const ofConcern = concerns.flatMap(({ id }, place) =>
    named.flatMap(([mutation, field, type]) => {
      const isOwn = ({ parent }: StoredRow): boolean => parent === keys.get(id);
      const ofType = rows.filter((row) => row.type === type && row.id !== id);
      const [own] = ofType.filter(isOwn);
      const foreign = ofType.filter((row) => !isOwn(row)).slice(place % 3, (place % 3) + 1);
      return [...(own === undefined ? [] : [own]), ...foreign].map((row) =>
        naming(mutation, { id, [field]: row.id }, row, row === own && ofOwners.includes(mutation) ? null : id),
      );
    }),
  );
  const panels = rows.filter(({ type }) => type === "ReviewPanel");
  return [
    ...ofConcern,
    ...panels.flatMap((panel) => onPanels.map((mutation) => naming(mutation, { id: panel.id }, panel, null))),
  ];
}

/** @param concern that the caller has to know of, so that its command gets as far as the record. */
function naming(mutation: string, ids: object, row: StoredRow, concern: string | null): Operation {
  const above = storedRecords[row.type].parent === "panel" ? [] : presenceLines(row.type);
  return {
    title: `${mutation} of ${row.type} ${row.id}`,
    reaches: { mutation: above, "error text": above },
    onlyWhere: { absent: row.id, known: concern },
    asks: () => ({ query: mutationDocument(mutation), variables: { input: { ...mutationInputs[mutation], ...ids } } }),
  };
}

function presenceLines(type: StoredType): readonly string[] {
  return type === "InternalNote" ? [] : [`${type}.id`];
}
