import { describe, expect, it } from "@jest/globals";
import { statusOn } from "../../../subgraphs/organisations/organisation-status.js";
import type { OrganisationStatus } from "../../../subgraphs/organisations/organisation-status.js";

const days: readonly (readonly [
  openedOn: string | null,
  closedOn: string | null,
  day: string,
  status: OrganisationStatus,
])[] = [
  ["2010-04-01", "2026-03-31", "2026-04-01", "CLOSED"],
  ["2010-04-01", "2026-03-31", "2026-03-31", "ACTIVE"],
  ["2010-04-01", null, "2026-04-01", "ACTIVE"],
  ["2026-06-01", null, "2026-05-31", "PLANNED"],
  ["2026-06-01", null, "2026-06-01", "ACTIVE"],
  [null, null, "2026-06-01", "ACTIVE"],
  [null, "2020-03-26", "2026-06-01", "CLOSED"],
];

describe("the status of an organisation follows its dates", () => {
  it.each(days)("opened %s, closed %s: on %s it is %s", (openedOn, closedOn, day, status) => {
    expect(statusOn({ openedOn, closedOn }, day)).toBe(status);
  });
});
