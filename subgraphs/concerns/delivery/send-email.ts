/** Sends one short text by SMTP, within limits of time; files and addresses in its fields are never followed. */
import { createTransport } from "nodemailer";
import { failureOf, DeliveryFailure } from "./delivery-failure.js";

export interface Email {
  readonly to: string;
  /** The same for every try, so that a receiver can tell that it has it already. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
}

export interface MailServer {
  /** `smtp:` or `smtps:`; what it says in its query goes before what is said here. */
  readonly url: string;
  readonly from: string;
}

export interface SendEmail {
  (email: Email): Promise<void>;
}

const limit = 4_000;
const thisMachine: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** @throws DeliveryFailure */
export function emailSender({ url, from }: MailServer): SendEmail {
  const { hostname } = new URL(url);
  const transport = createTransport({
    url,
    requireTLS: !thisMachine.includes(hostname),
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
    dnsTimeout: limit,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  return async ({ to, id, subject, text }) => {
    try {
      await transport.sendMail({
        from,
        to: { name: "", address: to },
        messageId: `<${id}@quality-concerns-hub>`,
        subject,
        text,
        headers: { "Auto-Submitted": "auto-generated" },
      });
    } catch (error) {
      const { responseCode } = error as { readonly responseCode?: unknown };
      throw typeof responseCode === "number" ? new DeliveryFailure("NOT_TAKEN") : failureOf(error);
    }
  };
}
