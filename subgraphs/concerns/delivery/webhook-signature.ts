/** How a webhook is signed, after the Standard Webhooks scheme: HMAC-SHA256 over id, time and body, with its secret. */
import { createHmac } from "node:crypto";

/** The form in which receivers are given a secret. */
export function writtenSecret(key: Buffer): string {
  return `whsec_${key.toString("base64")}`;
}

/** What the sealed secret of a channel is bound to. */
export function boundTo(channel: string): string {
  return `message channel ${channel}`;
}

export function signedHeaders(id: string, at: Date, body: string, key: Buffer): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
