/** Reads what protects people who speak up, for a page of concerns in one statement each, through visible views. */
import type { LoadMany } from "../../loader-of.js";
import { listsByConcern } from "../lists-by-concern.js";
import { DetrimentReport } from "./detriment-report.js";
import { IdentityReveal } from "./identity-reveal-record.js";
import type { SealedIdentity } from "./identity-seal.js";

export const loadReveals = listsByConcern<IdentityReveal>(IdentityReveal, "v.requested_order desc, v.id");
export const loadDetriments = listsByConcern<DetrimentReport>(DetrimentReport, "v.reported_on desc, v.id");

export interface ReadableIdentity extends SealedIdentity {
  /** The reveal under which it is read; null where the person spoke up openly. */
  readonly reveal: string | null;
}

/** Sealed identities that the caller may read, by the key of their concern. */
export const loadIdentities: LoadMany<string, ReadableIdentity> = async (context, keys) => {
  const rows = await context.database.readByIndex<ReadableIdentity & { key: string }>(
    `select v.key, v.key_id as "keyId", v.sealed, v.reveal from concerns.visible_reporter_identity v
     where v.key = any($1) and v.sealed is not null`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
};
