/** Reads the chain behind the audit, a batch at a time, from one moment of the database: what is written meanwhile waits. */
import type { ClientBase } from "pg";
import { asText, bytesOf, canonicalSession, type EntryRow } from "./canonical-entry.js";
import type { Link } from "./link.js";
import type { SignedHead } from "./signed-head.js";
import type { SealedEntry } from "./verify-chain.js";

export interface Unsealed {
  /** Entries that the sealer has not come to yet. */
  readonly waiting: number;
  /** The first entry that has no link although all around it have; null as it should be. */
  readonly slippedIn: number | null;
}

export interface ChainReader {
  sealed(): AsyncGenerator<SealedEntry>;
  /** @param after number of a head. */
  heads(after?: number): AsyncGenerator<SignedHead>;
  /** @param settled number up to which all entries were sealed. */
  unsealed(settled: number): Promise<Unsealed>;
}

const usualBatch = 1_000;

/** Everything that the reader gives is of the moment at which this is called. */
export async function withChainReader<Value>(
  client: ClientBase,
  work: (chain: ChainReader) => Promise<Value>,
): Promise<Value> {
  await client.query(`begin isolation level repeatable read read only; ${canonicalSession}`);
  try {
    return await work(chainReader(client));
  } finally {
    await client.query("rollback");
  }
}

/** In a transaction that was set to `canonicalSession`. */
export function chainReader(client: ClientBase, rowsInABatch = usualBatch): ChainReader {
  const rowsOf = async (text: string, values: unknown[]): Promise<EntryRow[]> =>
    (await client.query<EntryRow>({ text, values, types: asText })).rows;

  async function* inBatches<Item>(
    text: string,
    after: number,
    itemOf: (row: EntryRow) => Item,
    keyOf: (item: Item) => number,
  ) {
    for (let last = after; ;) {
      const batch = (await rowsOf(text, [last, rowsInABatch])).map(itemOf);
      yield batch;
      const end = batch.at(-1);
      if (end === undefined || batch.length < rowsInABatch) return;
      last = keyOf(end);
    }
  }

  return {
    sealed: async function* () {
      for await (const links of inBatches(linksSql, 0, linkOf, ({ position }) => position)) {
        const rows = await rowsOf("select e.* from audit.entry e where e.id = any($1)", [
          links.map(({ entry }) => entry),
        ]);
        const byNumber = new Map(rows.map((row) => [Number(row["id"]), row]));
        for (const link of links) yield { link, row: byNumber.get(link.entry) ?? null };
      }
    },
    heads: async function* (after = 0) {
      for await (const heads of inBatches(headsSql, after, headOf, ({ number }) => number)) yield* heads;
    },
    unsealed: async (settled) => {
      const [row] = await rowsOf(unsealedSql, [settled]);
      const slippedIn = row?.["slipped_in"] ?? null;
      return { waiting: Number(row?.["waiting"]), slippedIn: slippedIn === null ? null : Number(slippedIn) };
    },
  };
}

const linksSql = "select l.* from audit.link l where l.position > $1 order by l.position limit $2";
const headsSql = "select h.* from audit.head h where h.number > $1 order by h.number limit $2";
const unsealedSql = `
  select count(*) filter (where e.id > $1) as waiting, min(e.id) filter (where e.id <= $1) as slipped_in
    from audit.entry e left join audit.link l on l.entry = e.id where l.entry is null`;

function linkOf(row: EntryRow): Link {
  return {
    position: Number(row["position"]),
    entry: Number(row["entry"]),
    form: Number(row["form"]),
    digest: bytesOf(row["digest"]),
    hash: bytesOf(row["hash"]),
  };
}

function headOf(row: EntryRow): SignedHead {
  return {
    number: Number(row["number"]),
    position: Number(row["position"]),
    hash: bytesOf(row["hash"]),
    settled: Number(row["settled"]),
    signedAt: row["signed_at"] ?? "",
    key: row["key"] ?? "",
    signature: bytesOf(row["signature"]),
  };
}
