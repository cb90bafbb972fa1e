/** The sealer behind those who write: it misses no entry, makes nobody wait, and shares its work with others. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { eventually } from "../support/eventually.js";
import { all, anEntry, connectTo, sealAll, type AuditConnections } from "./sealed-audit.js";

let database: TestDatabase;
let audit: AuditConnections;
let superuser: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  audit = connectTo(database);
  superuser = new pg.Client({ connectionString: database.adminUrl });
  await superuser.connect();
  for (const table of ["entry", "link", "head"])
    await superuser.query(`alter table audit.${table} disable trigger append_only`);
});
beforeEach(async () => {
  await superuser.query("truncate audit.entry, audit.link, audit.head restart identity");
});
afterAll(async () => {
  await superuser.end();
  await audit.end();
  await database.drop();
});

const sealedEntries = (): Promise<number[]> =>
  audit.read(async (chain) => (await all(chain.sealed())).map(({ link }) => link.entry));
const entries = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => anEntry(from + index));
const holds = { wrong: null, waiting: 0 };

describe("an entry whose transaction ends after later ones were sealed", () => {
  it("is sealed when it has ended, behind them, and no head said before that all were sealed", async () => {
    const late = new pg.Client({ connectionString: database.writerUrl });
    await late.connect();
    await audit.write(anEntry(1));
    await late.query("begin; insert into audit.entry (subject) values ('late')");
    await audit.write(...entries(3, 9));
    const sealer = audit.sealer({ entriesInABatch: 2, headAfter: 0 });
    for (let round = 0; round < 3; round += 1) await sealAll(sealer);
    expect(await sealedEntries()).toEqual([1, 3, 4, 5, 6, 7, 8, 9]);
    for (const { settled } of await audit.heads()) expect(settled).toBeLessThan(2);
    // Another one goes on from what the heads say.
    await sealAll(audit.sealer({ headAfter: 0 }));

    await late.query("commit");
    await late.end();
    await audit.write(anEntry(10));
    for (let round = 0; round < 2; round += 1) await sealAll(sealer);
    expect(await sealedEntries()).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 2, 10]);
    expect(await audit.verify()).toMatchObject(holds);
    expect((await audit.heads()).at(-1)?.settled).toBe(10);
  });

  it("is not waited for where it is given up", async () => {
    const late = new pg.Client({ connectionString: database.writerUrl });
    await late.connect();
    await late.query("begin; insert into audit.entry (subject) values ('late')");
    await audit.write(...entries(2, 4));
    await late.query("rollback");
    await late.end();
    await sealAll(audit.sealer({ headAfter: 0 }));
    expect(await sealedEntries()).toEqual([2, 3, 4]);
    expect(await audit.heads()).toMatchObject([{ number: 1, position: 3, settled: 4 }]);
  });
});

describe("sealers", () => {
  it("several at once, while others write, make one chain with each entry in it once", async () => {
    const sealers = [1, 2, 3].map(() => audit.sealer({ entriesInABatch: 7, headAfter: 0 }));
    let isWriting = true;
    const writing = (async () => {
      for (let round = 0; round < 20; round += 1) await audit.write(...entries(1, 15));
      isWriting = false;
    })();
    await Promise.all(
      sealers.map(async (sealer) => {
        while (isWriting) {
          await sealer.seal();
          expect((await audit.verify()).wrong).toBeNull();
        }
      }),
    );
    await writing;
    await sealAll(sealers[0] as (typeof sealers)[0]);
    expect([...(await sealedEntries())].sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, n) => n + 1));
    expect(await audit.verify(await audit.heads())).toMatchObject(holds);
  });

  it("one that is lost in the middle of a batch leaves nothing of it, and the next goes on", async () => {
    await audit.write(...entries(1, 30));
    await sealAll(audit.sealer({ entriesInABatch: 10, headAfter: 0 }));
    await audit.write(...entries(31, 50));
    const holder = new pg.Client({ connectionString: database.adminUrl });
    await holder.connect();
    await holder.query("begin; lock table audit.head in exclusive mode");
    const lost = audit.sealer({ headAfter: 0 }).seal();
    lost.catch(() => undefined);
    const atTheHead =
      "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into audit.head%'";
    await eventually(async () => (await superuser.query(atTheHead)).rows.length === 1);
    expect(await audit.sealer().seal()).toBe("BUSY");

    // Whoever writes is not kept waiting by a sealer that hangs.
    await audit.write(anEntry(51));
    await superuser.query(`select pg_terminate_backend(pid) from (${atTheHead}) sealer`);
    await expect(lost).rejects.toThrow();
    await holder.end();
    expect(await audit.verify()).toMatchObject({ wrong: null, position: 30, waiting: 21 });
    await sealAll(audit.sealer());
    expect(await audit.verify()).toMatchObject({ ...holds, position: 51, signed: 30 });
  });

  it("sign a head at the beginning, then not for a minute, unless a thousand links would have none", async () => {
    const sealer = audit.sealer();
    await audit.write(anEntry(1));
    await sealAll(sealer);
    await audit.write(...entries(2, 499));
    await sealAll(sealer);
    expect(await audit.verify()).toMatchObject({ ...holds, position: 499, signed: 1 });
    for (let round = 0; round < 5; round += 1) await audit.write(...entries(1, 400));
    await sealAll(sealer);
    const positions = [0, ...(await audit.heads()).map(({ position }) => position)];
    for (const [index, position] of positions.slice(1).entries())
      expect(position - (positions[index] ?? 0)).toBeLessThanOrEqual(1_000);
    expect(positions.at(-1)).toBeGreaterThan(1_499);
  });

  it("stop where the end was cut off, so that what is written later does not cover it up", async () => {
    await audit.write(...entries(1, 10));
    await sealAll(audit.sealer({ headAfter: 0 }));
    await superuser.query("delete from audit.link where position > 8");
    await audit.write(anEntry(11));
    await expect(audit.sealer().seal()).rejects.toMatchObject({
      cause: "the chain of the audit does not reach its last head",
    });
  });
});
