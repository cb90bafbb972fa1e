/** Lets days pass for what is recorded: all of it was recorded so many days earlier. What its dates say stays. */
import { dayInEngland } from "../../hub/day-in-england.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { asAdministrator } from "./inboxes.js";
import type { TestHub } from "./test-hub.js";

export const daysAgo = (days: number): string => addDays(dayInEngland(), -days);

export async function letDaysPass(hub: TestHub, days: number): Promise<void> {
  const columns = await asAdministrator<{ table: string; column: string }>(
    hub,
    `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'concerns'::regnamespace and c.relkind = 'r' and a.attname in ('recorded_from', 'recorded_until')
      order by a.attname`,
  );
  const updates = columns.map(
    ({ table, column }) => `update concerns.${table} set ${column} = ${column} - interval '${days} days'`,
  );
  // Past the triggers, which would write that it was changed now.
  const settings = "set session_replication_role = replica; set timezone = 'Europe/London'";
  await asAdministrator(hub, [settings, ...updates].join("; "));
}
