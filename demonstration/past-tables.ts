/** The tables of what was replaced, by which a concern is told as it was known on a day. */
import { copyTarget, type Recorded } from "./copy-target.js";

/** A version of a row that was replaced. */
export interface FormerVersion extends Recorded {
  readonly id: string;
  readonly recordedUntil: string;
  readonly record: object;
}

/** Why an organisation knew of a concern. */
export interface FormerAccess extends Recorded {
  readonly organisation: string;
  readonly concern: string;
  readonly relations: readonly string[];
  readonly recordedUntil: string;
}

export const versionTarget = copyTarget<FormerVersion>("former_version", {
  id: "id",
  recordedFrom: "recorded_from",
  recordedUntil: "recorded_until",
  record: "record",
});

export const formerAccessTarget = copyTarget<FormerAccess>("former_access", {
  organisation: "organisation",
  concern: "concern",
  relations: "relations",
  recordedFrom: "recorded_from",
  recordedUntil: "recorded_until",
});
