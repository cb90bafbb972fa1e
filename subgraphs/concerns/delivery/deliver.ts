/**
 * Delivers one message to one channel. Whether its receiver may still know of what it is about is looked at now, and it
 * is in the audit before it leaves. It says what the role may read: to one that reads no concern, the kind alone.
 */
import type { EntityManager } from "typeorm";
import type { AuditSink } from "../../../audit/audit-sink.js";
import { unlocksOf } from "../../../authorisation/unlocks.js";
import { followedWith } from "../inbox/notification-rules.js";
import { unseal, type SealKey } from "../sealed-text.js";
import { DeliveryFailure } from "./delivery-failure.js";
import type { Delivery } from "./delivery-queue.js";
import { readDelivery, type ToDeliver } from "./delivery-reader.js";
import { emailOf, linkTo, webhookBodyOf, type Notice } from "./notice.js";
import type { SendEmail } from "./send-email.js";
import type { SendWebhook } from "./send-webhook.js";
import { isToldOutside } from "./told-outside.js";
import { boundTo } from "./webhook-signature.js";

export interface DeliveryParts {
  readonly manager: EntityManager;
  readonly audit: AuditSink;
  /** Null where the hub has no server for it. */
  readonly sendEmail: SendEmail | null;
  readonly sendWebhook: SendWebhook;
  readonly keys: readonly SealKey[];
  readonly publicUrl: string;
  /** Today in England, as an ISO date. */
  readonly today: () => string;
}

/**
 * WITHHELD: its receiver may no longer know of what it is about. NO_CHANNEL: the channel was removed, or is by e-mail
 * and the hub sends none.
 */
export type DeliveryOutcome = "DELIVERED" | "WITHHELD" | "NO_CHANNEL";

/** @throws DeliveryFailure where it is to be tried again. */
export async function deliver(parts: DeliveryParts, delivery: Delivery): Promise<DeliveryOutcome> {
  const found = await readDelivery(parts.manager, delivery, parts.today());
  if (found === undefined) return "NO_CHANNEL";
  if (found.relations.length === 0) return "WITHHELD";
  const send = senderTo(parts, found);
  if (send === null) return "NO_CHANNEL";
  const notice = noticeFor(found, parts.publicUrl);
  await parts.audit.record(entryOf(found, notice));
  await send(notice);
  return "DELIVERED";
}

/** What somebody in that role reads of a message for the work that the role is for, of what is told outside at all. */
export function noticeFor(
  found: Pick<ToDeliver, "id" | "kind" | "reference" | "toldOn" | "linkType" | "linkId" | "relations" | "role">,
  publicUrl: string,
): Notice {
  const { id, kind, toldOn, linkType: type, linkId, relations, role } = found;
  const unlocks = unlocksOf({ role, purpose: "EDUCATION_QUALITY" });
  const opens = (compartment: keyof typeof unlocks): boolean =>
    unlocks[compartment].some((relation) => relations.includes(relation));
  if (!isToldOutside(kind)) return { id, kind: null, toldOn, reference: null, link: linkTo(publicUrl, null) };
  return {
    id,
    kind,
    toldOn,
    reference: opens("OPERATIONAL") ? found.reference : null,
    link: linkTo(publicUrl, opens(followedWith[type]) ? { type, id: linkId } : null),
  };
}

function senderTo(
  { sendEmail, sendWebhook, keys }: DeliveryParts,
  { channel, channelKind, address, keyId, secret }: ToDeliver,
): ((notice: Notice) => Promise<void>) | null {
  if (channelKind === "EMAIL")
    return sendEmail && ((notice) => sendEmail({ to: address, id: notice.id, ...emailOf(notice) }));
  const key = keyId === null || secret === null ? null : unseal({ keyId, sealed: secret }, keys, boundTo(channel));
  return (notice) => {
    if (key === null) throw new DeliveryFailure("NO_SECRET");
    return sendWebhook({ address, id: notice.id, body: webhookBodyOf(notice), key });
  };
}

function entryOf(
  { id, organisation, role }: ToDeliver,
  { kind, reference }: Notice,
): Parameters<AuditSink["record"]>[0] {
  return {
    caller: { issuer: "hub", subject: "delivery", organisation, role, purpose: null },
    requestId: id,
    subgraph: "concerns",
    operationName: "deliver",
    documentHash: null,
    variablesHash: null,
    outcome: "DISCLOSED",
    because: null,
    records: [
      {
        type: "Message",
        ids: [id],
        fields: [...(kind === null ? [] : ["kind"]), "link", ...(reference === null ? [] : ["reference"]), "toldOn"],
        redacted: [],
      },
    ],
  };
}
