/**
 * A directory for tests: the reference data that ships with the hub, and a hundred invented trusts with three sites,
 * a predecessor that the directory carries and a successor that it does not.
 */
import pg from "pg";
import { loadReference } from "../../../subgraphs/organisations/load-reference.js";
import { readReference } from "../../../subgraphs/organisations/reference-file.js";
import { createTestDatabase, type TestDatabase } from "../../support/database.js";

const trusts = `
  insert into organisations.organisation (code, name, kind, opened_on, closed_on, region, icb, parent, postcode, source)
  select 'ZZ' || to_char(n, 'FM000'), 'Invented Trust ' || to_char(n, 'FM000'), 'TRUST', date '2001-04-01',
         case when n <= 10 then date '2024-03-31' when n = 11 then date '2026-11-02' end,
         case when n % 2 = 0 then 'Y60' else 'Y56' end, case when n % 5 = 0 then 'ZZGONE' else 'QOQ' end, 'X24',
         'ZZ1 1ZZ', 'test'
    from generate_series(1, 100) n;
  insert into organisations.organisation (code, name, kind, region, parent, source)
  select 'ZZ' || to_char(n, 'FM000') || site, 'Site ' || site || ' of trust ' || n, 'TRUST_SITE', 'Y60',
         'ZZ' || to_char(n, 'FM000'), 'test'
    from generate_series(1, 100) n, unnest(array['C', 'A', 'B']) site;
  insert into organisations.organisation (code, name, kind, opened_on, source) values
    ('ZZNEW', '100% Planned_Trust \\ and Partners', 'OTHER', date '2027-04-01', 'test');
  insert into organisations.succession (predecessor, successor, on_date, source)
  select 'ZZ' || to_char(n % 10 + 1, 'FM000'), 'ZZ' || to_char(n, 'FM000'), date '2024-04-01', 'test'
    from generate_series(20, 100) n;
  insert into organisations.succession (predecessor, successor, on_date, source)
  select 'ZZ' || to_char(n, 'FM000'), 'ZZVANISHED', date '2026-04-01', 'test' from generate_series(1, 100) n;
  insert into organisations.signatory (organisation, from_date, until_date, source) values
    ('ZZ001', date '2021-06-15', date '2023-03-31', 'test');`;

export interface DirectoryWorld {
  readonly reader: pg.Pool;
  end(): Promise<void>;
}

export async function createDirectoryWorld(): Promise<DirectoryWorld> {
  const database = await createTestDatabase();
  await fill(database);
  const reader = new pg.Pool({ connectionString: database.readerUrl, max: 2, pipeline: true });
  return {
    reader,
    end: async () => {
      await reader.end();
      await database.drop();
    },
  };
}

async function fill({ writerUrl }: TestDatabase): Promise<void> {
  const { reference } = await readReference();
  const writer = new pg.Client({ connectionString: writerUrl });
  await writer.connect();
  try {
    await loadReference(writer, reference);
    await writer.query(trusts);
  } finally {
    await writer.end();
  }
}
