/** Receivers of what leaves the hub: a mail server and a webhook on this machine, which keep what they were sent. */
import { once } from "node:events";
import { createServer as createHttpServer, type IncomingHttpHeaders } from "node:http";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";

interface Receiver<Received> {
  readonly url: string;
  readonly received: Received[];
  close(): Promise<void>;
}

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly data: string;
}

export interface ReceivedCall {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface WebhookReceiver extends Receiver<ReceivedCall> {
  /** Statuses of the next answers, one each, then 204; 0 is no answer at all. */
  answers: number[];
  /** Sent with the next answers. */
  location: string | undefined;
}

export async function openWebhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedCall[] = [];
  const server = createHttpServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({
        path: request.url ?? "",
        headers: request.headers,
        body: Buffer.concat(chunks).toString("utf8"),
      });
      const status = receiver.answers.shift() ?? 204;
      if (status === 0) return;
      response.writeHead(status, receiver.location === undefined ? {} : { location: receiver.location });
      response.end(status === 204 ? undefined : "x".repeat(1_000_000));
    });
    request.on("error", () => undefined);
  });
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${await listening(server)}/hook`,
    received,
    answers: [],
    location: undefined,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return receiver;
}

export interface MailReceiver extends Receiver<ReceivedMail> {
  /** Replies to the next recipients, one each, then 250. */
  answers: string[];
}

/** As little of SMTP as takes a mail. */
export async function openMailReceiver(): Promise<MailReceiver> {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let mail = { from: "", to: [] as string[], data: "" };
    let text = "";
    const state = { inData: false };
    const end = () => text.indexOf(state.inData ? "\r\n.\r\n" : "\r\n");
    const say = (line: string) => socket.write(`${line}\r\n`);
    const command = (line: string): void => {
      if (/^(EHLO|HELO)/i.test(line)) say("250 receiver");
      else if (/^MAIL/i.test(line)) {
        mail = { from: line.slice(10), to: [], data: "" };
        say("250 ok");
      } else if (/^RCPT/i.test(line)) {
        mail.to.push(line.slice(8));
        say(receiver.answers.shift() ?? "250 ok");
      } else if (/^DATA/i.test(line)) {
        state.inData = true;
        say("354 go on");
      } else say(/^QUIT/i.test(line) ? "221 bye" : "250 ok");
    };
    socket.on("data", (chunk) => {
      text += chunk.toString("utf8");
      for (let at = end(); at >= 0; at = end()) {
        const part = text.slice(0, at);
        text = text.slice(at + (state.inData ? 5 : 2));
        if (state.inData) {
          state.inData = false;
          received.push({ ...mail, data: part });
          say("250 taken");
        } else command(part);
      }
    });
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    say("220 receiver");
  });
  const receiver: MailReceiver = {
    url: `smtp://127.0.0.1:${await listening(server)}`,
    received,
    answers: [],
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
  return receiver;
}

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
