/**
 * Seals the audit: adds a link for each entry that has none, and signs heads. It works behind those who write entries
 * and never makes them wait. A batch is one transaction under a lock, so that of any number of sealers one is at work,
 * and one that is killed leaves a chain that the next goes on with.
 */
import type { Pool, PoolClient } from "pg";
import { HubError } from "../errors/hub-error.js";
import { asText, bytesOf, canonicalForm, canonicalSession, entryDigest, type EntryRow } from "./canonical-entry.js";
import { mostUnsigned } from "./head-check.js";
import { beforeTheFirst, linkHash, type Link } from "./link.js";
import { risen, settledAt, type Floor } from "./sealing-floor.js";
import { signHead, type SignedHead, type SigningKey } from "./signed-head.js";

export interface Sealer {
  seal(): Promise<Sealed>;
}

/** What came of a batch: there is more, there was no more, or another sealer is at work. */
export type Sealed = "MORE" | "ALL" | "BUSY";

export interface SealerOptions {
  readonly entriesInABatch?: number;
  /** Milliseconds after which what is sealed gets a head. */
  readonly headAfter?: number;
}

/** The first of the keys signs. */
export type SigningKeys = readonly [SigningKey, ...SigningKey[]];

const sealingLock = 4_201_106;

export function createSealer(
  pool: Pool,
  [key]: SigningKeys,
  { entriesInABatch = 500, headAfter = 60_000 }: SealerOptions = {},
): Sealer {
  let floor: Floor | null = null;

  const sealBatch = async (client: PoolClient): Promise<Sealed> => {
    const [turn] = await rowsOf(client, turnSql, [sealingLock]);
    if (turn?.["mine"] !== "t") return "BUSY";
    const end = await endOf(client);
    const from = floor ?? { number: end.settled, mark: null };
    const settled = settledAt(from, { issued: Number(turn["issued"]), writers: end.writers });
    const entries = await rowsOf(client, entriesSql, [from.number, entriesInABatch]);
    const links = linksFor(entries, end);
    const isLast = entries.length < entriesInABatch;
    const next = risen(settled, isLast ? null : (links.at(-1)?.entry ?? null));
    if (links.length > 0) await client.query(addLinksSql, columnsOf(links));
    const { position, hash } = links.at(-1) ?? end;
    const unsigned = position - (end.head?.position ?? 0);
    if (unsigned > mostUnsigned - entriesInABatch || (unsigned > 0 && end.sinceHead >= headAfter)) {
      const number = (end.head?.number ?? 0) + 1;
      await addHead(client, signHead({ number, position, hash, settled: next.number, signedAt: end.now }, key));
    }
    await client.query("commit");
    floor = next;
    return isLast ? "ALL" : "MORE";
  };

  return {
    seal: async () => {
      const client = await pool.connect();
      try {
        await client.query(`begin; ${canonicalSession}`);
        const sealed = await sealBatch(client);
        if (sealed === "BUSY") await client.query("rollback");
        client.release();
        return sealed;
      } catch (error) {
        // The session ends, and with it the lock and what was not committed.
        client.release(true);
        throw error;
      }
    },
  };
}

/** The number that was given out last comes first: whoever had it by then holds a lock that the next statement sees. */
const turnSql = `select pg_try_advisory_xact_lock($1) as mine,
    (select case when is_called then last_value else 0 end from audit.entry_id_seq) as issued`;

const endSql = `
  select l.position, l.hash, h.number, h.position as signed, h.settled, now() as now,
         coalesce(extract(epoch from now() - h.signed_at) * 1000, 'infinity') as since_head,
         coalesce((select s.hash = h.hash from audit.link s where s.position = h.position), h.number is null) as fits,
         (select string_agg(distinct virtualtransaction, ' ') from pg_locks
           where locktype = 'relation' and database = (select oid from pg_database where datname = current_database())
             and relation = 'audit.entry'::regclass and mode = 'RowExclusiveLock') as writers
    from (values (1)) one
    left join (select * from audit.link order by position desc limit 1) l on true
    left join (select * from audit.head order by number desc limit 1) h on true`;

const entriesSql = `
  select e.* from audit.entry e
   where e.id > $1 and not exists (select from audit.link l where l.entry = e.id)
   order by e.id limit $2`;

const addLinksSql = `
  insert into audit.link (position, entry, form, digest, hash)
  select * from unnest($1::bigint[], $2::bigint[], $3::smallint[], $4::bytea[], $5::bytea[])`;

interface End extends Pick<Link, "position" | "hash"> {
  readonly head: { readonly number: number; readonly position: number } | null;
  /** Milliseconds. */
  readonly sinceHead: number;
  readonly settled: number;
  /** Transactions that may have been given the number of an entry which nobody else sees yet. */
  readonly writers: readonly string[];
  readonly now: string;
}

async function endOf(client: PoolClient): Promise<End> {
  const [row] = await rowsOf(client, endSql);
  if (row?.["fits"] !== "t")
    throw new HubError("INTERNAL", {}, { cause: "the chain of the audit does not reach its last head" });
  const { position, hash, number, signed, settled, writers } = row;
  return {
    ...(position == null || hash == null ? beforeTheFirst : { position: Number(position), hash: bytesOf(hash) }),
    head: number == null ? null : { number: Number(number), position: Number(signed) },
    sinceHead: Number(row["since_head"]),
    settled: Number(settled ?? 0),
    writers: writers?.split(" ") ?? [],
    now: row["now"] ?? "",
  };
}

function linksFor(entries: readonly EntryRow[], end: Pick<Link, "position" | "hash">): Link[] {
  let { position, hash } = end;
  return entries.map((row) => {
    position += 1;
    const link = { position, entry: Number(row["id"]), form: canonicalForm, digest: entryDigest(row) };
    hash = linkHash(hash, link);
    return { ...link, hash };
  });
}

function columnsOf(links: readonly Link[]): unknown[][] {
  return (["position", "entry", "form", "digest", "hash"] as const).map((name) => links.map((link) => link[name]));
}

async function addHead(client: PoolClient, head: SignedHead): Promise<void> {
  const { number, position, hash, settled, signedAt, key, signature } = head;
  await client.query(
    "insert into audit.head (number, position, hash, settled, signed_at, key, signature) values ($1, $2, $3, $4, $5, $6, $7)",
    [number, position, hash, settled, signedAt, key, signature],
  );
}

async function rowsOf(client: PoolClient, text: string, values: readonly unknown[] = []): Promise<EntryRow[]> {
  return (await client.query<EntryRow>({ text, values: [...values], types: asText })).rows;
}
