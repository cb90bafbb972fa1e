/** Why a caller sees what they see of a concern, what is hidden, and whom to ask about it. */
import { Carrier, PlainType } from "../../annotations.js";

@PlainType("HiddenField", { description: "A field that this caller may not read on this concern." })
export class HiddenField {
  @Carrier(() => String, { description: "Name of the field." })
  field!: string;

  @Carrier(() => String, { description: "Its data class." })
  dataClass!: string;

  @Carrier(() => String, { description: "Why: ROLE, PURPOSE, AGREEMENT, REVEAL, SHARE, GLASS or RELATION." })
  because!: string;

  @Carrier(() => String, { description: "What can be done about it, and whom to ask." })
  ask!: string;
}

@PlainType("ConcernAccess", { description: "What the caller's organisation has to do with a concern." })
export class ConcernAccess {
  @Carrier(() => [String], {
    description:
      "Relations of the caller's organisation to the concern; that of a panel for those who read of panels, or know of the concern by it alone.",
  })
  relations!: string[];

  @Carrier(() => [HiddenField], { description: "Fields that the caller may not read on it." })
  hidden!: HiddenField[];
}
