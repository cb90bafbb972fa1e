/** Queues messages for the channels of their inboxes, in the transaction that writes the messages. */
import { In, type EntityManager } from "typeorm";
import type { Role } from "../../../authorisation/caller.js";
import { MessageChannelRow } from "./channel-tables.js";
import { enqueue } from "./delivery-queue.js";

interface Addressed {
  readonly id: string;
  readonly organisation: string;
  readonly role: Role;
}

export async function enqueueDeliveries(manager: EntityManager, messages: readonly Addressed[]): Promise<void> {
  const organisations = [...new Set(messages.map(({ organisation }) => organisation))];
  const channels = await manager.findBy(MessageChannelRow, { organisation: In(organisations) });
  const jobs = messages.flatMap(({ id, organisation, role }) =>
    channels
      .filter((channel) => channel.organisation === organisation && channel.role === role)
      .map((channel) => ({ message: id, channel: channel.id })),
  );
  if (jobs.length > 0) await enqueue(manager, jobs);
}
