/** Inboxes of a test's hub: asked for as a person, and written to past every command, as an administrator. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Answer, TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

export interface ReadMessage {
  readonly id: string;
  readonly kind: string;
  readonly toldOn: string;
  readonly read: boolean;
  readonly reference: string | null;
  readonly link: { readonly type: string; readonly id: string } | null;
}

export interface ReadInbox {
  readonly nodes: readonly ReadMessage[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export const wholeMessage = "id kind toldOn read reference link { type id }";
const question = `query Inbox($unread: Boolean, $first: Int, $after: String) {
  inbox(unread: $unread, first: $first, after: $after) {
    nodes { ${wholeMessage} } totalCount pageInfo { hasNextPage endCursor }
  }
}`;

export function askInbox(
  hub: TestHub,
  person: Person,
  given: Readonly<Record<string, unknown>> = { first: 100 },
): Promise<Answer> {
  return hub.as(person).for(question, given);
}

export async function inboxOf(
  hub: TestHub,
  person: Person,
  given: Readonly<Record<string, unknown>> = { first: 100 },
): Promise<ReadInbox> {
  const answer = await askInbox(hub, person, given);
  if (answer.errors.length > 0) throw new Error(answer.text);
  return answer.data?.["inbox"] as unknown as ReadInbox;
}

/** Kinds of the messages about one concern. */
export async function toldOf(hub: TestHub, person: Person, concern: string): Promise<string[]> {
  const { nodes } = await inboxOf(hub, person);
  return nodes.filter(({ link }) => link?.id === concern).map(({ kind }) => kind);
}

export async function asAdministrator<Row extends pg.QueryResultRow>(
  hub: TestHub,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: hub.database.adminUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Puts a message about a concern into an inbox; gives its id. */
export async function put(
  hub: TestHub,
  { organisation, role }: Pick<Person, "organisation" | "role">,
  kind: string,
  concern: string,
): Promise<string> {
  const id = randomUUID();
  await asAdministrator(
    hub,
    `insert into concerns.message (id, organisation, role, kind, reference, link_type, link_id, told_on)
     select $1, $2, $3, $4, c.reference, 'Concern', c.id, current_date from concerns.concern c where c.id = $5`,
    [id, organisation, role, kind, concern],
  );
  return id;
}
