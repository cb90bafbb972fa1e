/** Files that another process keeps, when that process or the way to it fails half-way. */
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { FileExchange } from "../../endpoint/file-exchange.js";
import { httpFiles } from "../../gateway/http-files.js";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let files: FileExchange;
let handler: Handler;

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  files = httpFiles({ url: `http://127.0.0.1:${port}/graphql`, routerCredential: "router-secret", connections: 1 });
});
afterAll(async () => {
  await files.close();
  server.closeAllConnections();
  server.close();
});

const call = () => ({
  authorization: "Bearer lead",
  purpose: undefined,
  requestId: "request-0001",
  signal: AbortSignal.timeout(5_000),
});
const fetchOne = () => files.fetch({ ...call(), id: "a-file" });
const sendOne = () =>
  files.receive({ ...call(), mediaType: "text/plain", name: "notes.txt", content: Readable.from(["notes"]) });

const file = { "content-type": "text/plain", "content-length": "5", "x-file-name": "notes.txt" };
const given: Handler = (_, response) => response.writeHead(200, file).end("notes");
const unfinished = { ...file, "content-length": "10" };

/** Says that more comes than does, and closes the connection. */
const brokenOff =
  (status: number): Handler =>
  (_, response) => {
    response.writeHead(status, { "content-type": "application/json", "content-length": "100" }).write(`{"errors":[`);
    setTimeout(() => response.destroy(), 20);
  };

describe("a keeper of files in another process", () => {
  it.each([
    ["a file that was sent", 201, sendOne],
    ["a refusal of a file that was sent", 400, sendOne],
    ["a refusal of a file that was asked for", 404, fetchOne],
  ])("that breaks off the answer to %s is as good as away", async (_, status, exchange) => {
    handler = brokenOff(status);
    await expect(exchange()).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it.each([
    ["a name", { ...unfinished, "x-file-name": "" }],
    ["a type", { "content-length": unfinished["content-length"], "x-file-name": unfinished["x-file-name"] }],
    ["a length", { "content-type": unfinished["content-type"], "x-file-name": unfinished["x-file-name"] }],
  ])("that answers with a file without %s is as good as away, and holds no connection", async (_, headers) => {
    handler = (_request, response) => response.writeHead(200, headers).write("notes");
    await expect(fetchOne()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    handler = given;
    const { content } = await fetchOne();
    expect(String((await content.toArray())[0])).toBe("notes");
  });

  it("that answers more than may be read holds no connection", async () => {
    handler = (_, response) => response.writeHead(201).write("x".repeat(100_000));
    await expect(sendOne()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    handler = given;
    expect((await fetchOne()).name).toBe("notes.txt");
  });
});
