/**
 * An entry of the audit in the graph: who did what, when, for what purpose, on which concern, and the names of the
 * fields that they were given or refused. Never a value. Its number is told to nobody: it would tell how much others do.
 */
import { ID } from "type-graphql";
import type { AuditOutcome } from "../../../audit/audit-entry.js";
import type { StandingRecord } from "../../../authorisation/standing.js";
import { Classified, RecordType } from "../../annotations.js";
import { connectionType } from "../../connection.js";
import { enumOfWords } from "../../described-enum.js";
import { DateTimeScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";

const outcomes = enumOfWords<AuditOutcome>("AccessOutcome", "What came of an attempt to read or to change something.", {
  DISCLOSED: "It was answered: what is named was given, and what is named as redacted was not.",
  CHANGED: "It changed what is named.",
  REPLAYED: "It was sent again with its key, and got its answer again; nothing was changed.",
  REFUSED: "It was refused, and nothing was given or changed.",
  UNAUTHENTICATED: "Whoever asked could not be believed; nothing was given.",
  INVALID: "It was no question that the hub answers; nothing was given.",
  FAILED: "It failed on the way; what is named may have been given.",
});

@RecordType("AccessEntry", {
  description: "An entry of the audit: what somebody read or changed, or tried to. Names of fields, and never a value.",
})
export class AccessEntry {
  @Classified(() => DateTimeScalar, "AUDIT:people", { description: "When." })
  at!: Date | null;

  @Classified(() => String, "AUDIT:people", {
    description: "Who: the issuer of the token and the subject in it. Null where nobody could be believed.",
  })
  subject!: string | null;

  @Classified(() => Organisation, "AUDIT:people", { description: "The organisation for which they acted." })
  organisation!: Organisation | null;

  @Classified(() => String, "AUDIT:people", { description: "The role in which they acted." })
  role!: string | null;

  @Classified(() => String, "AUDIT:people", { description: "The purpose of use that they declared." })
  purpose!: string | null;

  @Classified(() => String, "AUDIT", { description: "The name that the client gave to the operation, for auditors." })
  operation!: string | null;

  @Classified(() => ID, "AUDIT:people", {
    description:
      "Id of the concern that is asked about, or the only one that it names; null where it names none or several.",
  })
  concern!: string | null;

  @Classified(() => [String], "AUDIT:people", {
    description:
      "Names of the fields that were given or changed, such as `Concern.title`; of concerns only those of the one asked about, where one is.",
  })
  fields!: readonly string[] | null;

  @Classified(() => [String], "AUDIT:people", { description: "Names of the fields that were asked for and withheld." })
  redacted!: readonly string[] | null;

  @Classified(() => [ID], "AUDIT:people", {
    description:
      "Ids of the sharing agreements that opened fields of records in the same answer; none where it took none.",
  })
  agreements!: readonly string[] | null;

  @Classified(() => outcomes, "AUDIT:people", { description: "What came of it." })
  outcome!: AuditOutcome | null;
}

export type AccessEntryRecord = AccessEntry & StandingRecord & { readonly place: string };

export const AccessEntryConnection = connectionType("AccessEntry", () => AccessEntry);
