/**
 * A library for tests: the one that ships with the hub, and an invented framework in two versions whose standards are
 * three levels deep and whose mappings are written from either side, and once from both.
 */
import pg from "pg";
import { loadLibrary } from "../../../subgraphs/standards/load-library.js";
import { readLibrary } from "../../../subgraphs/standards/read-library.js";
import { createTestDatabase, type TestDatabase } from "../../support/database.js";

const invented = `
  insert into standards.framework (id, code, title, owner, version, valid_from, valid_to, url, source, confidence) values
    ('ZZ-2019', 'ZZ', 'Invented framework', 'ZZGONE', '2019', '2019-01-01', '2020-12-31', 'https://zz.example', 'test', 'LOW'),
    ('ZZ-2021', 'ZZ', 'Invented framework', 'ZZGONE', '2021', '2021-01-01', null, 'https://zz.example', 'test', 'LOW');
  insert into standards.standard
    (id, framework, position, code, kind, title, parent, valid_from, valid_to, superseded_by, source, confidence, note) values
    ('ZZ-2021:Z1', 'ZZ-2021', 1, 'Z1', 'DOMAIN', 'Ten, 100% of it', null, '2021-01-01', null, null, 'test', 'LOW', null),
    ('ZZ-2021:Z1.1', 'ZZ-2021', 2, 'Z1.1', 'STANDARD', 'Under_one', 'ZZ-2021:Z1', '2021-01-01', null, null, 'test', 'LOW', null),
    ('ZZ-2021:Z1.1.1', 'ZZ-2021', 3, 'Z1.1.1', 'REQUIREMENT', 'Under two', 'ZZ-2021:Z1.1', '2021-01-01', null, null, 'test', 'LOW', 'Back\\slash'),
    ('ZZ-2021:Z2', 'ZZ-2021', 3, 'Z2', 'DOMAIN', 'In the same place as another', null, '2021-01-01', null, null, 'test', 'LOW', null),
    ('ZZ-2019:Z1', 'ZZ-2019', 1, 'Z1', 'DOMAIN', 'Ten', null, '2019-01-01', '2020-12-31', 'ZZ-2021:Z1', 'test', 'LOW', null),
    ('ZZ-2019:Z1.9', 'ZZ-2019', 2, 'Z1.9', 'STANDARD', 'Nine', 'ZZ-2019:Z1', '2019-01-01', '2020-12-31', null, 'test', 'LOW', null);
  insert into standards.standard_mapping (from_id, to_id, strength, mapped_by, confidence) values
    ('ZZ-2021:Z1', 'EQF-2021:1', 'STRONG', 'here', 'LOW'),
    ('ZZ-2019:Z1', 'ZZ-2021:Z1', 'PARTIAL', 'there', 'HIGH'),
    ('ZZ-2021:Z2', 'EQF-2021:2', 'STRONG', 'one side', 'LOW'),
    ('EQF-2021:2', 'ZZ-2021:Z2', 'PARTIAL', 'the other side', 'LOW');`;

export interface LibraryWorld {
  readonly reader: pg.Pool;
  end(): Promise<void>;
}

export async function createLibraryWorld(): Promise<LibraryWorld> {
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
  const checked = await readLibrary();
  if ("findings" in checked) throw new TypeError(checked.findings.join("\n"));
  const writer = new pg.Client({ connectionString: writerUrl });
  await writer.connect();
  try {
    await loadLibrary(writer, checked.library);
    await writer.query(invented);
  } finally {
    await writer.end();
  }
}
