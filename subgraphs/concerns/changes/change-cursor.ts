/**
 * The cursor of the feed of changes: sealed, since it holds internal numbers, and of one length. It moves with what the
 * caller was told and with nothing else, so it tells nothing of what was hidden. It belongs to the organisation, the
 * role and the purpose, not to the person: whoever takes the work over goes on from it.
 */
import { addDays } from "../../calendar-day.js";
import { cursorsFor } from "../../cursor.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import type { FeedItem, FeedPlace } from "./change-reader.js";

const mostKey = "9223372036854775807";

export interface FeedCursors {
  seal(place: FeedPlace): string;
  /** The beginning where there is no cursor. */
  open(since: string | null | undefined): FeedPlace;
}

export function feedCursors({ cursorKey, caller, today }: SubgraphContext): FeedCursors {
  const { purpose } = caller;
  const cursors = cursorsFor(cursorKey, { ...caller, subject: "" }, ["concernChanges", purpose]);
  return {
    seal: ({ position, key, endedOn, endedKey, begunOn }) =>
      cursors.seal({
        value: [position.padStart(20, "0"), endedOn, begunOn].join(" "),
        key: [key, endedKey].map((one) => one.padStart(mostKey.length, "0")).join(" "),
      }),
    open: (since) => {
      if (since === undefined || since === null)
        return { position: "0", key: "0", endedOn: addDays(today, -1), endedKey: mostKey, begunOn: today };
      const { value, key: keys } = cursors.open(since, "since");
      const [position = "0", endedOn = "", begunOn = ""] = value.split(" ");
      const [key = "0", endedKey = "0"] = keys.split(" ");
      return { position: BigInt(position).toString(), key, endedOn, endedKey, begunOn };
    },
  };
}

/** The place after what was told of each order. */
export function placeAfter(from: FeedPlace, ended: FeedItem | undefined, written: FeedItem | undefined): FeedPlace {
  return {
    ...from,
    ...(ended && { endedOn: ended.at, endedKey: ended.key }),
    ...(written && { position: written.at, key: written.key }),
  };
}
