/** Reads the channels of the caller's organisation through the visible view: none for a role that does not manage them. */
import type { SubgraphContext } from "../../subgraph-context.js";
import type { MessageChannel } from "./message-channel.js";

/** All of them, or one. In the order of roles, then of addresses. */
export function readChannels(context: SubgraphContext, id: string | null = null): Promise<MessageChannel[]> {
  return context.database.read<MessageChannel>(
    `select v.id, v.kind, v.role, v.address, v.added_on as "addedOn" from concerns.visible_message_channel v
     where $1::uuid is null or v.id = $1 order by v.role, v.kind, v.address`,
    [id],
  );
}
