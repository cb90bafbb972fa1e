/** Whatever somebody with every right on the database does to the audit, its verification says where it begins. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { canonicalSession, entryDigest } from "../../audit/canonical-entry.js";
import { inWords, type Wrong } from "../../audit/chain-fault.js";
import { chainReader, type ChainReader } from "../../audit/chain-reader.js";
import { linkHash } from "../../audit/link.js";
import { signHead, type SignedHead } from "../../audit/signed-head.js";
import { verifyAudit, type AuditVerdict } from "../../audit/verify-audit.js";
import type { TestDatabase } from "../support/database.js";
import { all, auditKeys, neverCommitted, oneByOne, sealedAudit } from "./sealed-audit.js";

let database: TestDatabase;
let superuser: pg.Client;
/** Read in batches of a few, as the superuser sees it in the middle of the tampering. */
let chain: ChainReader;
/** As somebody outside keeps them. */
let kept: SignedHead[];

beforeAll(async () => {
  database = await sealedAudit();
  superuser = new pg.Client({ connectionString: database.adminUrl });
  await superuser.connect();
  chain = chainReader(superuser, 7);
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});
beforeEach(async () => {
  await superuser.query(`begin; ${canonicalSession}`);
  for (const table of ["entry", "link", "head"])
    await superuser.query(`alter table audit.${table} disable trigger append_only`);
  kept = await all(chain.heads());
});
afterEach(async () => {
  await superuser.query("rollback");
});

const verify = (outside: readonly SignedHead[] = []): Promise<AuditVerdict> =>
  verifyAudit(chain, auditKeys, oneByOne(outside));
const found = async (outside?: readonly SignedHead[]): Promise<Wrong | null> => (await verify(outside)).wrong;
const wrong = (fault: Wrong["fault"], position: number | null, more: Partial<Wrong> = {}): Wrong => ({
  ...{ fault, position, until: null, entry: null },
  ...more,
});

it("an audit that nobody touched holds, with the heads that were kept and without", async () => {
  const holds = { wrong: null, position: 60, signed: 60, waiting: 0 };
  expect(await verify()).toEqual(holds);
  expect(await verify(kept)).toEqual(holds);
  expect(kept.map(({ number, position }) => [number, position])).toEqual([1, 2, 3, 4, 5, 6].map((n) => [n, n * 10]));
});

it("what is not sealed yet is told apart, and is nothing wrong", async () => {
  await superuser.query("insert into audit.entry (subject) values ('a'), ('b')");
  expect(await verify(kept)).toEqual({ wrong: null, position: 60, signed: 60, waiting: 2 });
});

it("what was sealed before a head that was kept may have grown since", async () => {
  expect(await verify(kept.slice(0, 3))).toMatchObject({ wrong: null, position: 60 });
});

const anotherValue: Readonly<Record<string, string>> = {
  timestamptz: "%s + interval '1 microsecond'",
  text: "coalesce(%s, '') || ' '",
  bytea: String.raw`set_byte(%s, 31, get_byte(%s, 31) # 1)`,
  jsonb: "jsonb_set(%s, '{0,fields,0}', '\"titles\"')",
};

it("a change of any column of an entry is found at that entry, down to a bit", async () => {
  const { rows: columns } = await superuser.query<{ name: string; type: string }>(
    `select attname as name, atttypid::regtype::text as type from pg_attribute
      where attrelid = 'audit.entry'::regclass and attnum > 0 and attname <> 'id'`,
  );
  expect(columns.length).toBeGreaterThan(13);
  await superuser.query("create temporary table before_it as select * from audit.entry where id = 17");
  for (const { name, type } of columns) {
    const change = anotherValue[type === "timestamp with time zone" ? "timestamptz" : type] ?? "";
    await superuser.query(`update audit.entry set ${name} = ${change.replaceAll("%s", name)} where id = 17`);
    expect([name, await found()]).toEqual([name, wrong("ENTRY_CHANGED", 17, { entry: 17 })]);
    await superuser.query(`update audit.entry e set ${name} = b.${name} from before_it b where e.id = b.id`);
  }
  expect(await found()).toBeNull();
});

it("what is written into a column that came later is found in the entries before it", async () => {
  await superuser.query("alter table audit.entry add column because_of text");
  expect(await found(kept)).toBeNull();
  await superuser.query("update audit.entry set because_of = 'a share' where id = 17");
  expect(await found()).toEqual(wrong("ENTRY_CHANGED", 17, { entry: 17 }));
});

const exchange = (table: string, key: string, columns: string): string =>
  `update audit.${table} a set (${columns}) = (select ${columns} from audit.${table} b where b.${key} = 35 - a.${key})
    where ${key} in (17, 18)`;
const removeLater = (from: number): string =>
  `delete from audit.entry where id in (select entry from audit.link where position > ${from});
   delete from audit.link where position > ${from}`;

const tamperings: readonly (readonly [what: string, statement: string, where: Wrong])[] = [
  ["an entry that is removed", "delete from audit.entry where id = 17", wrong("ENTRY_MISSING", 17, { entry: 17 })],
  [
    "an entry that gets another number",
    "alter table audit.entry alter id drop identity; update audit.entry set id = 31 where id = 17",
    wrong("ENTRY_MISSING", 17, { entry: 17 }),
  ],
  [
    "an entry that is removed with its link",
    "delete from audit.entry where id = 17; delete from audit.link where position = 17",
    wrong("LINK_MISSING", 17),
  ],
  ["the first link removed", "delete from audit.link where position = 1", wrong("LINK_MISSING", 1)],
  [
    "two entries that are exchanged",
    exchange("entry", "id", "at, request_id, records"),
    wrong("ENTRY_CHANGED", 17, { entry: 17 }),
  ],
  [
    "two links that are exchanged",
    `alter table audit.link drop constraint link_entry_key; ${exchange("link", "position", "entry, form, digest, hash")}`,
    wrong("LINK_CHANGED", 17, { entry: 18 }),
  ],
  [
    "a digest that is changed",
    "update audit.link set digest = set_byte(digest, 0, get_byte(digest, 0) # 1) where position = 40",
    wrong("LINK_CHANGED", 40, { entry: 41 }),
  ],
  [
    "a link of another form",
    "update audit.link set form = 2 where position = 40",
    wrong("LINK_CHANGED", 40, { entry: 41 }),
  ],
  [
    "an entry that is added where a number was free",
    `insert into audit.entry (id, subject) overriding system value values (${neverCommitted}, 'nobody')`,
    wrong("ENTRY_SLIPPED_IN", null, { entry: neverCommitted }),
  ],
  ["an end that is cut off", removeLater(45), wrong("CUT_OFF", 46, { until: 50 })],
  ["a head that is removed", "delete from audit.head where number = 3", wrong("HEAD_MISSING", 21, { until: 40 })],
  [
    "a head that says another thing",
    "update audit.head set settled = 12 where number = 2",
    wrong("HEAD_FORGED", 11, { until: 20 }),
  ],
  [
    "a head of a key that nobody knows",
    "update audit.head set key = 'own' where number = 2",
    wrong("HEAD_KEY_UNKNOWN", 11, { until: 20 }),
  ],
  [
    "a head that is put further off",
    "update audit.head set position = 90 where number = 6",
    wrong("HEAD_FORGED", 61, { until: 90 }),
  ],
];

it.each(tamperings)("%s is found, and where; with heads that were kept as well", async (_, statement, where) => {
  await superuser.query(statement);
  expect(await found()).toEqual(where);
  expect(await found(kept)).not.toBeNull();
  expect(inWords(where)).toMatch(/^Wrong from (positions? \d+|entry \d+).*: .*\.$/);
});

/** What somebody does who knows how the chain is made and has every right but the key. */
async function chainAgainFrom(position: number): Promise<void> {
  const sealed = await all(chain.sealed());
  let hash = sealed[position - 2]?.link.hash ?? Buffer.alloc(32);
  for (const { link, row } of sealed.slice(position - 1)) {
    const anew = { ...link, digest: entryDigest(row ?? {}) };
    hash = linkHash(hash, anew);
    await superuser.query("update audit.link set digest = $2, hash = $3 where position = $1", [
      ...[link.position, anew.digest, hash],
    ]);
  }
}

describe("a change after which all that follows is chained again", () => {
  beforeEach(async () => {
    await superuser.query("update audit.entry set outcome = 'REFUSED' where id = 17");
    await chainAgainFrom(17);
  });

  it("is found at the first head that does not fit", async () => {
    expect(await found()).toEqual(wrong("CHAINED_AGAIN", 11, { until: 20 }));
  });

  it("is found where the heads after it are removed, by one that was kept", async () => {
    await superuser.query("delete from audit.head where position > 10");
    expect(await found()).toBeNull();
    expect(await found(kept)).toEqual(wrong("CHAINED_AGAIN", 11, { until: 20 }));
    expect(await found(kept.slice(-1))).toEqual(wrong("CHAINED_AGAIN", 11, { until: 60 }));
  });

  it("is found where the heads are signed again with another key", async () => {
    const [first, second] = await all(chain.heads());
    const { rows } = await superuser.query<{ hash: Buffer }>("select hash from audit.link where position = 20");
    if (first === undefined || second === undefined || rows[0] === undefined) throw new Error("Nothing is sealed.");
    const own = { id: auditKeys[0].id, key: Buffer.alloc(32, 4) };
    const { signature } = signHead({ ...second, hash: rows[0].hash }, own);
    await superuser.query("update audit.head set hash = $1, signature = $2 where number = 2", [
      ...[rows[0].hash, signature],
    ]);
    expect(await found()).toEqual(wrong("HEAD_FORGED", 11, { until: 20 }));
  });
});

describe("an end that is cut off with its heads", () => {
  it("is not seen in the database, which fits; and is by heads that were kept", async () => {
    await superuser.query(`${removeLater(40)}; delete from audit.head where position > 40`);
    expect(await found()).toBeNull();
    expect(await found(kept)).toEqual(wrong("CUT_OFF", 41, { until: 50 }));
  });

  it("is found where nothing is left at all", async () => {
    await superuser.query("truncate audit.entry, audit.link, audit.head");
    expect(await found()).toBeNull();
    expect(await found(kept)).toEqual(wrong("CUT_OFF", 1, { until: 10 }));
  });

  it("is found by the removal of heads alone, where one that was kept is not there", async () => {
    await superuser.query("delete from audit.head where number = 6");
    expect(await found()).toBeNull();
    expect(await found(kept)).toEqual(wrong("HEAD_MISSING", 51, { until: 60 }));
  });
});
