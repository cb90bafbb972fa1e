/** That NHS England nationally agreed to a step down by more than one category. Its own business: nobody else's. */
import { ID } from "type-graphql";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { IsfCategory } from "../concern-codes.js";

@RecordType("CategorySignOff", {
  description: "National sign-off of a step down by more than one category. It holds for the next step alone.",
  source: {
    view: "concerns.visible_category_sign_off",
    table: "concerns.category_sign_off",
    concernKey: "concern",
    history: "APPENDED",
    filters: { step: { compartment: "MANAGEMENT:internal", sql: "r.step" } },
  },
})
export class CategorySignOff {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => IsfCategory, "MANAGEMENT:internal", {
    description: "The category it was signed off in.",
    column: { sql: "r.from_category" },
  })
  from!: IsfCategory | null;

  @Classified(() => IsfCategory, "MANAGEMENT:internal", {
    description: "The category that may be stepped down to.",
    column: { sql: "r.to_category" },
  })
  to!: IsfCategory | null;

  @Classified(() => DateScalar, "MANAGEMENT:internal", {
    description: "When it was signed off.",
    column: { sql: "r.signed_on" },
  })
  on!: string | null;

  @Classified(() => String, "MANAGEMENT:internal", {
    description: "Role of the person who signed it off.",
    column: { sql: "r.by_role" },
  })
  role!: string | null;

  @Classified(() => String, "MANAGEMENT:internal", { description: "Why.", column: {} })
  reason!: string | null;
}
