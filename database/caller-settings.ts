/** Settings that put a caller in front of the views, whole or in part. */
import type { Caller } from "../authorisation/caller.js";
import { compartments, existence, type Compartment } from "../authorisation/data-class.js";
import type { Relation } from "../authorisation/relation.js";
import { unlocksOf, unlocksUnder } from "../authorisation/unlocks.js";
import { issuerSetting, purposeSetting, roleSetting, subjectSetting } from "./held-by-a-person.js";
import { conditionsOf, recordConditions } from "./masked-view.js";
import { actingSetting, organisationSetting, todaySetting, unlockSetting } from "./view-settings.js";

export type Setting = readonly [name: string, value: string];

/** A part of what a caller reads: of some compartments, by some of the relations that open them. */
export interface PartOfReading {
  readonly readable: ReadonlySet<Compartment>;
  readonly through: readonly Relation[];
}

/** Settings that put a caller in front of the views; the order of names is constant, so is the statement. */
export function callerSettings(caller: Caller, today: string): readonly Setting[] {
  const unlocks = unlocksOf(caller);
  // A role that may not read even a headline has no rows: it is given no organisation.
  const organisation = unlocks[existence].length > 0 ? caller.organisation : "";
  return [
    [organisationSetting, organisation],
    [todaySetting, today],
    [issuerSetting, caller.issuer],
    [subjectSetting, caller.subject],
    [roleSetting, caller.role],
    [purposeSetting, caller.purpose],
    [actingSetting, caller.organisation],
    ...compartments.map((compartment) => [unlockSetting(compartment), unlocks[compartment].join()] as const),
    ...openedUnderConditions.flatMap(([condition, opened]) => {
      const conditional = unlocksUnder(caller, condition);
      return opened.map(
        (compartment) => [unlockSetting(compartment, condition), conditional[compartment].join()] as const,
      );
    }),
  ];
}

const openedUnderConditions = recordConditions.map(
  (condition) =>
    [condition, compartments.filter((compartment) => conditionsOf(compartment).includes(condition))] as const,
);

/**
 * Settings under which a caller reads in part. What is open under a condition, to one person or by being one's own is
 * closed.
 */
export function settingsInPart(caller: Caller, today: string, { readable, through }: PartOfReading): Setting[] {
  const unlocks = unlocksOf(caller);
  const kept = new Map([
    [organisationSetting, caller.organisation],
    [todaySetting, today],
    ...[...readable].map((compartment): Setting => {
      const opening = unlocks[compartment].filter((relation) => through.includes(relation));
      return [unlockSetting(compartment), opening.join()];
    }),
  ]);
  return callerSettings(caller, today).map(([name]) => [name, kept.get(name) ?? ""]);
}
