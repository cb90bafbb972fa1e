import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { migrate } from "../../database/migrate.js";
import { migrations } from "../../schema/migrations/all.js";
import { createEmptyDatabase } from "../support/database.js";

const prefix = "hub";
const allNames = migrations.map((migration) => new migration().name);

let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
let administrator: pg.Client;
let onlooker: pg.Client;

beforeEach(async () => {
  database = await createEmptyDatabase();
  administrator = new pg.Client({ connectionString: database.adminUrl });
  await administrator.connect();
  // Within a transaction the list of sessions does not change; this one looks from outside.
  onlooker = new pg.Client({ connectionString: database.adminUrl });
  await onlooker.connect();
});

afterEach(async () => {
  await administrator.end();
  await onlooker.end();
  await database.drop();
});

async function appliedNames(): Promise<string[]> {
  const { rows } = await administrator.query<{ name: string }>("select name from hub.migrations order by id");
  return rows.map(({ name }) => name);
}

async function ownersOfViews(): Promise<Record<string, string>> {
  const { rows } = await administrator.query<{ name: string; owner: string }>(
    "select schemaname || '.' || viewname as name, viewowner as owner from pg_views where viewname ~ '^(visible|published)_'",
  );
  return Object.fromEntries(rows.map(({ name, owner }) => [name, owner]));
}

describe("migrating", () => {
  it("an empty database gets all of it, in order, and a second start finds nothing to do", async () => {
    expect((await migrate({ url: database.url, prefix })).applied).toEqual(allNames);
    expect((await migrate({ url: database.url, prefix })).applied).toEqual([]);
    expect(await appliedNames()).toEqual(allNames);
  });

  it("two starters at once apply each migration once", async () => {
    const both = await Promise.all([migrate({ url: database.url, prefix }), migrate({ url: database.url, prefix })]);
    expect(both.flatMap(({ applied }) => applied)).toEqual(allNames);
    expect(await appliedNames()).toEqual(allNames);
  });

  it("one that was killed half-way is taken up where it stopped", async () => {
    // Holds what the third migration needs, so that it is certainly under way when its session ends.
    await administrator.query("begin; create schema standards");
    const killed = migrate({ url: database.url, prefix });
    const outcome = expect(killed).rejects.toThrow();
    await expectEventually(async () => {
      const { rows } = await onlooker.query<{ pid: number }>(
        "select pid from pg_stat_activity where datname = current_database() and application_name = 'hub-migrate' and wait_event_type = 'Lock'",
      );
      return rows.length > 0;
    });
    await onlooker.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'hub-migrate'",
    );
    await outcome;
    await administrator.query("rollback");
    expect(await appliedNames()).toEqual(allNames.slice(0, 2));
    expect((await migrate({ url: database.url, prefix })).applied).toEqual(allNames.slice(2));
  });

  it("a database of a newer hub is left alone", async () => {
    await migrate({ url: database.url, prefix });
    await administrator.query("insert into hub.migrations (timestamp, name) values (1, 'Later9999999999999')");
    await expect(migrate({ url: database.url, prefix })).rejects.toThrow(/newer hub \(it knows Later9999999999999\)/);
  });

  it("a database that is not there is said in plain words", async () => {
    await expect(migrate({ url: "postgresql://hub:x@127.0.0.1:1/hub", prefix })).rejects.toMatchObject({
      name: "StartRefusal",
      message: expect.stringContaining("cannot be reached"),
    });
  });

  it("hubs of different prefixes share a server without sharing a role", async () => {
    await migrate({ url: database.url, prefix: "other" });
    const { rows } = await administrator.query(
      "select has_table_privilege('hub_writer', 'concerns.concern', 'select') as ours, has_table_privilege('other_writer', 'concerns.concern', 'select') as theirs",
    );
    expect(rows).toEqual([{ ours: false, theirs: true }]);
  });
});

describe("views", () => {
  const probe = "create view concerns.visible_probe as select title from concerns.concern";

  it("all of them belong to the owner of views", async () => {
    await migrate({ url: database.url, prefix, generatedViews: [probe] });
    const owners = await ownersOfViews();
    expect(owners["concerns.visible_probe"]).toBe("hub_view_owner");
    expect(new Set(Object.values(owners))).toEqual(new Set(["hub_view_owner"]));
  });

  it("are made again when they change, and not otherwise", async () => {
    const changed = async (generatedViews?: readonly string[]) =>
      (await migrate({ url: database.url, prefix, ...(generatedViews && { generatedViews }) })).viewsChanged;
    expect(await changed([probe])).toBe(true);
    expect(await changed([probe])).toBe(false);
    expect(await changed()).toBe(false);
    expect(await changed(["create view concerns.visible_probe as select id from concerns.concern"])).toBe(true);
  });

  it("one that is no longer generated goes", async () => {
    await migrate({ url: database.url, prefix, generatedViews: [probe] });
    await migrate({ url: database.url, prefix, generatedViews: [] });
    expect(Object.keys(await ownersOfViews())).not.toContain("concerns.visible_probe");
  });

  it("where one of them is wrong, the former ones stay", async () => {
    await migrate({ url: database.url, prefix, generatedViews: [probe] });
    const wrong = migrate({
      url: database.url,
      prefix,
      generatedViews: [probe, "create view concerns.visible_b as select nothing"],
    });
    await expect(wrong).rejects.toThrow();
    expect(Object.keys(await ownersOfViews())).toContain("concerns.visible_probe");
  });
});

async function expectEventually(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await isSo()).toBe(true);
}
