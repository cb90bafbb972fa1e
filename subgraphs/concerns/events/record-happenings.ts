/**
 * Writes what a command did into the story of its concerns, the feed of changes and the messages that follow from it, in
 * the transaction of the command and after the access index was refreshed: only who may know of a concern now is told.
 */
import { randomUUID } from "node:crypto";
import { In, type EntityManager } from "typeorm";
import type { SubgraphContext } from "../../subgraph-context.js";
import { noteChanges } from "../changes/change-feed.js";
import { toldChanges } from "../changes/change-rules.js";
import type { ConcernRow } from "../concern-tables.js";
import { enqueueDeliveries } from "../delivery/enqueue-deliveries.js";
import { messagesFor, type HubEvent } from "../inbox/notification-rules.js";
import { eventRules, type EventRule, type Happening } from "./event-rules.js";
import { ConcernEventRow, MessageRow } from "./event-tables.js";
import { nobody, relatedToEach, type RelatedBodies } from "./related-bodies-reader.js";

/** Who did it, and on which day. */
export type Doing = Pick<SubgraphContext, "caller" | "today">;

type EventConcern = Pick<ConcernRow, "key" | "id" | "reference">;

/** The same of each concern, for as many statements as of one: whoever changes many together holds them all meanwhile. */
export async function recordHappenings(
  manager: EntityManager,
  concerns: readonly EventConcern[],
  { caller, today }: Doing,
  happened: readonly Happening[],
): Promise<void> {
  if (happened.length === 0 || concerns.length === 0) return;
  const keys = concerns.map(({ key }) => key);
  const before = await countEvents(manager, keys);
  await manager.insert(
    ConcernEventRow,
    concerns.flatMap(({ key }) =>
      happened.map(({ kind, record, audience = [] }, index) => ({
        id: randomUUID(),
        concern: key,
        sequence: (before.get(key) ?? 0) + index + 1,
        kind,
        ...readersOf(eventRules[kind], audience),
        happenedOn: today,
        byOrganisation: caller.organisation,
        byRole: caller.role,
        record: record ?? null,
      })),
    ),
  );
  const bodies = await relatedToEach(manager, keys, today);
  const told = concerns.map((concern) => ({ concern, related: bodies.get(concern.key) ?? nobody }));
  await noteChanges(
    manager,
    told.flatMap(({ concern, related }) => toldChanges(happened, related).map((change) => ({ ...change, concern }))),
    today,
  );
  const by = { organisation: caller.organisation, role: caller.role };
  await tell(
    manager,
    told.flatMap(({ concern, related }) => happened.flatMap((happening) => eventsFor(happening, concern, related, by))),
    today,
  );
}

async function countEvents(manager: EntityManager, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counted = await manager
    .createQueryBuilder(ConcernEventRow, "event")
    .select("event.concern", "concern")
    .addSelect("count(*)::integer", "events")
    .where({ concern: In(keys) })
    .groupBy("event.concern")
    .getRawMany<{ concern: string; events: number }>();
  return new Map(counted.map(({ concern, events }) => [concern, events]));
}

/** None where the kind of what happened is told to nobody. */
function eventsFor(
  happening: Happening,
  { id, reference }: EventConcern,
  related: RelatedBodies,
  by: HubEvent["by"],
): HubEvent[] {
  const { tells: kind } = eventRules[happening.kind];
  if (kind === undefined) return [];
  const { link = { type: "Concern", id } } = happening;
  return [{ kind, reference, link, related, named: toldBy(happening, related), by }];
}

function toldBy(happening: Happening, related: RelatedBodies): readonly string[] {
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

/** Puts the messages of events into the inboxes that get one, and queues them for the channels of those. */
export async function tell(manager: EntityManager, events: readonly HubEvent[], today: string): Promise<void> {
  const rows = events.flatMap(messagesFor).map(({ organisation, role, kind, reference, link }) => ({
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
