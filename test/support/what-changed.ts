/** Asks what changed, as a client does that keeps a copy: from where it was, until there is no more. */
import { settled } from "./settled.js";
import type { TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

export interface Told {
  readonly id: string;
  readonly kind: "CHANGED" | "GONE";
  readonly on: string;
  readonly concern: { readonly id: string; readonly category: string } | null;
}

export interface Changes {
  readonly changes: readonly Told[];
  readonly cursor: string;
  readonly hasMore: boolean;
}

export const whatChanged = `query Changes($since: String, $first: Int) { concernChanges(since: $since, first: $first) {
  changes { id kind on concern { id category } } cursor hasMore } }`;

export async function changesSince(hub: TestHub, person: Person, since: string | null, first = 100): Promise<Changes> {
  await settled(hub);
  const answer = await hub.as(person).for(whatChanged, { since, first });
  const changes = answer.data?.["concernChanges"] as Changes | null | undefined;
  if (changes === null || changes === undefined) throw new Error(answer.text);
  return changes;
}

/** All pages from a cursor on, and the cursor after them. */
export async function allChanges(
  hub: TestHub,
  person: Person,
  since: string | null = null,
  first = 100,
): Promise<{ readonly told: readonly Told[]; readonly cursor: string }> {
  const told: Told[] = [];
  for (let from = since; ;) {
    const { changes, cursor, hasMore } = await changesSince(hub, person, from, first);
    told.push(...changes);
    if (!hasMore) return { told, cursor };
    from = cursor;
  }
}
