import { describe, expect, it } from "@jest/globals";
import { openWriterSource } from "../../../../database/writer-source.js";
import { dayInEngland } from "../../../../hub/day-in-england.js";
import { refreshAccessIndex } from "../../../../subgraphs/concerns/access/access-refresh.js";
import { concernsTables } from "../../../../subgraphs/concerns/every-table.js";
import type { Reference } from "../../../../subgraphs/organisations/reference-file.js";
import { done, reported } from "../../../support/casework.js";
import { holdLock } from "../../../support/held-lock.js";
import { inThreeMonths } from "../../../support/mutation-inputs.js";
import * as people from "../../../support/people.js";
import { settled } from "../../../support/settled.js";
import { openTestHub } from "../../../support/test-hub.js";
import {
  admin,
  ask,
  doctors,
  hub,
  knows,
  locked,
  nurses,
  refresh,
  trustIs,
  unaccepted,
  withDirectory,
} from "./changing-directory.js";

/** Of an id that was never issued. */
const neverIssued = "00000000-0000-4000-8000-000000000000";

function withRemit(regulator: string, professions: string[]): (reference: Reference) => Reference {
  return (reference) => ({
    ...reference,
    organisations: reference.organisations.map((entry) =>
      entry.code === regulator ? { ...entry, remit: { ...entry.remit, professions } } : entry,
    ),
  });
}

/** What stands in the index, with the transaction that last wrote each row. */
async function index(): Promise<unknown[]> {
  const { rows } = await admin.query<object>(
    "select xmin, a.* from concerns.concern_access a order by concern, organisation",
  );
  return rows;
}

async function versions(): Promise<unknown[]> {
  const { rows } = await admin.query<object>("select id, version, changed_on from concerns.concern order by id");
  return rows;
}

describe("a provider that comes under another region and another board", () => {
  it("is known to the new ones and to the old ones no longer, as if it had never been", async () => {
    expect(await knows(people.aLeadOfAnotherRegion, doctors)).toBe(false);
    expect(await knows(people.anIcb, doctors)).toBe(true);
    const before = await versions();
    await trustIs({ region: "Y56", icb: "QMF" });
    expect(await refresh()).toBe(3);

    expect((await ask(people.aLeadOfAnotherRegion, doctors)).data?.["concern"]).toMatchObject({
      access: { relations: ["REGIONAL"] },
      region: { code: "Y56" },
    });
    for (const person of [people.aRegionalLead, people.anIcb]) {
      const hidden = await ask(person, doctors);
      expect(hidden.text).toBe((await ask(person, neverIssued)).text);
    }
    expect(await versions()).toEqual(before);
  });

  it("takes its reports that nobody has accepted yet along", async () => {
    await trustIs({ region: "Y56", icb: "QHL" });
    await refresh();
    expect(await knows(people.aLeadOfAnotherRegion, unaccepted)).toBe(true);
    expect(await knows(people.aRegionalLead, unaccepted)).toBe(false);
    expect(await knows(people.aProviderLead, unaccepted)).toBe(false);
  });

  it("is told as a change to those who read where it is, and knew of it before", async () => {
    const changes = async (since?: string) => {
      await settled(hub);
      const { data } = await hub
        .as(people.aProviderLead)
        .for("query ($since: String) { concernChanges(first: 100, since: $since) { cursor changes { id kind } } }", {
          since,
        });
      return data?.["concernChanges"] as unknown as { cursor: string; changes: { id: string; kind: string }[] };
    };
    const { cursor } = await changes();
    await trustIs({ region: "Y56", icb: "QHL" });
    await refresh();
    const told = (await changes(cursor)).changes;
    expect(told).toHaveLength(2);
    expect(told).toEqual(expect.arrayContaining([doctors, nurses].map((id) => ({ id, kind: "CHANGED" }))));
  });

  it("leaves the access of everybody else as it was written", async () => {
    const before = await index();
    await trustIs({ region: "Y56", icb: "QHL" });
    await refresh();
    const others = (rows: unknown[]) => rows.filter((row) => !/"Y(60|56)"/.test(JSON.stringify(row)));
    expect(others(await index())).toEqual(others(before));
  });
});

describe("a regulator whose remit changes", () => {
  it("is told of what came into it, and no longer of what left it", async () => {
    expect([await knows(people.theGmc, doctors), await knows(people.theGmc, nurses)]).toEqual([true, false]);
    const before = await versions();
    await withDirectory(withRemit("GMC", ["NURSE_ADULT"]));
    await refresh();
    expect([await knows(people.theGmc, doctors), await knows(people.theGmc, nurses)]).toEqual([false, true]);
    expect((await ask(people.theGmc, doctors)).text).toBe((await ask(people.theGmc, neverIssued)).text);
    expect(await versions()).toEqual(before);
  });

  it("keeps what was shared with it", async () => {
    await done(hub, people.aRegionalLead, "shareConcern", {
      id: nurses,
      organisation: "GMC",
      dataClasses: ["NARRATIVE"],
      until: inThreeMonths,
      reason: "Doctors work on the ward as well.",
    });
    await withDirectory(withRemit("GMC", []));
    await refresh();
    expect([await knows(people.theGmc, doctors), await knows(people.theGmc, nurses)]).toEqual([false, true]);
  });
});

describe("a refresh", () => {
  it("does nothing where nothing changed, and writes no row that is right", async () => {
    const before = await index();
    const told: string[] = [];
    expect(await refresh({ onWalk: () => told.push("of a walk") })).toBe(0);
    expect(told).toEqual([]);
    await admin.query("update concerns.access_basis set bodies = 'of an earlier policy'");
    expect(await refresh()).toBe(3);
    expect(await index()).toEqual(before);
  });

  it("tells of its walk where there are concerns to go through, and nothing of one through none", async () => {
    const told: string[] = [];
    await trustIs({ region: "Y56", icb: "QHL" });
    await refresh({ onWalk: () => told.push("with concerns") });
    const empty = await openTestHub();
    const others = await openWriterSource(hub.settings, empty.database.url, concernsTables);
    const onWalk = () => told.push("without");
    expect(await refreshAccessIndex(others, { today: dayInEngland, onWalk })).toBe(0);
    await others.destroy();
    await empty.close();
    expect(told).toEqual(["with concerns"]);
  });

  it("goes on where it was stopped", async () => {
    await trustIs({ region: "Y56", icb: "QHL" });
    await admin.query("update concerns.access_basis set bodies = 'of an earlier policy'");
    const stopping = new AbortController();
    const stopped = refresh({ batch: 1, stopping: stopping.signal, today: () => (stopping.abort(), dayInEngland()) });
    expect(await stopped).toBe(1);
    // It waited for those that rest on an earlier directory; this one rests on that of the walk.
    const reporting = await locked("pg_advisory_xact_lock_shared");
    expect(await refresh({ batch: 1 })).toBe(2);
    await reporting.end();
    expect(await refresh()).toBe(0);
    for (const id of [doctors, nurses, unaccepted]) expect(await knows(people.aLeadOfAnotherRegion, id)).toBe(true);
  });

  it("writes of no more concerns at a time than it was told to", async () => {
    await withDirectory(withRemit("GMC", ["NURSE_ADULT"]));
    const before = await index();
    const stopping = new AbortController();
    await refresh({ batch: 1, stopping: stopping.signal, today: () => (stopping.abort(), dayInEngland()) });
    const [was, is] = [before, await index()].map((rows) => rows.map((row) => JSON.stringify(row)));
    const written = [
      ...(was ?? []).filter((row) => !is?.includes(row)),
      ...(is ?? []).filter((row) => !was?.includes(row)),
    ];
    expect(new Set(written.map((row) => (JSON.parse(row) as { concern: string }).concern)).size).toBeLessThan(2);
  });

  it("begins again when the directory changes while it is stopped", async () => {
    await withDirectory(withRemit("GMC", ["NURSE_ADULT"]));
    const stopping = new AbortController();
    await refresh({ batch: 2, stopping: stopping.signal, today: () => (stopping.abort(), dayInEngland()) });
    await withDirectory(withRemit("GMC", ["MIDWIFE"]));
    expect(await refresh()).toBe(3);
    expect([await knows(people.theGmc, doctors)]).toEqual([false]);
  });

  it("may run twice at once", async () => {
    await trustIs({ region: "Y56", icb: "QMF" });
    const counts = await Promise.all([refresh({ batch: 1 }), refresh({ batch: 1 })]);
    expect(counts[0] + counts[1]).toBe(3);
    expect(await refresh()).toBe(0);
  });

  it("goes through no concern that another one has gone through since it began", async () => {
    await admin.query("update concerns.access_basis set bodies = 'of an earlier policy'");
    const casework = await holdLock(hub, "select from concerns.concern order by key limit 1 for update");
    const first = refresh({ batch: 1 });
    await casework.waitedForBy(1);
    const second = refresh({ batch: 1 });
    await casework.waitedForBy(2);
    await casework.release();
    expect((await first) + (await second)).toBe(3);
  });

  it("goes through the concerns of the provider that moved and no other, in however small steps", async () => {
    await reported(hub, people.aUniversityLead, { provider: "ZZE01", site: null });
    await trustIs({ region: "Y56", icb: "QHL" });
    expect(await refresh({ batch: 1 })).toBe(3);
  });
});
