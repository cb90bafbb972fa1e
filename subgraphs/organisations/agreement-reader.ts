/** Reads sharing agreements through the visible views: one, a page, and those of several organisations at once. */
import { standingKey, type RowStanding, type StandingRecord } from "../../authorisation/standing.js";
import type { Position } from "../cursor.js";
import { grouped } from "../grouped.js";
import type { LoadMany } from "../loader-of.js";
import type { SubgraphContext } from "../subgraph-context.js";
import type { AgreementFilterValues } from "./agreement-filter.js";

/** A row under the names of the graph; organisations are codes. */
export interface AgreementRecord extends StandingRecord {
  readonly receiver: string;
  readonly proposedBy: string;
  readonly proposedOn: string;
  readonly regions: readonly string[];
}

export interface AgreementPartyRecord extends StandingRecord {
  readonly organisation: string;
}

interface Row extends RowStanding, Record<string, unknown> {
  readonly id: string;
}

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const selected = `v.id, v.relations, v.title, v.state, v.receiver, v.proposed_by as "proposedBy",
  v.proposed_on::text as "proposedOn", v.classes as "dataClasses", v.purposes,
  coalesce(v.professions, '{}') as professions, coalesce(v.regions, '{}') as regions, v.lawful_basis as "lawfulBasis",
  v.impact_assessment as "impactAssessment", v.onward_sharing as "onwardSharing", ${instant("v.valid_from")} as "validFrom",
  ${instant("v.valid_until")} as "validUntil", v.version`;

const hasParty = (party: string): string =>
  `exists (select from organisations.visible_agreement_party p where p.agreement = v.id and p.organisation = ${party})`;

const matching = `($1::text is null or ${hasParty("$1")})
  and ($2::text[] is null or v.state = any ($2))
  and ($3::timestamptz is null or v.valid_until < $3)`;

const toRecord = (context: SubgraphContext, typeName: string, row: Row): StandingRecord =>
  Object.assign(row, { __typename: typeName, [standingKey]: context.standingOf(row) });

export const loadAgreements: LoadMany<string, AgreementRecord> = async (context, ids) => {
  const rows = await context.database.readByIndex<Row>(
    `select ${selected} from organisations.visible_agreement v where v.id = any ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, toRecord(context, "SharingAgreement", row) as AgreementRecord]));
};

export interface AgreementPageRequest {
  readonly filter: AgreementFilterValues;
  readonly size: number;
  readonly after: Position | undefined;
}

/** Newest first; one more than the page holds. */
export async function readAgreementPage(
  context: SubgraphContext,
  { filter, size, after }: AgreementPageRequest,
): Promise<AgreementRecord[]> {
  const rows = await context.database.read<Row>(
    `select ${selected} from organisations.visible_agreement v
      where ${matching} and ($4::date is null or (v.proposed_on, v.id) < ($4, $5::uuid))
      order by v.proposed_on desc, v.id desc limit $6`,
    [...filter, after?.value ?? null, after?.key ?? null, size + 1],
  );
  return rows.map((row) => toRecord(context, "SharingAgreement", row) as AgreementRecord);
}

export async function countAgreements(context: SubgraphContext, filter: AgreementFilterValues): Promise<number> {
  const [row] = await context.database.read<{ count: number }>(
    `select count(*)::integer as count from organisations.visible_agreement v where ${matching}`,
    filter,
  );
  return row?.count ?? 0;
}

/** Those to which each organisation is a party, newest first. */
export const loadAgreementsOf: LoadMany<string, AgreementRecord[]> = async (context, codes) => {
  const rows = await context.database.readByIndex<Row & { readonly party: string }>(
    `select ${selected}, p.organisation as party from organisations.visible_agreement v
       join organisations.visible_agreement_party p on p.agreement = v.id
      where p.organisation = any ($1) order by v.proposed_on desc, v.id desc`,
    [codes],
  );
  return grouped(codes, rows, "party", (row) => toRecord(context, "SharingAgreement", row) as AgreementRecord);
};

/** By the id of the agreement, in the order of their codes. */
export const loadParties: LoadMany<string, AgreementPartyRecord[]> = async (context, ids) => {
  const rows = await context.database.readByIndex<Row>(
    `select p.agreement as id, p.relations, p.organisation, p.signing_roles as "signingRoles", p.outstanding
       from organisations.visible_agreement_party p where p.agreement = any ($1) order by p.organisation`,
    [ids],
  );
  return grouped(ids, rows, "id", (row) => toRecord(context, "AgreementParty", row) as AgreementPartyRecord);
};

/** By the id of the agreement, in the order in which they happened. */
export const loadHistory: LoadMany<string, AgreementPartyRecord[]> = async (context, ids) => {
  const rows = await context.database.readByIndex<Row>(
    `select e.agreement as id, e.relations, e.kind, e.organisation, e.role, e.on_date::text as "on", e.reason
       from organisations.visible_agreement_event e where e.agreement = any ($1) order by e.sequence`,
    [ids],
  );
  return grouped(ids, rows, "id", (row) => toRecord(context, "AgreementEvent", row) as AgreementPartyRecord);
};
