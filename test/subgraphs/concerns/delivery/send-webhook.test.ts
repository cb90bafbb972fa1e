import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { LookupAddress } from "node:dns";
import { webhookSender, type WebhookRules } from "../../../../subgraphs/concerns/delivery/send-webhook.js";
import { openWebhookReceiver, type WebhookReceiver } from "../../../support/receivers.js";

let hook: WebhookReceiver;
beforeAll(async () => {
  hook = await openWebhookReceiver();
});
afterEach(() => {
  hook.received.length = 0;
});
afterAll(() => hook.close());

const call = (address: string) => ({ address, id: "an-id", body: "{}", key: Buffer.alloc(32, 1) });
const to =
  (...addresses: string[]) =>
  (): Promise<LookupAddress[]> =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })));
const port = () => new URL(hook.url).port;

async function outcome(address: string, rules: Partial<WebhookRules> = {}): Promise<string> {
  const send = webhookSender({ allowPrivate: false, limit: 500, ...rules });
  return send(call(address)).then(
    () => "sent",
    (error: unknown) => (error as { because: string }).because,
  );
}

describe("a webhook that is not on the public network is not called", () => {
  it.each([
    ["by its number", "https://127.0.0.1/hook", to()],
    ["by a number of version 6", "https://[::1]/hook", to()],
    ["by a number in disguise", "https://0x7f.1/hook", to()],
    ["by a name that leads to this machine", "https://hooks.example/", to("127.0.0.1")],
    ["by a name that leads to a private network as well", "https://hooks.example/", to("8.8.8.8", "10.0.0.1")],
    ["by a name that leads to the address of a cloud's own service", "https://hooks.example/", to("169.254.169.254")],
    ["by plain http", "http://hooks.example/", to("8.8.8.8")],
  ])("%s", async (_title, address, resolve) => {
    expect(await outcome(address, { resolve })).toBe("ADDRESS_NOT_ALLOWED");
  });
});

it("a name is resolved once, and the connection goes where that led", async () => {
  let asked = 0;
  const resolve = () => {
    asked += 1;
    return to(asked === 1 ? "127.0.0.1" : "8.8.8.8")();
  };
  const address = `http://hooks.example:${port()}/hook`;
  expect(await outcome(address, { allowPrivate: true, resolve })).toBe("sent");
  expect(asked).toBe(1);
  expect(hook.received[0]?.headers.host).toBe(`hooks.example:${port()}`);
});

it.each([
  ["a name that is not found", "NAME_NOT_FOUND", "http://hooks.example/", () => Promise.reject(new Error("no"))],
  ["a name that has no address", "NAME_NOT_FOUND", "http://hooks.example/", to()],
  ["a name that nobody answers for", "TOO_SLOW", "http://hooks.example/", () => new Promise<never>(() => undefined)],
  ["a port that is closed", "NO_CONNECTION", "http://hooks.example:1/", to("127.0.0.1")],
])("%s is a failure in a word", async (_title, because, address, resolve) => {
  expect(await outcome(address, { allowPrivate: true, resolve })).toBe(because);
});

it.each([
  [200, "sent"],
  [204, "sent"],
  [301, "NOT_TAKEN"],
  [410, "NOT_TAKEN"],
  [500, "NOT_TAKEN"],
])("an answer of %i is %s, and the rest of it is not read", async (status, expected) => {
  hook.answers = [status];
  expect(await outcome(hook.url, { allowPrivate: true })).toBe(expected);
});
