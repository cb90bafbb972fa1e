/** Sharing agreements in the tables of the directory, as the mutations write them and lock them. */
import type { EntityManager } from "typeorm";
import type { DataClass } from "../../authorisation/data-class.js";
import type { Purpose } from "../../authorisation/caller.js";
import { databaseNow } from "../database-clock-reader.js";
import { idShape } from "../records.js";
import type { Agreement, AgreementEvent, AgreementParty } from "./agreement-lifecycle.js";

export interface NewAgreement {
  readonly id: string;
  readonly title: string;
  readonly receiver: string;
  readonly parties: readonly AgreementParty[];
  readonly classes: readonly DataClass[];
  readonly purposes: readonly Purpose[];
  /** Null: every one. */
  readonly professions: readonly string[] | null;
  readonly regions: readonly string[] | null;
  readonly lawfulBasis: string;
  readonly impactAssessment: string;
  readonly onwardSharing: string | null;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly proposedBy: string;
  readonly proposedOn: string;
}

/** An agreement, locked until the end of the transaction, and the time after that by the database's clock. */
export interface LockedAgreement {
  readonly id: string;
  readonly agreement: Agreement;
  readonly version: number;
  readonly at: Date;
}

export async function insertAgreement(manager: EntityManager, agreement: NewAgreement): Promise<void> {
  await manager.query(
    `insert into organisations.sharing_agreement
       (id, title, receiver, classes, purposes, professions, regions, lawful_basis, impact_assessment, onward_sharing,
        valid_from, valid_until, proposed_by, proposed_on, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)`,
    [
      agreement.id,
      agreement.title,
      agreement.receiver,
      [...new Set(agreement.classes)].sort(),
      [...new Set(agreement.purposes)].sort(),
      agreement.professions,
      agreement.regions,
      agreement.lawfulBasis,
      agreement.impactAssessment,
      agreement.onwardSharing,
      agreement.validFrom,
      agreement.validUntil,
      agreement.proposedBy,
      agreement.proposedOn,
    ],
  );
  await manager.query(
    `insert into organisations.agreement_party (agreement, organisation, signing_roles)
     select $1, party ->> 'organisation', array(select distinct jsonb_array_elements_text(party -> 'signingRoles'))
     from jsonb_array_elements($2::jsonb) as party`,
    [agreement.id, JSON.stringify(agreement.parties)],
  );
}

export async function insertAgreementEvent(
  manager: EntityManager,
  { id, agreement, at }: LockedAgreement,
  { kind, organisation, role, reason }: Omit<AgreementEvent, "at"> & { readonly reason: string | null },
): Promise<void> {
  await manager.query(
    `insert into organisations.agreement_event (agreement, sequence, kind, organisation, role, reason, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, agreement.events.length + 1, kind, organisation, role, reason, at],
  );
  await manager.query("update organisations.sharing_agreement set version = version + 1 where id = $1", [id]);
}

/** Locks an agreement to which the organisation is a party; any agreement where none is given. */
export async function lockAgreement(
  manager: EntityManager,
  id: string,
  party: string | null,
): Promise<LockedAgreement | undefined> {
  if (!idShape.test(id)) return undefined;
  const [terms]: (Omit<Agreement, "parties" | "events"> & { version: number })[] = await manager.query(
    `select g.receiver, g.classes, g.purposes, coalesce(to_jsonb(g.professions), '"EVERY_PROFESSION"') as professions,
       coalesce(to_jsonb(g.regions), '"EVERY_REGION"') as regions, g.valid_from as "validFrom",
       g.valid_until as "validUntil", g.version
     from organisations.sharing_agreement g
     where g.id = $1 and ($2::text is null or exists (
       select from organisations.agreement_party p where p.agreement = g.id and p.organisation = $2))
     for update of g`,
    [id, party],
  );
  if (terms === undefined) return undefined;
  const parties: AgreementParty[] = await manager.query(
    `select organisation, signing_roles as "signingRoles" from organisations.agreement_party where agreement = $1`,
    [id],
  );
  const events: AgreementEvent[] = await manager.query(
    `select kind, organisation, role, at from organisations.agreement_event where agreement = $1 order by sequence`,
    [id],
  );
  const { version, ...scope } = terms;
  return { id, agreement: { ...scope, parties, events }, version, at: await databaseNow(manager) };
}

/** Codes of the bodies that answer for what the hub holds. */
export async function nationalBodies(manager: EntityManager): Promise<ReadonlySet<string>> {
  const rows: { code: string }[] = await manager.query(
    "select code from organisations.organisation where kind = 'NATIONAL_BODY'",
  );
  return new Set(rows.map(({ code }) => code));
}

/** Which refusal names codes that the directory does not have, or has no longer. */
export async function unknownCodes(
  manager: EntityManager,
  {
    parties,
    professions,
    regions,
  }: Pick<NewAgreement, "professions" | "regions"> & { readonly parties: readonly { readonly organisation: string }[] },
): Promise<"unknownParty" | "unknownProfession" | "unknownRegion" | undefined> {
  const [known]: { parties: number; professions: number; regions: number }[] = await manager.query(
    `select
       (select count(*)::integer from organisations.visible_organisation
        where code = any ($1) and status = 'ACTIVE') as parties,
       (select count(*)::integer from organisations.profession where code = any ($2)) as professions,
       (select count(*)::integer from organisations.organisation where code = any ($3) and kind = 'REGION') as regions`,
    [parties.map(({ organisation }) => organisation), professions ?? [], regions ?? []],
  );
  if (known === undefined || known.parties < parties.length) return "unknownParty";
  if (known.professions < (professions?.length ?? 0)) return "unknownProfession";
  return known.regions < (regions?.length ?? 0) ? "unknownRegion" : undefined;
}
