import { beforeAll, expect, it } from "@jest/globals";
import type { DemonstrationConcern } from "../../demonstration/demonstration-concern.js";
import { generateConcern } from "../../demonstration/generate-concern.js";
import { theDemonstration } from "./demonstration-world.js";

let concerns: readonly DemonstrationConcern[];
beforeAll(async () => {
  const demonstration = await theDemonstration();
  concerns = Array.from({ length: 300 }, (_, index) => generateConcern(demonstration, 100 + index));
});

const counted = ({ events }: DemonstrationConcern, ...kinds: readonly string[]): number =>
  events.filter(({ kind }) => kinds.includes(kind)).length;

it("begins with the report and goes on in order, numbered from one", () => {
  for (const { concern, events } of concerns) {
    expect(events[0]).toMatchObject({ kind: "REPORTED", happenedOn: concern.raisedOn, concern: concern.key });
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(events.map(({ happenedOn }) => happenedOn)).toEqual(events.map(({ happenedOn }) => happenedOn).sort());
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  }
});

it("has an event for everything that the concern has rows of", () => {
  for (const one of concerns) {
    const { categoryChanges, requirements, responses, progress, notes } = one;
    expect(counted(one, "CATEGORY_CHANGED", "ESCALATED")).toBe(categoryChanges.length - 1);
    expect(counted(one, "REQUIREMENT_ISSUED")).toBe(requirements.length);
    expect(counted(one, "REQUIREMENT_ANSWERED")).toBe(responses.length);
    expect(counted(one, "NOTE_ADDED")).toBe(notes.length);
    expect(counted(one, "PROGRESS_SUBMITTED", "RESOLUTION_CONFIRMED", "RESOLUTION_REJECTED", "REOPENED")).toBe(
      progress.length,
    );
  }
});

it("names the requirements that it is about, and who did what", () => {
  for (const { events, requirements } of concerns)
    for (const { kind, record, byOrganisation } of events) {
      const isAboutRequirement = kind.startsWith("REQUIREMENT_");
      expect(record !== null && requirements.some(({ id }) => id === record)).toBe(isAboutRequirement);
      expect(byOrganisation).not.toBe(null);
    }
});

it("is the same every time", async () => {
  const again = generateConcern(await theDemonstration(), 100);
  expect(again.events).toEqual(concerns[0]?.events);
});
