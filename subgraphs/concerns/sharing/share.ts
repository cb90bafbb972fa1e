/** A share of a concern with another body, as those see it who made it, received it, or answer for the concern. */
import { ID } from "type-graphql";
import { acting } from "../../../database/view-settings.js";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";

@RecordType("Share", {
  description: "A share of a concern with another body, under the Emerging Concerns Protocol.",
  source: {
    view: "concerns.visible_share",
    table: "concerns.concern_share",
    concernKey: "concern",
    history: "VERSIONED",
    rows: { otherwise: "MANAGEMENT:internal", sql: `${acting} in (r.organisation, r.shared_by)` },
  },
})
export class Share {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => Organisation, "OPERATIONAL", {
    description: "The body it is shared with.",
    column: { refersBy: "code" },
  })
  organisation!: Organisation | null;

  @Classified(() => Organisation, "OPERATIONAL", {
    description: "The body that shared it.",
    column: { refersBy: "code" },
  })
  sharedBy!: Organisation | null;

  @Classified(() => [String], "OPERATIONAL", {
    description:
      "Data classes opened beside OPERATIONAL, which goes with every share: of each what its sharer reads itself.",
    column: {},
  })
  classes!: string[] | null;

  @Classified(() => String, "OPERATIONAL", { description: "Why it was shared.", column: {} })
  reason!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "First day.", column: {} })
  sharedOn!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "Last day.", column: {} })
  until!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it was withdrawn.", column: {} })
  withdrawnOn!: string | null;
}
