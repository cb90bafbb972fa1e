/**
 * Reads the feed of changes from where the caller stands in it, through the visible views. What is written by a
 * transaction that others may still overtake is left for later: see ADR 25.
 */
import type { RowStanding } from "../../../authorisation/standing.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { concernChangeView, concernGoneView } from "./change-views.js";
import { ChangeKind } from "./concern-changes.js";

/** Where somebody stands: in the order of writes, and in the order of what the clock ended. */
export interface FeedPlace {
  readonly position: string;
  readonly key: string;
  readonly endedOn: string;
  readonly endedKey: string;
  /** The day of the first question; what was gone before was never theirs. */
  readonly begunOn: string;
}

export interface FeedItem extends RowStanding {
  readonly key: string;
  readonly id: string;
  readonly kind: ChangeKind;
  readonly on: string;
  /** Where it stands in its own order: a position, or a day. */
  readonly at: string;
}

const standing = 'v.key, v.id, v.relations, v.by_agreement as "byAgreement", v.by_share as "byShare"';
const concerns = "concerns.visible_concern";
const { name: changes } = concernChangeView;
const { name: gone } = concernGoneView;

/** All transactions before this one have ended: what they wrote is there to be read, and none will write any more. */
const horizon = "(select pg_snapshot_xmin(pg_current_snapshot()))";
/** A concern is told once, at the last change of it that the caller may see. */
const accessIsLast = `not exists (select from ${changes} later
    where later.key = v.key and later.feed_position > v.feed_position and later.feed_position < ${horizon})`;
const changeIsLast = `exists (select from ${concerns} c where c.key = v.key and c.feed_position < v.feed_position)
    and not exists (select from ${changes} later where later.key = v.key and later.feed_position < ${horizon}
      and (later.feed_position, later.compartment) > (v.feed_position, v.compartment))`;

interface Source {
  readonly view: string;
  readonly kind: ChangeKind;
  readonly day: string;
  /** Column of the concern's key by which the index of positions goes on. */
  readonly key: string;
  readonly condition: string;
}

const sources: readonly Source[] = [
  { view: concerns, kind: ChangeKind.CHANGED, day: "moved_on", key: "key", condition: accessIsLast },
  { view: changes, kind: ChangeKind.CHANGED, day: "changed_on", key: "concern", condition: changeIsLast },
  { view: gone, kind: ChangeKind.GONE, day: "gone_on", key: "key", condition: "v.gone_on >= $3::date" },
];

/** What was written, in the order of the transactions that wrote it. */
export function readWritten(context: SubgraphContext, from: FeedPlace, size: number): Promise<FeedItem[]> {
  const written = sources.map(
    ({ view, kind, day, key, condition }) => `(
    select ${standing}, '${kind}' as kind, v.${day} as "on", v.feed_position as place from ${view} v
    where (v.feed_position, v.${key}) > ($1::text::xid8, $2::bigint) and v.feed_position < ${horizon} and ${condition}
    order by v.feed_position, v.${key} limit ${size})`,
  );
  return context.database.read<FeedItem>(
    `select written.*, place::text as at from (${written.join(" union all ")}) written
     order by place, key limit ${size}`,
    [from.position, from.key, from.begunOn],
  );
}

/** What the clock ended, in the order of days. */
export function readEnded(context: SubgraphContext, from: FeedPlace, size: number): Promise<FeedItem[]> {
  const ended = (view: string, kind: ChangeKind): string => `(
    select ${standing}, '${kind}' as kind, v.share_ended + 1 as "on", v.share_ended::text as at from ${view} v
    where (v.share_ended, v.key) > ($1::date, $2::bigint) and v.share_ended < $3::date
    order by v.share_ended, v.key limit ${size})`;
  return context.database.read<FeedItem>(
    `select * from (${ended(concerns, ChangeKind.CHANGED)} union all ${ended(gone, ChangeKind.GONE)}) ended
     order by at, key limit ${size}`,
    [from.endedOn, from.endedKey, context.today],
  );
}
