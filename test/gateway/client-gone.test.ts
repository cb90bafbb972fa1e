/** Clients that leave early, over real HTTP: while they are being identified, behind another request, or later. */
import { connect } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, it } from "@jest/globals";
import type { FileCall, FileExchange } from "../../endpoint/file-exchange.js";
import { eventually } from "../support/eventually.js";
import { lead, startGateway, type Changes, type GatewayUnderTest } from "./gateway-under-test.js";

let hub: GatewayUnderTest | undefined;
afterEach(() => hub?.gateway.close());

interface Gate {
  readonly passed: Promise<void>;
  readonly open: () => void;
}

function gate(): Gate {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return {
    passed,
    open: () => {
      open();
    },
  };
}

/** Keeps one small file; each request for it is noted. */
function aFile(): { readonly files: FileExchange; readonly calls: FileCall[] } {
  const calls: FileCall[] = [];
  const file = { name: "notes.txt", mediaType: "text/plain", size: 5 };
  return {
    calls,
    files: {
      fetch: (call) => {
        calls.push(call);
        return call.id === "never" ? new Promise(() => undefined) : Promise.resolve({ ...file, content: aText() });
      },
      receive: () => Promise.resolve({ ...file, upload: "upload", sha256: "0".repeat(64) }),
      close: () => Promise.resolve(),
    },
  };
}

const aText = (): Readable => Readable.from(["notes"]);

/** A gateway that identifies nobody before the gate is open. */
async function startBehind({ passed }: Gate, changes: Changes = {}): Promise<{ readonly identifying: () => number }> {
  let identifying = 0;
  hub = await startGateway({
    authenticator: {
      authenticate: async () => {
        identifying += 1;
        await passed;
        return { ok: true, caller: lead };
      },
    },
    ...changes,
  });
  return { identifying: () => identifying };
}

const headers = "host: hub\r\nauthorization: Bearer lead\r\n";
const askingFor = (path: string): string => `GET ${path} HTTP/1.1\r\n${headers}\r\n`;

/** Sends a text on a connection of its own, waits until something is so, and is gone. */
async function leaveAfter(text: string, isSo: () => boolean): Promise<void> {
  const socket = connect(hub?.port ?? 0, "127.0.0.1", () => socket.write(text));
  socket.on("error", () => undefined);
  await eventually(isSo);
  socket.destroy();
  await pause(50);
}

async function contentOfTheFile(person = "lead"): Promise<string> {
  const url = `http://127.0.0.1:${hub?.port ?? 0}/evidence/notes`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${person}` } });
  return response.text();
}

it("who leaves while they are being identified gives their place among the files back", async () => {
  const identified = gate();
  const { files, calls } = aFile();
  const { identifying } = await startBehind(identified, { files, limits: { filesInFlight: 2 } });
  for (let left = 1; left <= 3; left += 1) await leaveAfter(askingFor("/evidence/never"), () => identifying() === left);
  identified.open();
  await eventually(() => calls.length >= 2);
  expect(await contentOfTheFile()).toBe("notes");
  expect(calls.slice(0, 2).map(({ signal }) => signal.aborted)).toEqual([true, true]);
});

it("who leaves with requests behind the one in hand gives the places of all of them back", async () => {
  const { files, calls } = aFile();
  hub = await startGateway({ files, limits: { filesInFlight: 2 } });
  await leaveAfter(askingFor("/evidence/never").repeat(2), () => calls.length === 2);
  expect(await contentOfTheFile()).toBe("notes");
  expect(calls.slice(0, 2).map(({ signal }) => signal.aborted)).toEqual([true, true]);
});

it("who leaves gives back no more than one place", async () => {
  const { files, calls } = aFile();
  hub = await startGateway({ files, limits: { filesInFlight: 1 } });
  await leaveAfter(askingFor("/evidence/never"), () => calls.length === 1);
  const held = connect(hub.port, "127.0.0.1", () => held.write(askingFor("/evidence/never")));
  await eventually(() => calls.length === 2);
  expect(await contentOfTheFile()).toContain("OVERLOADED");
  held.destroy();
});

it("one person holds no more than a part of the places, and others have the rest", async () => {
  const { files, calls } = aFile();
  hub = await startGateway({ files, limits: { filesInFlight: 3, filesOfOne: 2 } });
  const held = connect(hub.port, "127.0.0.1", () => held.write(askingFor("/evidence/never").repeat(2)));
  await eventually(() => calls.length === 2);
  expect(await contentOfTheFile()).toContain("OVERLOADED");
  expect(await contentOfTheFile("member")).toBe("notes");
  held.destroy();
  await eventually(async () => (await contentOfTheFile()) === "notes");
});

it("that somebody breaks off what they send is no error of the hub", async () => {
  const { files } = aFile();
  let sent = 0;
  const receive: FileExchange["receive"] = async ({ content }) => {
    for await (const part of content as AsyncIterable<Buffer>) sent += part.length;
    throw new Error("It came to its end.");
  };
  hub = await startGateway({ files: { ...files, receive } });
  const sending = `POST /files HTTP/1.1\r\n${headers}content-type: text/plain\r\nx-file-name: a.txt\r\ncontent-length: 99\r\n\r\nhalf`;
  await leaveAfter(sending, () => sent > 0);
  await eventually(() => hub?.logged.some((line) => line.includes("a file was not exchanged")) ?? false);
  const [line = ""] = hub.logged.filter((each) => each.includes("a file was not exchanged"));
  expect(JSON.parse(line)).toMatchObject({ level: 20 });
});

it("a document is not put together for who left while they were being identified", async () => {
  const identified = gate();
  const document = {
    path: "/concerns/:id/page",
    query: "query Page($id: ID!) { concern(id: $id) { title } }",
    policy: "default-src 'none'",
    render: () => "<p>A page.</p>",
  };
  const { identifying } = await startBehind(identified, { documents: [document] });
  await leaveAfter(askingFor("/concerns/1/page"), () => identifying() === 1);
  identified.open();
  await pause(100);
  expect(hub?.concerns.requests).toHaveLength(0);
});
