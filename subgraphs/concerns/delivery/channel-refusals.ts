/** The refusals of mutations on message channels: constant values. */
import { userError, type UserError } from "../../user-error.js";
import type { ChannelRefusal } from "./channel-rules.js";

export const channelRefusals: Readonly<Record<ChannelRefusal | "KNOWN" | "TOO_MANY" | "NO_CHANNEL", UserError>> = {
  NOT_YOURS_TO_MANAGE: userError("FORBIDDEN", "Your role does not manage the channels of your organisation."),
  NO_EMAIL_HERE: userError("CONFLICT", "This hub sends no e-mail.", "kind"),
  NOT_AN_EMAIL_ADDRESS: userError("BAD_USER_INPUT", "must be one e-mail address, without a name", "address"),
  NOT_A_WEBHOOK_ADDRESS: userError(
    "BAD_USER_INPUT",
    "must be an https address in its usual form, without a user, a password or a fragment",
    "address",
  ),
  KNOWN: userError("CONFLICT", "The role has this channel already.", "address"),
  TOO_MANY: userError("CONFLICT", "The role has as many channels as it can have. Remove one first.", "role"),
  NO_CHANNEL: userError("NOT_FOUND", "Your organisation has no such channel.", "id"),
};
