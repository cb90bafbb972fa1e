/** Reads who signed the Emerging Concerns Protocol, for many organisations at once. */
import type { LoadMany } from "../loader-of.js";
import type { ProtocolSignature } from "./protocol-signature.js";

/** The signature of each organisation that signed the Emerging Concerns Protocol. */
export const loadProtocolSignatures: LoadMany<string, ProtocolSignature> = async (context, organisations) => {
  const rows = await context.database.readByIndex<ProtocolSignature & { readonly organisation: string }>(
    `select s.organisation, s.from_date::text as "from", s.until_date::text as until
       from organisations.visible_signatory s where s.organisation = any ($1)`,
    [organisations],
  );
  return new Map(rows.map((row) => [row.organisation, row]));
};
