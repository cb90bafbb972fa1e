/**
 * Tells people what the clock gives cause to remind of, each of it once: the note that somebody was reminded and the
 * messages are one transaction, and whoever notes it second sends nothing. It goes through what is due in small steps,
 * so that it may be stopped, run again, and run in several processes at once.
 */
import type { DataSource, EntityManager } from "typeorm";
import { tell } from "../events/record-happenings.js";
import { relatedTo } from "../events/related-bodies-reader.js";
import { ReminderRow } from "./inbox-tables.js";
import type { MessageKind } from "./notification-rules.js";
import { reminderSources, type DueReminder, type ReminderSource } from "./reminders-due-reader.js";

export interface Reminding {
  /** Today in England, as an ISO date. */
  readonly today: () => string;
  /** Ends the run after the step in hand. */
  readonly stopping?: AbortSignal | undefined;
  /** How many are looked at together. */
  readonly step?: number;
  readonly sources?: readonly ReminderSource[];
}

/** How many reminders of each kind were given. */
export type Reminded = Partial<Record<MessageKind, number>>;

const usualStep = 50;
const beforeTheFirst = "00000000-0000-0000-0000-000000000000";

export async function remindPeople(source: DataSource, reminding: Reminding): Promise<Reminded> {
  const { today, stopping, step = usualStep, sources = reminderSources } = reminding;
  const reminded: Reminded = {};
  for (const look of sources) {
    let after: string | undefined = beforeTheFirst;
    while (after !== undefined && stopping?.aborted !== true) {
      const from: string = after;
      after = await source.transaction(async (manager) => {
        const day = today();
        const found = await look(manager, { today: day, after: from, most: step });
        const due = found.flatMap((each) => each.due ?? []);
        for (const each of await noteNew(manager, due, day)) {
          await remind(manager, each, day);
          reminded[each.kind] = (reminded[each.kind] ?? 0) + 1;
        }
        return found.length < step ? undefined : found.at(-1)?.record;
      });
    }
  }
  return reminded;
}

/** Of what is due, what nobody was reminded of before. Waits for another run that is at the same. */
async function noteNew(manager: EntityManager, due: readonly DueReminder[], today: string): Promise<DueReminder[]> {
  if (due.length === 0) return [];
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(ReminderRow)
    .values(due.map(({ kind, record, about }) => ({ kind, record, about, remindedOn: today })))
    .orIgnore()
    .returning("record")
    .execute();
  const noted = new Set((inserted.raw as { record: string }[]).map(({ record }) => record));
  return due.filter(({ record }) => noted.has(record));
}

async function remind(
  manager: EntityManager,
  { kind, concern, link, named }: DueReminder,
  today: string,
): Promise<void> {
  const related = concern === null ? new Map() : await relatedTo(manager, concern, today);
  await tell(manager, [{ kind, reference: concern?.reference ?? null, link, related, named, by: null }], today);
}
