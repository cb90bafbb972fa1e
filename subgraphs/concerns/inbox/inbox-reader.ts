/** Reads the messages of the caller's organisation and role through the visible view. */
import { standingKey, type RowStanding, type StandingRecord } from "../../../authorisation/standing.js";
import type { Position } from "../../cursor.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { linkOf, type Message, type MessageRow } from "./message.js";

export type MessageRecord = Message & StandingRecord;

const selected = `v.id, v.relations, v.kind, v.told_on as "toldOn", v.is_read as read, v.reference,
  v.link_type as "linkType", v.link_id as "linkId"`;

export interface InboxPageRequest {
  readonly unread: boolean;
  readonly size: number;
  readonly after: Position | undefined;
}

/** Newest first; one more than the page holds. */
export async function readInboxPage(
  context: SubgraphContext,
  { unread, size, after }: InboxPageRequest,
): Promise<MessageRecord[]> {
  const rows = await context.database.read<MessageRow & RowStanding>(
    `select ${selected} from concerns.visible_message v
     where (not $1 or not v.is_read) and ($2::date is null or (v.told_on, v.id) < ($2, $3::uuid))
     order by v.told_on desc, v.id desc limit $4`,
    [unread, after?.value ?? null, after?.key ?? null, size + 1],
  );
  return rows.map((row) => toRecord(context, row));
}

export async function countMessages(context: SubgraphContext, unread: boolean): Promise<number> {
  const [row] = await context.database.read<{ count: number }>(
    "select count(*)::integer as count from concerns.visible_message v where not $1 or not v.is_read",
    [unread],
  );
  return row?.count ?? 0;
}

/** In the order of the inbox. */
export async function readMessages(context: SubgraphContext, ids: readonly string[]): Promise<MessageRecord[]> {
  const rows = await context.database.readByIndex<MessageRow & RowStanding>(
    `select ${selected} from concerns.visible_message v where v.id = any ($1) order by v.told_on desc, v.id desc`,
    [ids],
  );
  return rows.map((row) => toRecord(context, row));
}

function toRecord(context: SubgraphContext, row: MessageRow & RowStanding): MessageRecord {
  const message = Object.assign(row, { __typename: "Message", [standingKey]: context.standingOf(row) });
  return Object.assign(message, { link: linkOf(message) });
}
