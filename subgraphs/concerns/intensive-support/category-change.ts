/** A step in the history of a concern's category. History is kept, never overwritten. */
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { IsfCategory } from "../concern-codes.js";
import { Organisation } from "../federated-stubs.js";

@RecordType("CategoryChange", {
  description: "A change of the category of a concern.",
  source: {
    view: "concerns.visible_category_change",
    table: "concerns.category_change",
    concernKey: "concern",
    history: "APPENDED",
    filters: { sequence: { compartment: "OPERATIONAL", sql: "r.sequence" } },
  },
})
export class CategoryChange {
  @Classified(() => IsfCategory, "OPERATIONAL", {
    description: "Category before; null for the first.",
    column: { sql: "r.from_category" },
  })
  from!: IsfCategory | null;

  @Classified(() => IsfCategory, "OPERATIONAL", {
    description: "Category after.",
    column: { sql: "r.to_category" },
  })
  to!: IsfCategory | null;

  @Classified(() => DateScalar, "OPERATIONAL", {
    description: "When it was decided.",
    column: { sql: "r.changed_on" },
  })
  on!: string | null;

  @Classified(() => String, "OPERATIONAL", {
    description: "Role of the person who decided; of a report nothing more is told than which organisation made it.",
    column: { sql: "case when r.from_category is not null then r.by_role end" },
  })
  role!: string | null;

  @Classified(() => Organisation, "OPERATIONAL", {
    description: "Organisation for which that person acted; for the first category, who reported the concern.",
    column: { sql: "r.by_organisation", refersBy: "code" },
  })
  organisation!: Organisation | null;

  @Classified(() => String, "NARRATIVE:released", {
    description: "Why, in words that the provider may read.",
    column: {},
  })
  reason!: string | null;

  @Classified(() => String, "NARRATIVE:released", {
    description: "What it rests on: a review, a survey, a report, by title and date.",
    column: {},
  })
  evidence!: string | null;
}
