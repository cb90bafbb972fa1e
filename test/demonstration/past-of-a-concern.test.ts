/** What was known of the demonstration's concerns on earlier days, as if it had been recorded as it happened. */
import { beforeAll, expect, it } from "@jest/globals";
import type { Bodies } from "../../authorisation/relations-of.js";
import type { DemonstrationConcern } from "../../demonstration/demonstration-concern.js";
import { demonstrationLastDay } from "../../demonstration/generate-concern.js";
import { pastOf, type RecordedPast } from "../../demonstration/past-of-a-concern.js";
import { firstConcerns } from "./demonstration-world.js";

const bodies: Bodies = { national: "X24", remits: [{ regulator: "GMC", professions: new Set(["DOCTOR"]) }] };
const options = { bodies, lastDay: demonstrationLastDay, withVersions: true };
let pasts: readonly { readonly made: DemonstrationConcern; readonly past: RecordedPast }[];
beforeAll(async () => {
  pasts = (await firstConcerns(150)).map((made) => ({ made, past: pastOf(made, options) }));
});

const noon = (day: string): string => `${day}T12:00:00Z`;
interface Concern {
  readonly category: string;
  readonly status: string;
  readonly summary: string | null;
}

/** The concern as it was at the end of a day; nothing before it was recorded. */
function on(day: string, { made, past }: (typeof pasts)[number]): Concern | undefined {
  const version = past.formerVersions.find(
    ({ id, recordedFrom, recordedUntil }) =>
      id === made.concern.id && recordedFrom <= noon(day) && noon(day) < recordedUntil,
  );
  if (version !== undefined) return version.record as Concern;
  return made.concern.changedOn <= day ? made.concern : undefined;
}

it("each version is followed by the next, and the last by what there is", () => {
  for (const { made, past } of pasts) {
    const current = new Map([
      [made.concern.id, noon(made.concern.changedOn)],
      ...[...past.requirements, ...past.reviews].map(({ id, recordedFrom }) => [id, recordedFrom] as const),
    ]);
    for (const id of current.keys()) {
      const versions = past.formerVersions.filter((one) => one.id === id);
      const begins = [...versions.slice(1).map(({ recordedFrom }) => recordedFrom), current.get(id)];
      expect(versions.map(({ recordedUntil }) => recordedUntil)).toEqual(versions.length === 0 ? [] : begins);
    }
  }
});

it("a concern has on each day the category that its history says, and a released text from its acceptance on", () => {
  let steps = 0;
  for (const known of pasts) {
    const { made } = known;
    expect(on(made.concern.raisedOn, known)?.category).toBeDefined();
    for (const { changedOn } of made.categoryChanges) {
      const last = made.categoryChanges.filter((one) => one.changedOn === changedOn).at(-1);
      expect([made.concern.reference, on(changedOn, known)?.category]).toEqual([
        made.concern.reference,
        last?.toCategory,
      ]);
      steps += 1;
    }
    const accepted = made.events.find(({ kind }) => kind === "ACCEPTED")?.happenedOn;
    const raised = on(made.concern.raisedOn, known);
    if (accepted !== made.concern.raisedOn) expect([raised?.status, raised?.summary]).toEqual(["REPORTED", null]);
    if (accepted !== undefined) expect(on(accepted, known)?.summary).toEqual(expect.any(String));
  }
  expect(steps).toBeGreaterThan(200);
});

it("a provider knew of no report of somebody else before it was accepted", () => {
  let waited = 0;
  for (const { made, past } of pasts) {
    const { provider, reportedBy } = made.concern;
    if (reportedBy === provider) continue;
    const accepted = made.events.find(({ kind }) => kind === "ACCEPTED")?.happenedOn;
    const rows = [...past.formerAccess, ...past.access].filter(({ organisation }) => organisation === provider);
    for (const { recordedFrom } of rows) expect(recordedFrom >= noon(accepted ?? "9999")).toBe(true);
    if (rows.length > 0) waited += 1;
  }
  expect(waited).toBeGreaterThan(50);
});

it("a requirement was open before it was answered", () => {
  const former = pasts.flatMap(({ past }) => past.formerVersions.map(({ record }) => record as { status?: string }));
  expect(former.filter(({ status }) => status === "OPEN").length).toBeGreaterThan(20);
  expect(former.filter(({ status }) => status === "RESPONDED").length).toBeGreaterThan(10);
});
