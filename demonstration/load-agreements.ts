/** Brings the sharing agreements of the demonstration into the directory. What is there already is left alone. */
import type { ClientBase } from "pg";
import { inTransaction } from "../subgraphs/organisations/in-transaction.js";
import { agreements } from "./organisations/agreements.js";
import { nationalBody } from "./reporting.js";

export async function loadDemonstrationAgreements(client: ClientBase): Promise<void> {
  await inTransaction(client, async () => {
    for (const { events, ...agreement } of agreements) {
      const { rowCount } = await client.query(
        `insert into organisations.sharing_agreement
           (id, title, receiver, classes, purposes, professions, regions, lawful_basis, impact_assessment,
            onward_sharing, valid_from, valid_until, proposed_by, proposed_on, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         on conflict do nothing`,
        [
          agreement.id,
          agreement.title,
          agreement.receiver,
          agreement.classes,
          agreement.purposes,
          agreement.professions,
          agreement.regions,
          "Public task: the quality of education and training for health care workers.",
          `DPIA-${agreement.id.slice(0, 4).toUpperCase()}`,
          agreement.onwardSharing,
          agreement.validFrom,
          agreement.validUntil,
          nationalBody,
          agreement.proposedOn,
          1 + events.length,
        ],
      );
      if (rowCount === 0) continue;
      await client.query(
        `insert into organisations.agreement_party (agreement, organisation, signing_roles)
         select $1, unnest($2::text[]), '{QUALITY_LEAD}'`,
        [agreement.id, [nationalBody, agreement.receiver]],
      );
      await client.query(
        `insert into organisations.agreement_event (agreement, sequence, kind, organisation, role, reason, at)
         select $1, sequence, event ->> 'kind', event ->> 'organisation', event ->> 'role', event ->> 'reason',
           (event ->> 'at')::timestamptz
         from jsonb_array_elements($2::jsonb) with ordinality as events (event, sequence)`,
        [agreement.id, JSON.stringify(events)],
      );
    }
  });
}
