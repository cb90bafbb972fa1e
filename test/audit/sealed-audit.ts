/** An audit of sixty entries that is sealed, ten under each head, for tests that tamper with copies of it. */
import pg from "pg";
import { createAuditSink } from "../../audit/audit-sink.js";
import type { AuditEntry } from "../../audit/audit-entry.js";
import { withChainReader, type ChainReader } from "../../audit/chain-reader.js";
import { createSealer, type Sealer, type SealerOptions, type SigningKeys } from "../../audit/seal-entries.js";
import type { SignedHead } from "../../audit/signed-head.js";
import { verifyAudit, type AuditVerdict } from "../../audit/verify-audit.js";
import { createTestDatabase, fillTemplate, type TestDatabase } from "../support/database.js";

export const auditKeys: SigningKeys = [{ id: "of-the-test", key: Buffer.alloc(32, 3) }];

/** A number that was given out and never committed, in the middle. */
export const neverCommitted = 31;

export function anEntry(number: number): AuditEntry {
  return {
    caller: {
      issuer: "https://issuer.test",
      subject: `person ${number}`,
      organisation: "ZZN01",
      role: "QUALITY_LEAD",
      purpose: "EDUCATION_QUALITY",
    },
    requestId: `request-${number}`,
    subgraph: "concerns",
    operationName: number % 2 === 0 ? "Größe “7”" : null,
    documentHash: Buffer.alloc(32, number),
    variablesHash: Buffer.alloc(32, 255 - number),
    outcome: "DISCLOSED",
    because: null,
    records: [{ type: "Concern", ids: [`id-${number}`], fields: ["title"], redacted: ["narrative"] }],
  };
}

export interface AuditConnections {
  write(...entries: readonly AuditEntry[]): Promise<void>;
  sealer(options?: SealerOptions): Sealer;
  read<Value>(work: (chain: ChainReader) => Promise<Value>): Promise<Value>;
  verify(kept?: readonly SignedHead[]): Promise<AuditVerdict>;
  heads(): Promise<SignedHead[]>;
  end(): Promise<void>;
}

export function connectTo(database: TestDatabase): AuditConnections {
  const writers = new pg.Pool({ connectionString: database.auditWriterUrl });
  const readers = new pg.Pool({ connectionString: database.auditSealerUrl });
  const pools = [writers, readers];
  const sink = createAuditSink(writers);
  const asSealer = async <Value>(work: (client: pg.PoolClient) => Promise<Value>): Promise<Value> => {
    const client = await readers.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  };
  const read: AuditConnections["read"] = (work) => asSealer((client) => withChainReader(client, work));
  return {
    write: async (...entries) => {
      await Promise.all(entries.map((entry) => sink.record(entry)));
    },
    sealer: (options) => {
      const pool = new pg.Pool({ connectionString: database.auditSealerUrl, max: 1 });
      pool.on("error", () => undefined);
      pool.on("connect", (client) => client.on("error", () => undefined));
      pools.push(pool);
      return createSealer(pool, auditKeys, options);
    },
    read,
    verify: (kept = []) => read((chain) => verifyAudit(chain, auditKeys, oneByOne(kept))),
    heads: () => read((chain) => all(chain.heads())),
    end: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
}

export function oneByOne<Item>(items: readonly Item[]): AsyncIterator<Item> {
  const each = items.values();
  return { next: () => Promise.resolve(each.next()) };
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

export async function sealAll(sealer: Sealer): Promise<void> {
  while ((await sealer.seal()) !== "ALL");
}

const template = "hub_sealed_audit";

export async function sealedAudit(): Promise<TestDatabase> {
  await fillTemplate(template, {}, async (database) => {
    const audit = connectTo(database);
    for (let number = 1; number <= 61; number += 1)
      await (number === neverCommitted ? giveUp(database) : audit.write(anEntry(number)));
    await sealAll(audit.sealer({ entriesInABatch: 10, headAfter: 0 }));
    await audit.end();
  });
  return createTestDatabase({ template });
}

async function giveUp(database: TestDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: database.auditWriterUrl });
  await client.connect();
  await client.query("begin; insert into audit.entry (subject) values ('nobody'); rollback");
  await client.end();
}
