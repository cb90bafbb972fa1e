/**
 * Writes what a command did into the story of its concern, the feed of changes and the messages that follow from it, in
 * the transaction of the command and after the access index was refreshed: only who may know of the concern now is told.
 */
import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { SubgraphContext } from "../../subgraph-context.js";
import { noteChanges } from "../changes/change-feed.js";
import { toldChanges } from "../changes/change-rules.js";
import type { ConcernRow } from "../concern-tables.js";
import { enqueueDeliveries } from "../delivery/enqueue-deliveries.js";
import { messagesFor, type HubEvent, type MessageLink } from "../inbox/notification-rules.js";
import { eventRules, type EventRule, type Happening } from "./event-rules.js";
import { ConcernEventRow, MessageRow } from "./event-tables.js";
import { relatedTo } from "./related-bodies-reader.js";

/** Who did it, and on which day. */
export type Doing = Pick<SubgraphContext, "caller" | "today">;

type EventConcern = Pick<ConcernRow, "key" | "id" | "reference">;

export async function recordHappenings(
  manager: EntityManager,
  concern: EventConcern,
  { caller, today }: Doing,
  happened: readonly Happening[],
): Promise<void> {
  if (happened.length === 0) return;
  const before = await manager.countBy(ConcernEventRow, { concern: concern.key });
  await manager.insert(
    ConcernEventRow,
    happened.map(({ kind, record, audience = [] }, index) => ({
      id: randomUUID(),
      concern: concern.key,
      sequence: before + index + 1,
      kind,
      ...readersOf(eventRules[kind], audience),
      happenedOn: today,
      byOrganisation: caller.organisation,
      byRole: caller.role,
      record: record ?? null,
    })),
  );
  const related = await relatedTo(manager, concern, today);
  await noteChanges(manager, concern, toldChanges(happened, related), today);
  const by = { organisation: caller.organisation, role: caller.role };
  const itself: MessageLink = { type: "Concern", id: concern.id };
  for (const happening of happened) {
    const { tells: kind } = eventRules[happening.kind];
    if (kind === undefined) continue;
    const { link = itself } = happening;
    const named = toldBy(happening, related);
    await tell(manager, { kind, reference: concern.reference, link, related, named, by }, today);
  }
}

function toldBy(happening: Happening, related: ReadonlyMap<string, unknown>): readonly string[] {
  if ("knewBefore" in happening) return [...related.keys()].filter((body) => !happening.knewBefore.has(body));
  const { kind, named = [] } = happening;
  return eventRules[kind].tellsWhoKnows === true ? named.filter((body) => related.has(body)) : named;
}

/** Whom an event is told by its row. */
function readersOf(
  { readWith, belongs }: EventRule,
  audience: readonly string[],
): Pick<ConcernEventRow, "compartment" | "audience" | "otherwise"> {
  return {
    compartment: readWith,
    audience: belongs === undefined ? null : [...audience],
    otherwise: belongs?.otherwise ?? null,
  };
}

/** Puts the messages of an event into the inboxes that get one, and queues them for the channels of those. */
export async function tell(manager: EntityManager, event: HubEvent, today: string): Promise<void> {
  const rows = messagesFor(event).map(({ organisation, role, kind, reference, link }) => ({
    id: randomUUID(),
    organisation,
    role,
    kind,
    reference,
    linkType: link.type,
    linkId: link.id,
    toldOn: today,
    readOn: null,
  }));
  if (rows.length === 0) return;
  await manager.insert(MessageRow, rows);
  await enqueueDeliveries(manager, rows);
}
