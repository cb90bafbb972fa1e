/** What commands read of the other subgraphs in their own transaction: published views, never tables. */
import type { EntityManager } from "typeorm";
import type { Bodies } from "../../authorisation/relations-of.js";
import type { ProtocolParties, Signatory } from "./sharing/protocol-parties.js";
import { HubError } from "../../errors/hub-error.js";

/** The transaction of a command, or of a request that reads. */
export interface Queries {
  query<Rows>(sql: string, values?: unknown[]): Promise<Rows>;
}

export interface PublishedOrganisation {
  readonly code: string;
  readonly kind: string;
  readonly region: string | null;
  readonly icb: string | null;
  readonly parent: string | null;
  readonly open: boolean;
}

export async function organisationsByCode(
  manager: Queries,
  codes: readonly string[],
): Promise<ReadonlyMap<string, PublishedOrganisation>> {
  const rows: PublishedOrganisation[] = await manager.query(
    `select code, kind, region, icb, parent, status <> 'CLOSED' as open
     from organisations.published_organisation where code = any($1)`,
    [codes],
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** Which of the codes are professions that the directory knows. */
export async function knownProfessions(manager: EntityManager, codes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { profession: string }[] = await manager.query(
    "select distinct profession from organisations.published_remit where profession = any($1)",
    [codes],
  );
  return new Set(rows.map(({ profession }) => profession));
}

/** Which of the standards are in force on the day. */
export async function standardsInForce(
  manager: EntityManager,
  ids: readonly string[],
  on: string,
): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await manager.query(
    `select id from standards.published_standard
     where id = any($1) and valid_from <= $2 and (valid_to is null or valid_to >= $2)`,
    [ids, on],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Who takes part in the Emerging Concerns Protocol, whatever the day. */
export async function protocolParties(manager: Queries): Promise<ProtocolParties> {
  const signatories: Signatory[] = await manager.query(
    `select organisation, from_date::text as from, until_date::text as until from organisations.published_signatory`,
  );
  const nhsEngland: { code: string }[] = await manager.query(
    "select code from organisations.published_organisation where kind in ('NATIONAL_BODY', 'REGION')",
  );
  return { signatories, nhsEngland: new Set(nhsEngland.map(({ code }) => code)) };
}

/** The national body, and the regulators with their remit. */
export async function bodiesFrom(manager: Queries): Promise<Bodies> {
  const [national]: { code: string }[] = await manager.query(
    "select code from organisations.published_organisation where kind = 'NATIONAL_BODY'",
  );
  if (national === undefined) throw new HubError("INTERNAL", { problem: "the directory has no national body" });
  const remits: { regulator: string; professions: string[] | null; everySetting: boolean }[] = await manager.query(
    `select regulator, array_agg(profession) filter (where profession is not null) as professions,
            bool_or(every_setting) as "everySetting"
     from organisations.published_remit group by regulator`,
  );
  return {
    national: national.code,
    remits: remits.map(({ regulator, professions, everySetting }) => ({
      regulator,
      professions: everySetting ? "EVERY_SETTING" : new Set(professions),
    })),
  };
}

/** Whether one of two providers came after the other, by mergers of trusts and however many of them. */
export async function areOfOneLineage(manager: EntityManager, one: string, other: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `with recursive before (code, origin) as (
       select c.code, c.code from unnest($1::text[]) as c (code)
       union
       select s.predecessor, b.origin from organisations.published_succession s join before b on s.successor = b.code
     ) select from before where code = any($1) and code <> origin`,
    [[one, other]],
  );
  return rows.length > 0;
}

/** Who came after a provider, after those, and so on, with the day of each succession. */
export function successionsAfter(
  manager: EntityManager,
  provider: string,
): Promise<{ readonly predecessor: string; readonly successor: string; readonly on: string }[]> {
  return manager.query(
    `with recursive after (predecessor, successor, on_date) as (
       select predecessor, successor, on_date from organisations.published_succession where predecessor = $1
       union
       select s.predecessor, s.successor, s.on_date
       from organisations.published_succession s join after a on s.predecessor = a.successor
     ) select predecessor, successor, on_date::text as "on" from after`,
    [provider],
  );
}

/** Codes of the sites that a provider runs. */
export async function sitesOf(manager: EntityManager, provider: string): Promise<ReadonlySet<string>> {
  const rows: { code: string }[] = await manager.query(
    "select code from organisations.published_organisation where kind = 'TRUST_SITE' and parent = $1",
    [provider],
  );
  return new Set(rows.map(({ code }) => code));
}

/** Of where every organisation is. */
export async function placesDigest(manager: EntityManager): Promise<string> {
  const [row]: { digest: string }[] = await manager.query(
    `select encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', code, coalesce(region, '-'), coalesce(icb, '-')),
            ',' order by code collate "C"), ''), 'UTF8')), 'hex') as digest
     from organisations.published_organisation where region is not null or icb is not null`,
  );
  return row?.digest ?? "";
}

/** Puts concerns where their provider is now; gives the keys of those that were elsewhere. */
export async function movePlaces(manager: EntityManager, keys: readonly string[]): Promise<string[]> {
  const [moved]: [{ key: string }[], number] = await manager.query(
    `update concerns.concern c set region = p.region, icb = p.icb from organisations.published_organisation p
     where c.key = any($1) and p.code = c.provider and (c.region, c.icb) is distinct from (p.region, p.icb)
     returning c.key`,
    [keys],
  );
  return moved.map(({ key }) => key);
}
