/**
 * That a body looked at a concern on a day, as far as its provider and its region are told: the day, the body and the
 * role. No more, since more would tell why. See ADR 28.
 */
import type { StandingRecord } from "../../../authorisation/standing.js";
import { Classified, RecordType } from "../../annotations.js";
import { connectionType } from "../../connection.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";

@RecordType("ConcernReading", {
  description: "That somebody of an organisation looked at a concern on a day. Who, and at what of it, is not told.",
})
export class ConcernReading {
  @Classified(() => DateScalar, "AUDIT:readers", { description: "The day, in England." })
  on!: string | null;

  @Classified(() => Organisation, "AUDIT:readers", { description: "The organisation for which they looked." })
  organisation!: Organisation | null;

  @Classified(() => String, "AUDIT:readers", { description: "The role in which they looked." })
  role!: string | null;
}

export type ConcernReadingRecord = ConcernReading &
  StandingRecord & { readonly key: string; readonly on: string; readonly code: string };

export const ConcernReadingConnection = connectionType("ConcernReading", () => ConcernReading);
