/** Recording an ordinary change of placements, which has no bearing on the category and is never shown as a removal. */
import { randomUUID } from "node:crypto";
import { userError } from "../../user-error.js";
import { learnerRemoval } from "../casework-references.js";
import type { ConcernCommand } from "../concern-command.js";
import { isOrdinaryChange } from "./removal-proposal.js";
import { PlacementChangeRow } from "./removal-tables.js";
import type { RecordPlacementChangeInput } from "./return-inputs.js";

const notOrdinary = userError(
  "BAD_USER_INPUT",
  "must be an ordinary change of placements; learners are removed by proposeRemoval",
  "kind",
);

export const recordPlacementChange: ConcernCommand<RecordPlacementChangeInput> = {
  action: "recordPlacementChange",
  writes: ["placementChanges"],
  decide: async ({ manager, concern, context }, { kind, startsOn, explanation }) => {
    if (!isOrdinaryChange(kind, learnerRemoval())) return { refused: notOrdinary };
    const id = randomUUID();
    await manager.insert(PlacementChangeRow, {
      id,
      concern: concern.key,
      kind,
      startsOn,
      explanation,
      recordedOn: context.today,
    });
    return { appended: true, happened: [{ kind: "PLACEMENTS_CHANGED", record: id }] };
  },
};
