import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { findUnfitness, refuseUnfitDatabase } from "../../database/fitness.js";
import { migrate } from "../../database/migrate.js";
import { createEmptyDatabase, createTestDatabase } from "../support/database.js";
import type { TestDatabase } from "../support/database.js";

let database: TestDatabase;
const clients = new Map<string, pg.Client>();

async function signIn(name: string, connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  clients.set(name, client);
}

function as(name: string): pg.Client {
  const client = clients.get(name);
  if (client === undefined) throw new Error(`Nobody signed in as ${name}.`);
  return client;
}

beforeAll(async () => {
  database = await createTestDatabase({
    generatedViews: ["create view concerns.visible_probe as select title from concerns.concern"],
  });
  await signIn("reader", database.readerUrl);
  await signIn("writer", database.writerUrl);
  await signIn("audit writer", database.auditWriterUrl);
  await signIn("audit sealer", database.auditSealerUrl);
  await signIn("administrator", database.adminUrl);
});

afterAll(async () => {
  for (const client of clients.values()) await client.end();
  await database.drop();
});

const addLink = "insert into audit.link (position, entry, form, digest, hash) values (1, 1, 1, '', '');";
const addHead =
  "insert into audit.head (number, position, hash, settled, signed_at, key, signature) values (1, 1, '', 1, now(), 'k', '');";

const allowed: readonly (readonly [who: string, statement: string])[] = [
  ["reader", "select * from concerns.visible_probe"],
  ["reader", "select * from organisations.published_organisation"],
  ["writer", "select * from concerns.concern"],
  ["writer", "select * from organisations.published_organisation"],
  ["writer", "create temporary table staging (code text)"],
  ["writer", "insert into jobs.job (name, data) values ('deliveries', '{}')"],
  ["writer", "insert into audit.entry (subject) values ('a')"],
  ["audit writer", "insert into audit.entry (subject) values ('a')"],
  ["audit sealer", "select * from audit.entry"],
  ["audit sealer", "select last_value from audit.entry_id_seq"],
  ["audit sealer", `${addLink} select * from audit.link`],
  ["audit sealer", `${addHead} select * from audit.head`],
];

const denied: readonly (readonly [who: string, statement: string])[] = [
  ["reader", "select title from concerns.concern"],
  ["reader", "select count(*) from concerns.concern"],
  ["reader", "select * from concerns.concern_access"],
  ["reader", "select * from concerns.reporter_identity"],
  ["reader", "select * from organisations.organisation"],
  ["reader", "select * from standards.standard"],
  ["reader", "select * from hub.installed_views"],
  ["reader", "select * from concerns.message"],
  ["reader", "select * from concerns.message_channel"],
  ["reader", "select * from jobs.job"],
  ["writer", "select jobs.create_queue('own', '{}')"],
  ["writer", "select jobs.delete_queue('deliveries')"],
  ["audit writer", "select * from jobs.job"],
  ["reader", "select * from audit.entry"],
  ["reader", "insert into audit.entry (subject) values ('a')"],
  ["reader", "update concerns.visible_probe set title = ''"],
  ["reader", "delete from concerns.visible_probe"],
  ["reader", "create view concerns.visible_own as select 1"],
  ["reader", "create table public.own (a int)"],
  ["reader", "create temporary table own (a int)"],
  ["reader", "create schema own"],
  ["reader", "set role hub_writer"],
  ["reader", "set role hub_view_owner"],
  ["reader", "set role hub_table_owner"],
  ["reader", "alter role hub_reader superuser"],
  ["writer", "select * from audit.entry"],
  ["writer", "insert into audit.entry (subject) values ('a') returning id"],
  ["writer", "update audit.entry set subject = 'b'"],
  ["writer", "delete from audit.entry"],
  ["writer", "truncate audit.entry"],
  ["writer", "truncate concerns.concern"],
  ["writer", "drop table concerns.concern"],
  ["writer", "alter table concerns.concern add column own text"],
  ["writer", "create or replace view concerns.visible_probe as select narrative from concerns.concern"],
  ["writer", "set role hub_table_owner"],
  ["audit writer", "select * from audit.entry"],
  ["audit writer", "insert into audit.entry (subject) values ('a') returning id"],
  ["audit writer", "update audit.entry set subject = 'b'"],
  ["audit writer", "insert into audit.entry (subject, at) values ('a', '2001-01-01')"],
  ["writer", "insert into audit.entry (subject, at) values ('a', '2001-01-01')"],
  ["audit writer", "delete from audit.entry"],
  ["audit writer", "select * from concerns.concern"],
  ["audit writer", "select * from organisations.published_organisation"],
  ["audit writer", "create temporary table own (a int)"],
  ...["reader", "writer", "audit writer"].flatMap((who) =>
    [addLink, addHead, "select * from audit.link", "select * from audit.head"].map((line) => [who, line] as const),
  ),
  ["audit sealer", "insert into audit.entry (subject) values ('a')"],
  ["audit sealer", "select nextval('audit.entry_id_seq')"],
  ["audit sealer", "update audit.entry set subject = 'b'"],
  ["audit sealer", "delete from audit.entry"],
  ["audit sealer", "update audit.link set hash = ''"],
  ["audit sealer", "delete from audit.link"],
  ["audit sealer", "update audit.head set settled = 0"],
  ["audit sealer", "truncate audit.head"],
  ["audit sealer", "select * from concerns.concern"],
  ["audit sealer", "select * from organisations.published_organisation"],
  ["audit sealer", "create temporary table own (a int)"],
  ["audit sealer", "set role hub_table_owner"],
];

describe("what a role may do", () => {
  it.each(allowed)("the %s may: %s", async (who, statement) => {
    await as(who).query("begin");
    await expect(as(who).query(statement)).resolves.toBeDefined();
    await as(who).query("rollback");
  });

  it.each(denied)("the %s may not: %s", async (who, statement) => {
    await expect(as(who).query(statement)).rejects.toMatchObject({ code: "42501" });
  });
});

describe("the audit is append-only for its owner too", () => {
  it.each([
    "update audit.entry set subject = 'b'",
    "update audit.entry set subject = 'b' where false",
    "delete from audit.entry",
    "truncate audit.entry",
    "update audit.link set hash = '' where false",
    "delete from audit.link",
    "truncate audit.link",
    "delete from audit.head",
    "truncate audit.entry, audit.link, audit.head",
    "set session_replication_role = replica; delete from audit.head",
    "set session_replication_role = replica; delete from audit.entry",
  ])("%s", async (statement) => {
    const administrator = as("administrator");
    await administrator.query("begin; set local role hub_table_owner");
    if (statement.startsWith("set session")) await administrator.query("reset role");
    await expect(administrator.query(statement)).rejects.toThrow("audit entries can only be added");
    await administrator.query("rollback");
  });
});

it("a session that asks for nothing has limits of time and no search path", async () => {
  const { rows } = await as("reader").query(
    "select current_setting('statement_timeout') as s, current_setting('lock_timeout') as l, current_setting('idle_in_transaction_session_timeout') as i, current_setting('search_path') as p",
  );
  expect(rows).toEqual([{ s: "2500ms", l: "2s", i: "15s", p: '""' }]);
});

describe("a database role that is not fit to run the hub", () => {
  it("a superuser is refused, with the lines that make a fit role", async () => {
    const started = migrate({ url: database.adminUrl, prefix: "hub" });
    await expect(started).rejects.toMatchObject({
      name: "StartRefusal",
      message: expect.stringMatching(
        /"postgres" is a superuser[^]*create role hub login createrole[^]*create database hub owner hub/,
      ),
    });
  });

  it.each([
    ["one that may bypass row security", "login createrole bypassrls", /may bypass row security/],
    ["one that may not create roles", "login", /may not create roles/],
    ["one that may not create schemas", "login createrole", /may not create schemas/],
  ])("%s", async (_, rights, words) => {
    const administrator = as("administrator");
    await administrator.query(`create role unfit ${rights} password 'unfit'`);
    const address = new URL(database.url);
    await administrator.query(`grant connect on database ${address.pathname.slice(1)} to unfit`);
    address.username = "unfit";
    address.password = "unfit";
    try {
      await expect(migrate({ url: address.href, prefix: "hub" })).rejects.toThrow(words);
    } finally {
      await administrator.query("drop owned by unfit; drop role unfit");
    }
  });

  it("a member of a superuser is refused like one", async () => {
    const administrator = as("administrator");
    const empty = await createEmptyDatabase();
    await administrator.query(
      "create role mighty superuser; create role climber login createrole password 'c' in role mighty",
    );
    const address = new URL(empty.url);
    address.username = "climber";
    address.password = "c";
    try {
      await expect(migrate({ url: address.href, prefix: "hub" })).rejects.toThrow(/"climber" is a superuser/);
    } finally {
      await administrator.query("drop role climber; drop role mighty");
      await empty.drop();
    }
  });
});

describe("the last look before serving", () => {
  /** Seen by nobody else and taken back, since roles belong to the whole server, on which other tests start hubs. */
  async function findingsAfter(change: string): Promise<readonly string[]> {
    const administrator = as("administrator");
    // Waits for those who make roles meanwhile: of two who change one, the second would be refused.
    await administrator.query("begin; lock table pg_auth_members, pg_authid in share row exclusive mode");
    await administrator.query(`${change}; set local session authorization hub_reader`);
    try {
      return await findUnfitness(administrator, "hub");
    } finally {
      await administrator.query("rollback");
    }
  }

  it("finds nothing in a database as it was migrated", async () => {
    expect(await findingsAfter("select")).toEqual([]);
  });

  it.each([
    [
      "a table granted to the reader",
      "grant select on concerns.concern to hub_reader",
      "hub_reader has rights on the table concerns.concern",
    ],
    [
      "one column granted to the reader",
      "grant select (narrative) on concerns.concern to hub_reader",
      "hub_reader has rights on the table concerns.concern",
    ],
    [
      "a table granted to everybody",
      "grant select on concerns.concern to public",
      "hub_reader has rights on the table concerns.concern",
    ],
    [
      "a view with another owner",
      "create view concerns.visible_hole as select * from concerns.concern; grant select on concerns.visible_hole to hub_reader",
      "hub_reader can read the view concerns.visible_hole, which does not belong to hub_view_owner",
    ],
    ["a reader who is a writer as well", "grant hub_writer to hub_reader", "hub_reader is a member of hub_writer"],
    [
      "a reader who bypasses row security",
      "alter role hub_reader bypassrls",
      "hub_reader is a superuser, may bypass row security or may create roles",
    ],
    ["an owner who can log in", "alter role hub_view_owner login", "hub_view_owner can log in"],
    [
      "a writer who reads the audit",
      "grant select on audit.entry to hub_writer",
      "hub_writer may read or change the audit",
    ],
    [
      "a sealer who may change entries",
      "grant update (subject) on audit.entry to hub_audit_sealer",
      "hub_audit_sealer may read or change the audit",
    ],
    [
      "a sealer who may change the chain",
      "grant update on audit.link to hub_audit_sealer",
      "hub_audit_sealer may change the chain behind the audit",
    ],
    [
      "a sealer who may read concerns",
      "grant select on concerns.concern to hub_audit_sealer",
      "hub_audit_sealer has rights on concerns.concern",
    ],
    [
      "a writer who may add to the chain",
      "grant insert on audit.head to hub_writer",
      "hub_writer may change the chain behind the audit",
    ],
  ])("finds %s", async (_, change, finding) => {
    expect(await findingsAfter(change)).toContain(finding);
  });

  it("finds a pool that is signed in as somebody else, and refuses to serve", async () => {
    const pool = new pg.Pool({ connectionString: database.writerUrl, max: 1 });
    await expect(refuseUnfitDatabase(pool, "hub")).rejects.toThrow(/signed in as hub_writer instead of hub_reader/);
    await pool.end();
  });
});
