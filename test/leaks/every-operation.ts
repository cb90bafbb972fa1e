/** All that callers ask in the hunt. */
import type { RecordedWorld } from "./hidden-world.js";
import { listOperations, pageOperations } from "./list-operations.js";
import { alike, type Operation } from "./operation.js";
import { recordOperations } from "./record-operations.js";
import { subRecordMutations } from "./sub-record-mutations.js";

export function everyOperation(world: RecordedWorld): readonly Operation[] {
  return [
    ...listOperations,
    ...pageOperations,
    ...recordOperations(world),
    ...alike("commands that name a record", subRecordMutations(world)),
  ];
}
