import { describe, expect, it } from "@jest/globals";
import type pg from "pg";
import { reported } from "../../../support/casework.js";
import { eventually } from "../../../support/eventually.js";
import * as people from "../../../support/people.js";
import { admin, doctors, hub, knows, locked, refresh, trustIs } from "./changing-directory.js";

describe("a report that is being written while the directory changes", () => {
  const late = "11111111-1111-4111-8111-111111111111";

  it("is waited for, since it may rest on the directory of before", async () => {
    const reporting = await locked("pg_advisory_xact_lock_shared");
    await trustIs({ region: "Y56", icb: "QHL" });
    const refreshed = refresh();
    await somebodyWaits();
    await copyOf(reporting, doctors);
    await reporting.query("commit");
    await reporting.end();
    expect(await refreshed).toBe(4);
    expect(await knows(people.aLeadOfAnotherRegion, late)).toBe(true);
    expect(await knows(people.aRegionalLead, late)).toBe(false);
  });

  it("waits for the walk to begin, and then rests on the directory of now", async () => {
    const walking = await locked("pg_advisory_xact_lock");
    const report = reported(hub, people.aUniversityLead);
    await somebodyWaits();
    await trustIs({ region: "Y56", icb: "QHL" });
    await walking.query("commit");
    await walking.end();
    expect(await knows(people.aLeadOfAnotherRegion, await report)).toBe(true);
  });

  async function somebodyWaits(): Promise<void> {
    await eventually(async () => {
      const { rows } = await admin.query(
        "select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
      );
      return rows.length > 0;
    });
  }

  async function copyOf(client: pg.Client, id: string): Promise<void> {
    const { rows } = await client.query<{ names: string }>(
      `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
       where table_schema = 'concerns' and table_name = 'concern' and column_name not in ('key', 'id', 'reference')`,
    );
    const names = rows[0]?.names ?? "";
    await client.query(
      `insert into concerns.concern (key, id, reference, ${names})
       select 1, $1, 'QC-LATE-LATE', ${names} from concerns.concern where id = $2`,
      [late, id],
    );
  }
});
