/** Who says where the messages of an organisation go, for which roles, and what an address looks like. */
import type { Role } from "../../../authorisation/caller.js";

export type ChannelKind = "EMAIL" | "WEBHOOK";

/** Those who answer for the organisation, for all of its roles. */
export const channelManagers: readonly Role[] = ["QUALITY_LEAD", "EXECUTIVE"];

/** Roles that are told of something, and so can have a channel. */
export const toldRoles = ["QUALITY_LEAD", "CASE_HOLDER", "GUARDIAN", "EXECUTIVE", "AUDITOR"] as const satisfies Role[];
export type ToldRole = (typeof toldRoles)[number];

export const mostChannelsOfARole = 10;

/** What a hub offers: e-mail where it has a server for it; plain http and addresses of its own network where allowed. */
export interface ChannelOffer {
  readonly email: boolean;
  readonly privateWebhooks: boolean;
}

export type ChannelRefusal = "NOT_YOURS_TO_MANAGE" | "NO_EMAIL_HERE" | "NOT_AN_EMAIL_ADDRESS" | "NOT_A_WEBHOOK_ADDRESS";

export function channelRefusal(
  { kind, address }: { readonly kind: ChannelKind; readonly address: string },
  role: Role,
  offer: ChannelOffer,
): ChannelRefusal | undefined {
  if (!channelManagers.includes(role)) return "NOT_YOURS_TO_MANAGE";
  if (kind === "WEBHOOK") return isWebhookAddress(address, offer) ? undefined : "NOT_A_WEBHOOK_ADDRESS";
  if (!offer.email) return "NO_EMAIL_HERE";
  return isEmailAddress(address) ? undefined : "NOT_AN_EMAIL_ADDRESS";
}

/** One mailbox as it is commonly written: no name, no list, no comment, nothing that a mail header gives a meaning. */
function isEmailAddress(text: string): boolean {
  return text.length <= 254 && /^[\w.+'-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i.test(text);
}

/** Written as it is used: what an address turns into when it is read is not left to whoever reads it. */
function isWebhookAddress(text: string, { privateWebhooks }: ChannelOffer): boolean {
  if (text.length > 2_000 || !URL.canParse(text)) return false;
  const { href, protocol, username, password, hash } = new URL(text);
  const isOffered = protocol === "https:" || (protocol === "http:" && privateWebhooks);
  return isOffered && [href, href.replace(/\/$/, "")].includes(text) && `${username}${password}${hash}` === "";
}
