/** Adding and removing the channels of an organisation. The secret of a webhook is made here, sealed, and told once. */
import { randomBytes, randomUUID } from "node:crypto";
import { answerOnce } from "../../answer-once.js";
import type { CommandAnswer } from "../../idempotency.js";
import { idShape } from "../../records.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import type { UserError } from "../../user-error.js";
import { HubError } from "../../../errors/hub-error.js";
import { seal } from "../sealed-text.js";
import type { AddMessageChannelInput, RemoveMessageChannelInput } from "./channel-inputs.js";
import { channelRefusals } from "./channel-refusals.js";
import { channelManagers, channelRefusal, mostChannelsOfARole } from "./channel-rules.js";
import { MessageChannelRow } from "./channel-tables.js";
import { boundTo, writtenSecret } from "./webhook-signature.js";

const typeName = "MessageChannel";
const refused = (error: UserError) => ({ answer: { subject: null, userErrors: [error] }, writes: [] });

export interface AddedChannel extends CommandAnswer {
  /** Of a webhook, in the form in which receivers are given it; only for the request that added it. */
  readonly secret: string | null;
}

export async function addMessageChannel(
  context: SubgraphContext,
  input: AddMessageChannelInput,
): Promise<AddedChannel> {
  const { caller, today, channelOffer } = context;
  const { kind, role, address } = input;
  let secret: string | null = null;
  const mutation = { subgraph: "concerns", typeName, name: "addMessageChannel", input } as const;
  const answer = await answerOnce(context, mutation, async (manager) => {
    const refusal = channelRefusal(input, caller.role, channelOffer);
    if (refusal !== undefined) return refused(channelRefusals[refusal]);
    const { organisation } = caller;
    const present = await manager.findBy(MessageChannelRow, { organisation, role });
    if (present.some((channel) => channel.kind === kind && channel.address === address))
      return refused(channelRefusals.KNOWN);
    if (present.length >= mostChannelsOfARole) return refused(channelRefusals.TOO_MANY);
    const id = randomUUID();
    const key = kind === "WEBHOOK" ? randomBytes(32) : null;
    const sealed = key === null ? null : seal(key, sealingKey(context), boundTo(id));
    await manager.insert(MessageChannelRow, {
      id,
      organisation,
      role,
      kind,
      address,
      keyId: sealed?.keyId ?? null,
      secret: sealed?.sealed ?? null,
      addedOn: today,
    });
    secret = key && writtenSecret(key);
    return { answer: { subject: id, userErrors: [] }, writes: ["kind", "role", "address"] };
  });
  return { ...answer, secret };
}

export function removeMessageChannel(
  context: SubgraphContext,
  input: RemoveMessageChannelInput,
): Promise<CommandAnswer> {
  const { caller } = context;
  const mutation = { subgraph: "concerns", typeName, name: "removeMessageChannel", input } as const;
  return answerOnce(context, mutation, async (manager) => {
    if (!channelManagers.includes(caller.role)) return refused(channelRefusals.NOT_YOURS_TO_MANAGE);
    const own = { id: input.id, organisation: caller.organisation };
    const { affected } = idShape.test(input.id) ? await manager.delete(MessageChannelRow, own) : { affected: 0 };
    if (affected !== 1) return refused(channelRefusals.NO_CHANNEL);
    return { answer: { subject: input.id, userErrors: [] }, writes: ["id"] };
  });
}

function sealingKey({ identityKeys: [key] }: SubgraphContext): { readonly id: string; readonly key: Buffer } {
  if (key === undefined) throw new HubError("INTERNAL", { problem: "there is no key to seal a secret with" });
  return key;
}
