/** Reads what a delivery is about, as it is now: the message, its channel, and what its receiver is to the concern. */
import type { EntityManager } from "typeorm";
import type { Role } from "../../../authorisation/caller.js";
import type { Relation } from "../../../authorisation/relation.js";
import { relationsToLink } from "../../../database/inbox-views.js";
import type { MessageKind, MessageLink } from "../inbox/notification-rules.js";
import type { ChannelKind } from "./channel-rules.js";
import type { Delivery } from "./delivery-queue.js";

export interface ToDeliver {
  readonly id: string;
  readonly organisation: string;
  readonly role: Role;
  readonly kind: MessageKind;
  readonly reference: string | null;
  readonly toldOn: string;
  readonly linkType: MessageLink["type"];
  readonly linkId: string;
  readonly relations: readonly Relation[];
  readonly channel: string;
  readonly channelKind: ChannelKind;
  readonly address: string;
  readonly keyId: string | null;
  readonly secret: Buffer | null;
}

/** Undefined where the channel was removed. */
export async function readDelivery(
  manager: EntityManager,
  { message, channel }: Delivery,
  today: string,
): Promise<ToDeliver | undefined> {
  const [found]: ToDeliver[] = await manager.query(
    `select m.id, m.organisation, m.role, m.kind, m.reference, m.told_on::text as "toldOn",
       m.link_type as "linkType", m.link_id as "linkId", ${relationsToLink("$3::date")} as relations,
       c.id as channel, c.kind as "channelKind", c.address, c.key_id as "keyId", c.secret
     from concerns.message m join concerns.message_channel c on c.organisation = m.organisation and c.role = m.role
     where m.id = $1 and c.id = $2`,
    [message, channel, today],
  );
  return found;
}
