/**
 * Brings the directory up to a trusts file and its lineage: idempotent, in one transaction, all or nothing. Every
 * record is a trust because the file is the trusts file. Nothing is removed: an organisation that a later file leaves
 * out keeps its record, and a closed one keeps its dates.
 */
import type { ClientBase } from "pg";
import { odsOrganisations, successionRow, successions } from "./directory-tables.js";
import { inTransaction } from "./in-transaction.js";
import { odsRefusals } from "./ods-file.js";
import type { OdsRecord, RejectedLine } from "./ods-file.js";
import { statusOn } from "./organisation-status.js";
import type { OrganisationStatus } from "./organisation-status.js";
import type { SuccessionEntry } from "./reference-file.js";
import { upsertRows } from "./upsert-rows.js";
import type { Row, UpsertCounts } from "./upsert-rows.js";

export interface OdsImportSummary extends UpsertCounts {
  /** Records offered: `inserted`, `updated`, `unchanged` and `rejected` add up to it. */
  readonly read: number;
  readonly rejected: readonly RejectedLine[];
  /** The records taken, by their status on the day of the import. */
  readonly status: Readonly<Record<OrganisationStatus, number>>;
  readonly successions: UpsertCounts;
  /** Codes in the lineage that name no organisation of the directory. */
  readonly unknownInLineage: readonly string[];
}

export async function importOds(
  client: ClientBase,
  records: readonly OdsRecord[],
  lineage: readonly SuccessionEntry[],
  { on }: { readonly on: string },
): Promise<OdsImportSummary> {
  return inTransaction(client, async () => {
    const taken = await codesOfOtherKinds(client, records);
    const trusts = records.filter(({ code }) => !taken.has(code));
    const counts = await upsertRows(client, odsOrganisations, trusts.map(trustRow));
    return {
      read: records.length,
      ...counts,
      rejected: records
        .filter(({ code }) => taken.has(code))
        .map(({ line }) => ({ line, why: odsRefusals.OTHER_KIND })),
      status: countByStatus(trusts, on),
      successions: await upsertRows(client, successions, lineage.map(successionRow)),
      unknownInLineage: await unknownCodes(client, lineage),
    };
  });
}

function trustRow(record: OdsRecord): Row {
  return {
    code: record.code,
    name: record.name,
    kind: "TRUST",
    opened_on: record.openedOn,
    closed_on: record.closedOn,
    region: record.region,
    icb: record.icb,
    address: record.address,
    postcode: record.postcode,
    source: "NHS Organisation Data Service, trusts file",
  };
}

function countByStatus(records: readonly OdsRecord[], on: string): Record<OrganisationStatus, number> {
  const counts: Record<OrganisationStatus, number> = { PLANNED: 0, ACTIVE: 0, CLOSED: 0 };
  for (const record of records) counts[statusOn(record, on)] += 1;
  return counts;
}

/** The file must not turn a regulator or a region into a trust. */
async function codesOfOtherKinds(client: ClientBase, records: readonly OdsRecord[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ code: string }>(
    "select code from organisations.organisation where code = any ($1::text[]) and kind <> 'TRUST'",
    [records.map(({ code }) => code)],
  );
  return new Set(rows.map(({ code }) => code));
}

async function unknownCodes(client: ClientBase, lineage: readonly SuccessionEntry[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ code: string }>(
    `select distinct code from unnest($1::text[]) as named (code)
      where not exists (select from organisations.organisation held where held.code = named.code)
      order by code`,
    [lineage.flatMap(({ predecessor, successor }) => [predecessor, successor])],
  );
  return rows.map(({ code }) => code);
}
