/**
 * Seals again under the newest key what lies in the database under an older one: who spoke up, and the secrets of
 * webhooks. A batch is a transaction; what is done is done, so it may be stopped, go on later, and run while the hub
 * serves or beside another such run. A row opens before it and after it, by one key or the other.
 */
import type { DataSource, EntityManager } from "typeorm";
import { boundTo as boundToChannel } from "../delivery/webhook-signature.js";
import { seal, unseal, type Sealed, type SealKey } from "../sealed-text.js";

/** A column that is sealed, beside the id of its key; rows by a key that can be put in order. */
interface SealedColumn {
  readonly table: string;
  readonly key: string;
  readonly column: string;
  /** SQL over `r`: the name that the row is bound to. */
  readonly name: string;
  readonly boundTo: (name: string) => string;
}

export const sealedColumns = {
  identities: {
    table: "concerns.reporter_identity",
    key: "concern",
    column: "sealed",
    name: "(select c.id from concerns.concern c where c.key = r.concern)",
    boundTo: (concernId) => concernId,
  },
  "webhook secrets": {
    table: "concerns.message_channel",
    key: "id",
    column: "secret",
    name: "r.id",
    boundTo: boundToChannel,
  },
} as const satisfies Readonly<Record<string, SealedColumn>>;

export interface Resealing {
  readonly keys: readonly SealKey[];
  /** Ends after the batch in hand. */
  readonly stopping?: AbortSignal | undefined;
  /** Rows that are locked together. */
  readonly batch?: number;
}

const usualBatch = 200;

/** How many rows each key has sealed, by its id. */
export async function keysInUse(manager: EntityManager, { table }: SealedColumn): Promise<ReadonlyMap<string, number>> {
  const rows: { id: string; count: string }[] = await manager.query(
    `select r.key_id as id, count(*) as count from ${table} r where r.key_id is not null group by 1 order by 1`,
  );
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

/** Gives the number of rows that were sealed again. One that does not open is passed over, and stays as it is. */
export async function resealRows(
  source: DataSource,
  column: SealedColumn,
  { keys, stopping, batch = usualBatch }: Resealing,
): Promise<number> {
  const [newest] = keys;
  if (newest === undefined) throw new TypeError("There is no key to seal with");
  let resealed = 0;
  let after: string | null = null;
  while (stopping?.aborted !== true) {
    const done = await source.transaction((manager) => resealBatch(manager, column, { keys, newest, after, batch }));
    resealed += done.resealed;
    if (done.last === undefined) break;
    after = done.last;
  }
  return resealed;
}

interface Batch {
  readonly keys: readonly SealKey[];
  readonly newest: SealKey;
  /** Key of the last row of the batch before. */
  readonly after: string | null;
  readonly batch: number;
}

interface SealedRow extends Sealed {
  readonly key: string;
  readonly name: string;
}

async function resealBatch(
  manager: EntityManager,
  { table, key, column, name, boundTo }: SealedColumn,
  { keys, newest, after, batch }: Batch,
): Promise<{ readonly resealed: number; readonly last: string | undefined }> {
  const rows: SealedRow[] = await manager.query(
    `select r.${key}::text as key, r.key_id as "keyId", r.${column} as sealed, ${name}::text as name from ${table} r
      where r.key_id <> $1 and ($2::text is null or r.${key} > $2::${key === "id" ? "uuid" : "bigint"})
      order by r.${key} limit $3 for update of r`,
    [newest.id, after, batch],
  );
  let resealed = 0;
  for (const row of rows) {
    const content = unseal(row, keys, boundTo(row.name));
    if (content === null) continue;
    const { keyId, sealed } = seal(content, newest, boundTo(row.name));
    await manager.query(`update ${table} set key_id = $1, ${column} = $2 where ${key} = $3`, [keyId, sealed, row.key]);
    resealed += 1;
  }
  return { resealed, last: rows.at(-1)?.key };
}
