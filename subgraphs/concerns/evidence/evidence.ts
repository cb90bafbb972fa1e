/** A file that bears on a concern. Its name, its hash and its size tell as much as it does, so they go with it. */
import { ID, Int } from "type-graphql";
import { isUnlocked } from "../../../database/masked-view.js";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";
import { Requirement } from "../requirements/requirement.js";

@RecordType("Evidence", {
  description: "A file that bears on a concern: what the provider sent, or what NHS England added.",
  source: {
    view: "concerns.visible_evidence",
    table: "concerns.evidence",
    concernKey: "concern",
    history: "VERSIONED",
    // Whoever knows of the concern and reads no evidence is not told that there is any, by its id either.
    rows: {
      otherwise: "NARRATIVE:unreleased",
      sql: `r.released_on is not null and ${isUnlocked("NARRATIVE:evidence")}`,
    },
  },
})
export class Evidence {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => String, "NARRATIVE:evidence", { description: "Name of the file.", column: {} })
  name!: string | null;

  @Classified(() => String, "NARRATIVE:evidence", { description: "Its media type, found by its content.", column: {} })
  mediaType!: string | null;

  @Classified(() => String, "NARRATIVE:evidence", {
    description: "SHA-256 of its content, in hexadecimal.",
    column: {},
  })
  sha256!: string | null;

  @Classified(() => Int, "NARRATIVE:evidence", { description: "Its size in bytes.", column: {} })
  size!: number | null;

  @Classified(() => String, "NARRATIVE:evidence", { description: "What it shows.", column: {} })
  description!: string | null;

  @Classified(() => Requirement, "NARRATIVE:evidence", {
    description: "The requirement that it is evidence for.",
    column: {},
  })
  requirement!: Requirement | null;

  @Classified(() => DateScalar, "NARRATIVE:evidence", { description: "When it was added.", column: {} })
  addedOn!: string | null;

  @Classified(() => Organisation, "NARRATIVE:evidence", {
    description: "The organisation that added it.",
    column: { refersBy: "code" },
  })
  addedBy!: Organisation | null;

  @Classified(() => DateScalar, "NARRATIVE:evidence", {
    description: "Since when the provider may read it; what it sent itself from the first day.",
    column: {},
  })
  releasedOn!: string | null;

  @Classified(() => String, "NARRATIVE:evidence", {
    description: "Where to fetch it, beside the graph and with the same token.",
    column: { sql: "'/evidence/' || r.id" },
  })
  downloadPath!: string | null;

  @Classified(() => ID, "NARRATIVE:evidence", {
    description: "The name its content is kept under. Whoever fetches the file is given this, so the audit shows it.",
    column: {},
  })
  contentKey!: string | null;
}
