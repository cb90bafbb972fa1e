/** Consents of the authorities to a removal of learners, and to their return. */
import { ID } from "type-graphql";
import { acting } from "../../../database/view-settings.js";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";
import { ConsentSubject } from "./removal-codes.js";
import { hangingOnRemoval } from "./removal-rows.js";

@RecordType("RemovalConsent", {
  description: "The consent of an authority to a removal of learners, or to their return.",
  // Which universities are concerned is for each of them to know of itself.
  source: hangingOnRemoval("removal_consent", {
    history: "VERSIONED",
    order: "OPERATIONAL",
    more: `(r.organisation is null or r.organisation = ${acting})`,
  }),
})
export class RemovalConsent {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => ConsentSubject, "OPERATIONAL", { description: "To what.", column: {} })
  subject!: ConsentSubject | null;

  @Classified(() => String, "OPERATIONAL", { description: "As which authority, such as `REGION`.", column: {} })
  decider!: string | null;

  @Classified(() => Organisation, "OPERATIONAL", {
    description: "The university, where the authority is one.",
    column: { refersBy: "code" },
  })
  organisation!: Organisation | null;

  @Classified(() => String, "OPERATIONAL", {
    description: "Role of the person who gave it.",
    column: { sql: "r.by_role" },
  })
  role!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it was given.", column: {} })
  givenOn!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", {
    description: "When it lapsed: a return that was halted needs new consent.",
    column: {},
  })
  lapsedOn!: string | null;
}
