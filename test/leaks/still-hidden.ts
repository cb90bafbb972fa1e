/**
 * Whether a variation changes nothing that its caller may see: what is recorded in both hubs is the same under the
 * reference policy. Asked of whatever was found, so that a fault of the hunt is not taken for one of the hub.
 */
import { dayInEngland } from "../../hub/day-in-england.js";
import { recordedTruth } from "../support/recorded-truth.js";
import { mayKnow } from "../support/reference-policy.js";
import { viewOf } from "../support/reference-view.js";
import type { Person } from "../support/test-issuer.js";
import { heldBy } from "./hidden-world.js";
import type { HuntedHub } from "./exchange.js";
import type { Leak } from "./hunt.js";
import type { HuntedTwins } from "./hunted-twins.js";
import { played, type Session } from "./session.js";

/**
 * What differs where nothing is varied: then it is not the variation that tells.
 *
 * @param twins that were never varied: a hub may remember what it once held.
 */
export async function differByThemselves(twins: HuntedTwins, { session: varied }: Leak): Promise<Leak | undefined> {
  const session: Session = { ...varied, variations: [] };
  const difference = await played(twins, session);
  return difference && { session, difference };
}

export async function isStillHidden(twins: HuntedTwins, { caller, variations }: Session): Promise<boolean> {
  await twins.vary(variations, caller.person.organisation);
  const [first, second] = [
    await seenIn(twins, twins.first, caller.person),
    await seenIn(twins, twins.second, caller.person),
  ];
  return first === second;
}

async function seenIn({ world }: HuntedTwins, { hub }: HuntedHub, person: Person): Promise<string> {
  const truth = await recordedTruth(hub.database.adminUrl, dayInEngland());
  const seen = world.concerns
    .filter((concern) => mayKnow(person.role, heldBy(person, concern)))
    .map((concern) => viewOf(person, heldBy(person, concern), truth.get(concern.id) ?? {}).tree)
    // It says that something was changed, which is what nobody may tell of what is hidden.
    .map((tree) => ({ ...tree, version: null }));
  return JSON.stringify(seen);
}
