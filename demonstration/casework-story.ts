/** The story of a concern as the commands of the concerns subgraph would have told it: an event for each thing done. */
import { remitFromCategory } from "../authorisation/relations-of.js";
import { eventRules, type EventKind } from "../subgraphs/concerns/events/event-rules.js";
import type { ConcernEventRow } from "../subgraphs/concerns/events/event-tables.js";
import { isEscalation } from "../subgraphs/concerns/inbox/notification-rules.js";
import { isoDay } from "./calendar.js";
import type { CaseworkEvent, Category } from "./casework-event.js";
import type { CaseworkRows } from "./casework-rows.js";
import type { Stored } from "./demonstration-concern.js";

export type StoredEvent = Omit<Stored<ConcernEventRow>, "audience" | "otherwise">;

export interface StoryContext {
  readonly concern: string;
  readonly raised: number;
  readonly reportedBy: string;
  readonly region: string;
  readonly provider: string;
  readonly rows: CaseworkRows["collected"];
  /** Id of the event with this number. */
  readonly idOf: (sequence: number) => string;
}

type Told = Pick<StoredEvent, "byOrganisation" | "byRole" | "record">;

/** @param happened in the order in which it happened. */
export function tellStory(happened: readonly CaseworkEvent[], context: StoryContext): StoredEvent[] {
  const { concern, raised, reportedBy, region, provider, rows, idOf } = context;
  const story: StoredEvent[] = [];
  let category: Category = 0;
  let [moves, progress, responses, notes] = [1, 0, 0, 0];
  const tell = (kind: EventKind, on: number, { byOrganisation, byRole, record }: Partial<Told>): void => {
    story.push({
      id: idOf(story.length + 1),
      concern,
      sequence: story.length + 1,
      kind,
      compartment: eventRules[kind].readWith,
      happenedOn: isoDay(on),
      byOrganisation: byOrganisation ?? region,
      byRole: byRole ?? "QUALITY_LEAD",
      record: record ?? null,
    });
  };
  const roleOf = (row: { readonly byRole: string } | undefined) => ({ byRole: row?.byRole as Told["byRole"] });

  tell("REPORTED", raised, { byOrganisation: reportedBy });
  for (const event of happened) {
    const { kind, on } = event;
    switch (kind) {
      case "ACCEPTED":
      case "DECLINED":
      case "REQUIREMENT_ISSUED":
      case "REQUIREMENT_CLOSED":
        tell(kind, on, "requirement" in event ? { record: rows.requirements[event.requirement]?.id ?? null } : {});
        break;
      case "REVIEWED":
        tell("ASSESSED", on, {});
        break;
      case "ASSESSED":
        if (event.category === category) {
          tell(kind, on, {});
          break;
        }
        {
          const { byOrganisation = region } = rows.categoryChanges[moves] ?? {};
          moves += 1;
          tell(kind, on, { byOrganisation });
          const isStepUp = isEscalation(category, event.category, remitFromCategory);
          tell(isStepUp ? "ESCALATED" : "CATEGORY_CHANGED", on, { byOrganisation });
          category = event.category;
        }
        break;
      case "RESPONDED":
        tell("REQUIREMENT_ANSWERED", on, {
          byOrganisation: provider,
          ...roleOf(rows.responses[responses++]),
          record: rows.requirements[event.requirement]?.id ?? null,
        });
        break;
      case "PROGRESS":
      case "CONFIRMED":
        tell(kind === "PROGRESS" ? "PROGRESS_SUBMITTED" : "RESOLUTION_CONFIRMED", on, {
          byOrganisation: provider,
          ...roleOf(rows.progress[progress++]),
        });
        break;
      case "REJECTED":
      case "REOPENED":
        progress += 1;
        tell(kind === "REJECTED" ? "RESOLUTION_REJECTED" : kind, on, {});
        break;
      case "CLOSED":
        tell("RESOLUTION_VERIFIED", on, {});
        break;
      case "NOTE":
        tell("NOTE_ADDED", on, roleOf(rows.notes[notes++]));
        break;
    }
  }
  return story;
}
