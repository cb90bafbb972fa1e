/** A provider that a concern was with, until it moved to one that came after it. */
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";

@RecordType("ProviderPeriod", {
  description: "A provider that was responsible for a concern, until the concern moved to a successor of it.",
  source: {
    view: "concerns.visible_provider_period",
    table: "concerns.provider_period",
    concernKey: "concern",
    history: "APPENDED",
    filters: {
      sequence: { compartment: "OPERATIONAL", sql: "r.sequence" },
      run: { compartment: "OPERATIONAL", sql: "r.run" },
    },
  },
})
export class ProviderPeriod {
  @Classified(() => Organisation, "OPERATIONAL", {
    description: "The provider.",
    column: { sql: "r.provider", refersBy: "code" },
  })
  organisation!: Organisation | null;

  @Classified(() => DateScalar, "OPERATIONAL", {
    description: "Since when it was responsible: from the report, or from when the concern moved to it.",
    column: { sql: "r.from_date" },
  })
  from!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", {
    description: "When the concern moved on.",
    column: { sql: "r.to_date" },
  })
  to!: string | null;

  @Classified(() => Organisation, "OPERATIONAL", {
    description: "To which provider it moved.",
    column: { sql: "r.successor", refersBy: "code" },
  })
  successor!: Organisation | null;

  @Classified(() => [Organisation], "OPERATIONAL", {
    description: "All providers to which it could have moved: more than one where NHS England chose.",
    column: { sql: "r.among", refersBy: "code" },
  })
  among!: Organisation[] | null;

  @Classified(() => String, "MANAGEMENT:internal", {
    description: "Why NHS England moved it.",
    column: {},
  })
  reason!: string | null;
}
