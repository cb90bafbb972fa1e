/**
 * The messages that the last weeks of a concern have left in inboxes, to those who may know of it, by the rules that
 * commands follow. Those of the last days are not read yet.
 */
import type { Relation } from "../authorisation/relation.js";
import { remitFromCategory } from "../authorisation/relations-of.js";
import type { MessageRow } from "../subgraphs/concerns/events/event-tables.js";
import { isEscalation, messagesFor, type HubEvent } from "../subgraphs/concerns/inbox/notification-rules.js";
import { addDays } from "./calendar.js";
import type { DemonstrationConcern, Stored } from "./demonstration-concern.js";
import { uuidFrom } from "./demonstration-identifiers.js";
import { createRandom } from "./random.js";

export interface Known {
  readonly organisation: string;
  readonly relations: readonly Relation[];
}

type Told = Pick<HubEvent, "kind" | "by"> & { readonly on: string };

const messageStream = 0x696e62;
const daysKept = 60;
const daysUnread = 14;

export function messagesOf(made: DemonstrationConcern, known: readonly Known[], lastDay: string): Stored<MessageRow>[] {
  const { concern } = made;
  // By the whole key: of a million concerns hundreds have a half of it in common with another.
  const key = BigInt(concern.key);
  const random = createRandom(messageStream, Number(key >> 32n), Number(key & 0xffff_ffffn));
  const related = new Map(known.map(({ organisation, relations }) => [organisation, new Set(relations)]));
  const link = { type: "Concern", id: concern.id } as const;
  return toldOf(made)
    .filter(({ on }) => on >= addDays(lastDay, -daysKept))
    .flatMap(({ kind, by, on }) =>
      messagesFor({ kind, by, reference: concern.reference, link, related, named: [] }).map(
        ({ organisation, role, reference }) => ({
          id: uuidFrom(random),
          organisation,
          role,
          kind,
          reference,
          linkType: link.type,
          linkId: link.id,
          toldOn: on,
          readOn: on < addDays(lastDay, -daysUnread) ? addDays(on, 1) : null,
        }),
      ),
    );
}

function toldOf({ concern, categoryChanges, requirements }: DemonstrationConcern): Told[] {
  const numberOf = (category: string | null): number => Number(category?.slice(3) ?? 0);
  const escalations = categoryChanges
    .filter(({ fromCategory, toCategory }) =>
      isEscalation(numberOf(fromCategory), numberOf(toCategory), remitFromCategory),
    )
    .map(({ changedOn: on, byOrganisation: organisation }): Told => ({
      kind: "CONCERN_ESCALATED",
      by: { organisation, role: "QUALITY_LEAD" },
      on,
    }));
  const by = concern.region === null ? null : ({ organisation: concern.region, role: "QUALITY_LEAD" } as const);
  return [...escalations, ...requirements.map(({ issuedOn: on }): Told => ({ kind: "REQUIREMENT_ISSUED", by, on }))];
}
