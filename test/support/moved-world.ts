/** Concerns that were with a trust that is no more. */
import { done } from "./casework.js";
import * as people from "./people.js";
import type { TestHub } from "./test-hub.js";
import { alter } from "./twin-hubs.js";

/** A demonstration trust that was dissolved, and the one that it became part of. */
export const dissolved = "ZZP01";
export const itsSuccessor = "ZZQ01";

/** Further trusts came after the dissolved one: a split. */
export function alsoSucceededBy(hub: TestHub, successor: string, predecessor = dissolved): Promise<void> {
  return alter(
    hub,
    `insert into organisations.succession (predecessor, successor, on_date, source) values ($1, $2, '2025-04-01', 'test')`,
    [predecessor, successor],
  );
}

/** As if it had been reported while the trust was still there. */
export function broughtBackTo(hub: TestHub, id: string, provider = dissolved): Promise<void> {
  return alter(
    hub,
    `with was as (select key, provider from concerns.concern where id = $1),
          is_now as (update concerns.concern set provider = $2 where id = $1)
     update concerns.concern_access a
     set provider = $2, organisation = case when a.organisation = was.provider then $2 else a.organisation end
     from was where a.concern = was.key`,
    [id, provider],
  );
}

/** A concern of the access world that came to its provider by a split. */
export async function movedHere(hub: TestHub, id: string, provider: string): Promise<void> {
  await alsoSucceededBy(hub, provider);
  await broughtBackTo(hub, id);
  await done(hub, people.aRegionalLead, "moveConcern", { id, to: provider, reason: "Its ward went there." });
}
