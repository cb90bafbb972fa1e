/**
 * Loads the reference data into the directory: idempotent, in one transaction, all or nothing. Remits become exactly
 * what the data says, since access rests on them; nothing else is ever removed. Relies on data that checkReference
 * found nothing wrong with.
 */
import type { ClientBase } from "pg";
import * as tables from "./directory-tables.js";
import { inTransaction } from "./in-transaction.js";
import type { OrganisationEntry, Reference } from "./reference-file.js";
import { upsertRows } from "./upsert-rows.js";
import type { Row, UpsertCounts } from "./upsert-rows.js";

export interface ReferenceCounts {
  readonly organisations: UpsertCounts;
  readonly professions: UpsertCounts;
  readonly remits: UpsertCounts & { readonly removed: number };
  readonly successions: UpsertCounts;
  readonly qualityTeams: UpsertCounts;
  readonly signatories: UpsertCounts;
}

/** Organisations first: professions, teams and signatories refer to them. */
export async function loadReference(client: ClientBase, reference: Reference): Promise<ReferenceCounts> {
  return inTransaction(client, async () => {
    const organisations = await upsertRows(
      client,
      tables.referenceOrganisations,
      reference.organisations.map(organisationRow),
    );
    const professions = await upsertRows(
      client,
      tables.professions,
      reference.professions.map(({ code, title, regulator, source }) => ({ code, title, regulator, source })),
    );
    const remits = await replaceRemits(client, reference.organisations.flatMap(remitRows));
    const successions = await upsertRows(client, tables.successions, reference.successions.map(tables.successionRow));
    const qualityTeams = await upsertRows(
      client,
      tables.qualityTeams,
      reference.qualityTeams.map(({ code, organisation, name, mailbox, source }) => ({
        code,
        organisation,
        name,
        mailbox,
        source,
      })),
    );
    const signatories = await upsertRows(
      client,
      tables.signatories,
      reference.signatories.map(({ organisation, from, until, source }) => ({
        organisation,
        from_date: from,
        until_date: until,
        source,
      })),
    );
    return { organisations, professions, remits, successions, qualityTeams, signatories };
  });
}

function organisationRow(entry: OrganisationEntry): Row {
  return {
    code: entry.code,
    name: entry.name,
    kind: entry.kind,
    opened_on: entry.openedOn,
    closed_on: entry.closedOn,
    region: entry.region,
    parent: entry.parent,
    ukprn: entry.ukprn,
    ons_code: entry.onsCode,
    designated_body: entry.designatedBody,
    every_setting: entry.remit.everySetting,
    source: entry.source,
  };
}

function remitRows({ code, remit }: OrganisationEntry): Row[] {
  return remit.professions.map((profession) => ({ regulator: code, profession }));
}

async function replaceRemits(client: ClientBase, rows: readonly Row[]): Promise<ReferenceCounts["remits"]> {
  const removed = await client.query(
    `delete from organisations.remit
      where (regulator, profession) not in
            (select regulator, profession from jsonb_to_recordset($1::jsonb) as given (regulator text, profession text))`,
    [JSON.stringify(rows)],
  );
  return { ...(await upsertRows(client, tables.remits, rows)), removed: removed.rowCount ?? 0 };
}
