/** Every group of learners that the demonstration knows, and those that a kind of trust takes. */
import type { TrustSetting } from "../organisations/trusts.js";
import { alliedHealth } from "./allied-health.js";
import { doctors } from "./doctors.js";
import type { LearnerGroup } from "./learner-group.js";
import { nursesAndMidwives } from "./nurses-and-midwives.js";
import { pharmacyAndDental } from "./pharmacy-and-dental.js";

export const learnerGroups: readonly LearnerGroup[] = [
  ...doctors,
  ...nursesAndMidwives,
  ...alliedHealth,
  ...pharmacyAndDental,
];

const settings: readonly TrustSetting[] = ["ACUTE", "COMMUNITY", "MENTAL_HEALTH", "AMBULANCE", "CHILDREN"];

export const groupsBySetting: ReadonlyMap<TrustSetting, readonly LearnerGroup[]> = new Map(
  settings.map((setting) => [setting, learnerGroups.filter(({ departments }) => departments[setting] !== undefined)]),
);
