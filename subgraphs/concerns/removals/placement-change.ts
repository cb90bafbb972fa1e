/**
 * Changes of placements that are no removal and must never be shown as one: gaps in a rotation, training needs, planned
 * reductions and the like. They are kept, and have no bearing on the category.
 */
import { ID } from "type-graphql";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";

@RecordType("PlacementChange", {
  description: "An ordinary change of placements, which is no removal of learners.",
  source: {
    view: "concerns.visible_placement_change",
    table: "concerns.placement_change",
    concernKey: "concern",
    history: "APPENDED",
  },
})
export class PlacementChange {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => String, "MANAGEMENT:summary", {
    description: "What kind of change, such as `ROTATION_GAP`.",
    column: {},
  })
  kind!: string | null;

  @Classified(() => DateScalar, "MANAGEMENT:summary", { description: "First day of it.", column: {} })
  startsOn!: string | null;

  @Classified(() => String, "MANAGEMENT:summary", { description: "What changes, and why.", column: {} })
  explanation!: string | null;

  @Classified(() => DateScalar, "MANAGEMENT:summary", { description: "When it was recorded.", column: {} })
  recordedOn!: string | null;
}
