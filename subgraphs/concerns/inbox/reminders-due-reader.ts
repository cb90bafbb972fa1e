/**
 * What the clock may have cause to remind of, source by source. A source finds what comes near its date and was not
 * reminded of yet, page by page in the order of ids; the rules beside say whether a reminder is due.
 */
import type { EntityManager } from "typeorm";
import { reminders } from "../casework-references.js";
import type { MessageLink } from "./notification-rules.js";
import {
  agreementReminder,
  panelActionReminder,
  requirementReminder,
  reviewReminder,
  type Reminder,
} from "./reminder-rules.js";

export interface DueReminder extends Reminder {
  /** Id of the record that it is about. */
  readonly record: string;
  readonly concern: { readonly key: string; readonly id: string; readonly reference: string } | null;
  readonly link: MessageLink;
  readonly named: readonly string[];
}

/** A thing that was looked at, and its reminder where one is due. */
export interface LookedAt {
  readonly record: string;
  readonly due: DueReminder | undefined;
}

export interface Look {
  readonly today: string;
  /** Goes on after this id. */
  readonly after: string;
  readonly most: number;
}

/** Fewer than the most that were asked for: there are no more. */
export type ReminderSource = (manager: EntityManager, look: Look) => Promise<readonly LookedAt[]>;

interface OfConcern {
  readonly record: string;
  readonly key: string;
  readonly id: string;
  readonly reference: string;
}

const isUnderWay = "c.status not in ('CLOSED', 'DECLINED', 'MERGED')";
const ofConcern = "c.key::text, c.id, c.reference";

const requirements: ReminderSource = async (manager, { today, after, most }) => {
  const ahead = Math.max(...reminders().requirementDueDays.map(({ days }) => days));
  const rows: (OfConcern & { kind: string; dueOn: string })[] = await manager.query(
    `select r.id as record, r.kind, r.due_on::text as "dueOn", ${ofConcern}
     from concerns.requirement r join concerns.concern c on c.key = r.concern
     where r.status = 'OPEN' and r.due_on <= $1::date + $2::integer and ${isUnderWay} and r.id > $3
       and not exists (select from concerns.reminder m where m.record = r.id and m.about = r.due_on
         and m.kind = case when r.due_on < $1::date then 'REQUIREMENT_OVERDUE' else 'REQUIREMENT_DUE' end)
     order by r.id limit $4`,
    [today, ahead, after, most],
  );
  return rows.map((row) => remindOf(row, requirementReminder({ ...row, state: "OPEN" }, today, reminders())));
};

const reviews: ReminderSource = async (manager, { today, after, most }) => {
  const rows: (OfConcern & { nextReviewOn: string })[] = await manager.query(
    `select c.id as record, c.next_review_on::text as "nextReviewOn", ${ofConcern} from concerns.concern c
     where c.next_review_on < $1::date and ${isUnderWay} and c.id > $2
       and not exists (select from concerns.reminder m
         where m.record = c.id and m.kind = 'REVIEW_OVERDUE' and m.about = c.next_review_on)
     order by c.id limit $3`,
    [today, after, most],
  );
  return rows.map((row) => remindOf(row, reviewReminder(row.nextReviewOn, today)));
};

/** Those in force; what is suspended or ended opens nothing that could end. */
const agreements: ReminderSource = async (manager, { today, after, most }) => {
  const rows: { record: string; parties: string[]; endsOn: string }[] = await manager.query(
    `select g.id as record, g.parties, g.ends_on::text as "endsOn"
     from (select id, parties, valid_until, (valid_until at time zone 'Europe/London')::date as ends_on
           from organisations.published_agreement) g
     where g.valid_until > now() and g.ends_on <= $1::date + $2::integer and g.id > $3
       and not exists (select from concerns.reminder m
         where m.record = g.id and m.kind = 'AGREEMENT_EXPIRING' and m.about = g.ends_on)
     order by g.id limit $4`,
    [today, reminders().agreementExpiringDays, after, most],
  );
  return rows.map(({ record, parties, endsOn }) => {
    const reminder = agreementReminder(endsOn, today, reminders());
    const link = { type: "SharingAgreement", id: record } as const;
    return { record, due: reminder && { ...reminder, record, concern: null, link, named: parties } };
  });
};

/** The owner of an action is told, and of the panel alone: it may not know of a concern by that. */
const panelActions: ReminderSource = async (manager, { today, after, most }) => {
  const rows: { record: string; panel: string; owner: string; dueOn: string }[] = await manager.query(
    `select t.id as record, t.panel, t.owner, t.due_on::text as "dueOn" from concerns.panel_action t
     where t.status = 'AGREED' and t.due_on <= $1::date + $2::integer and t.id > $3
       and not exists (select from concerns.reminder m
         where m.record = t.id and m.kind = 'PANEL_ACTION_DUE' and m.about = t.due_on)
     order by t.id limit $4`,
    [today, reminders().panelActionDueDays, after, most],
  );
  return rows.map(({ record, panel, owner, dueOn }) => {
    const reminder = panelActionReminder({ status: "AGREED", dueOn }, today, reminders());
    const link = { type: "ReviewPanel", id: panel } as const;
    return { record, due: reminder && { ...reminder, record, concern: null, link, named: [owner] } };
  });
};

/** Everything that the clock reminds of; whoever adds work with a date adds its source here. */
export const reminderSources: readonly ReminderSource[] = [requirements, reviews, agreements, panelActions];

function remindOf({ record, key, id, reference }: OfConcern, reminder: Reminder | undefined): LookedAt {
  const link = { type: "Concern", id } as const;
  return { record, due: reminder && { ...reminder, record, concern: { key, id, reference }, link, named: [] } };
}
