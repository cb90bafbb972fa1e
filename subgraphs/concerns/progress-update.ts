/** What the provider reports on its progress, and what NHS England answers. */
import { Classified, RecordType } from "../annotations.js";
import { DateScalar } from "../scalars.js";
import { ProgressKind } from "./concern-codes.js";

@RecordType("ProgressUpdate", {
  description: "An entry in the progress of a concern.",
  source: {
    view: "concerns.visible_progress_update",
    table: "concerns.progress_update",
    concernKey: "concern",
    history: "APPENDED",
    filters: { sequence: { compartment: "MANAGEMENT:summary", sql: "r.sequence" } },
  },
})
export class ProgressUpdate {
  @Classified(() => ProgressKind, "MANAGEMENT:summary", { description: "What the entry is.", column: {} })
  kind!: ProgressKind | null;

  @Classified(() => DateScalar, "MANAGEMENT:summary", { description: "When it was submitted.", column: {} })
  submittedOn!: string | null;

  @Classified(() => String, "MANAGEMENT:summary", { description: "Progress in a sentence or two.", column: {} })
  summary!: string | null;

  @Classified(() => String, "MANAGEMENT", { description: "The whole account.", column: {} })
  detail!: string | null;

  @Classified(() => String, "MANAGEMENT", {
    description: "Role of the person who submitted it.",
    column: { sql: "r.by_role" },
  })
  role!: string | null;
}
