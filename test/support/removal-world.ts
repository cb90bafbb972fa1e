/** A concern of the access world with all that removals of learners can hold. */
import { dayInEngland } from "../../hub/day-in-england.js";
import type { Made } from "./access-world.js";
import { assessed, done } from "./casework.js";
import * as people from "./people.js";
import {
  consents,
  doctors,
  heard,
  ofWexbridge,
  phase,
  phasesOf,
  placed,
  proposed,
  type OfRemoval,
} from "./removal-steps.js";
import type { TestHub } from "./test-hub.js";

const region = people.aRegionalLead;

export const removalsOfEveryKind: Made = {
  name: "at ISF4, with removals of learners of every kind",
  parties: {
    X24: ["nation"],
    Y60: ["region", "reporter"],
    ZZN01: ["provider"],
    ZZWEXU: ["university"],
    GMC: ["regulator"],
    NMC: ["regulator"],
    CQC: ["regulator"],
    QHL: ["board"],
  },
  make: async (hub) => {
    const professions = ["DOCTOR", "NURSE_ADULT"];
    const id = await assessed(hub, { reporter: region, lead: region, category: "ISF3" }, { professions });
    await everyRemoval(hub, id);
    return id;
  },
};

/**
 * Removals of every kind on one concern: one that was withdrawn, one on which the provider was heard, one that was
 * halted on its way back and has ended, one that is decided, and one in force; with an ordinary change of placements beside them.
 */
async function everyRemoval(hub: TestHub, id: string): Promise<void> {
  const withdrawn = { id, removalId: await proposed(hub, id) };
  await done(hub, region, "withdrawRemovalProposal", { ...withdrawn, reason: "The plan is tried first." });
  await heard(hub, { id, removalId: await proposed(hub, id) }, "PROVIDER");
  await removedAndBack(hub, id);
  await urgentRemoval(hub, id, [doctors], ["POSTGRADUATE_DEAN"]);
  const inForce = await urgentRemoval(hub, id, [doctors], ["POSTGRADUATE_DEAN"]);
  await placed(hub, inForce, null, 6);
  await done(hub, region, "startRemoval", { ...inForce });
  const change = { kind: "ROTATION_GAP", startsOn: dayInEngland(), explanation: "Two posts stay empty." };
  await done(hub, region, "recordPlacementChange", { id, ...change });
}

async function urgentRemoval(
  hub: TestHub,
  id: string,
  learners: readonly object[],
  deciders: readonly string[],
): Promise<OfRemoval> {
  const urgent = { urgent: true, scope: "STAGE", scopeDetail: "POSTGRADUATE", learners };
  const removal = { id, removalId: await proposed(hub, id, urgent) };
  for (const consultee of ["PROVIDER", "EDUCATION_PROVIDERS", "REGULATORS", "SERVICE_REGION"])
    await heard(hub, removal, consultee);
  for (const decider of deciders)
    await consents(hub, decider === "EDUCATION_PROVIDER" ? people.aUniversityLead : region, removal, decider);
  return removal;
}

async function removedAndBack(hub: TestHub, id: string): Promise<void> {
  const deciders = ["EDUCATION_PROVIDER", "POSTGRADUATE_DEAN", "REGION"];
  const learners = [doctors, { ...ofWexbridge, learners: 3 }];
  const removal = await urgentRemoval(hub, id, learners, deciders);
  await placed(hub, removal, null, 6);
  await placed(hub, removal, "ZZWEXU", 3);
  await done(hub, region, "recordRemovalNotice", { ...removal, told: "LEARNERS", toldAt: "2026-01-31T23:30:00Z" });
  await done(hub, region, "startRemoval", { ...removal });
  const review = { outcome: "PREPARE_RETURN", onTheSpot: true, findings: "Every night of a month was covered." };
  await done(hub, region, "reviewRemoval", { ...removal, ...review });
  const plan = { ...removal, regulatorView: "The regulator agrees.", phases: [phase()] };
  for (const isHalted of [true, false]) {
    for (const decider of deciders)
      await consents(
        hub,
        decider === "EDUCATION_PROVIDER" ? people.aUniversityLead : region,
        removal,
        decider,
        "RETURN",
      );
    await done(hub, region, "reinstateLearners", plan);
    if (isHalted) await done(hub, region, "haltReturn", { ...removal, reason: "Two nights were not covered." });
  }
  const phaseId = (await phasesOf(hub, removal)).at(-1);
  await done(hub, region, "completeReturnPhase", { ...removal, phaseId });
  await done(hub, region, "endRemoval", { ...removal, category: "ISF3", reason: "They are back." });
}
