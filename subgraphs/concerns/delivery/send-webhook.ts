/**
 * Sends one signed JSON request to a webhook, within five seconds. The name is resolved once, every address it has is
 * looked at, and the connection goes to one of those: a name that changes in between leads nowhere else. Redirects are
 * not followed, and nothing of the answer is read but its status.
 */
import { lookup, type LookupAddress } from "node:dns";
import { request as requestPlain, type RequestOptions } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { promisify } from "node:util";
import { DeliveryFailure, failureOf } from "./delivery-failure.js";
import { isPublicAddress } from "./reachable-address.js";
import { signedHeaders } from "./webhook-signature.js";

export interface WebhookCall {
  readonly address: string;
  readonly id: string;
  readonly body: string;
  readonly key: Buffer;
}

export interface WebhookRules {
  /** Whether plain http and addresses that are not public are allowed. */
  readonly allowPrivate: boolean;
  /** Milliseconds for all of it. */
  readonly limit?: number;
  readonly resolve?: (name: string) => Promise<readonly LookupAddress[]>;
}

export type SendWebhook = (call: WebhookCall) => Promise<void>;

const usualLimit = 5_000;
const resolveName = promisify(lookup);
const resolveAll = (name: string): Promise<LookupAddress[]> => resolveName(name, { all: true, verbatim: true });

/** @throws DeliveryFailure */
export function webhookSender({ allowPrivate, limit = usualLimit, resolve = resolveAll }: WebhookRules): SendWebhook {
  return async (call) => {
    const signal = AbortSignal.timeout(limit);
    const url = new URL(call.address);
    if (url.protocol !== "https:" && !allowPrivate) throw new DeliveryFailure("ADDRESS_NOT_ALLOWED");
    const addresses = await before(signal, addressesOf(url, resolve));
    if (!allowPrivate && !addresses.every(({ address }) => isPublicAddress(address)))
      throw new DeliveryFailure("ADDRESS_NOT_ALLOWED");
    const status = await before(signal, statusOf(url, call, addresses, signal));
    if (status < 200 || status > 299) throw new DeliveryFailure("NOT_TAKEN");
  };
}

async function addressesOf(
  { hostname }: URL,
  resolve: NonNullable<WebhookRules["resolve"]>,
): Promise<readonly LookupAddress[]> {
  const literal = hostname.replace(/^\[|\]$/g, "");
  const family = isIP(literal);
  if (family !== 0) return [{ address: literal, family }];
  const found = await resolve(hostname).catch(() => []);
  if (found.length === 0) throw new DeliveryFailure("NAME_NOT_FOUND");
  return found;
}

function statusOf(
  url: URL,
  { id, body, key }: WebhookCall,
  addresses: readonly LookupAddress[],
  signal: AbortSignal,
): Promise<number> {
  const pinned: LookupFunction = (_name, options, answer) => {
    const [first] = addresses;
    if (options.all === true) answer(null, [...addresses]);
    else answer(null, first?.address ?? "", first?.family);
  };
  const options: RequestOptions = {
    method: "POST",
    agent: false,
    lookup: pinned,
    signal,
    headers: {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "user-agent": "quality-concerns-hub",
      ...signedHeaders(id, new Date(), body, key),
    },
  };
  return new Promise((answer, fail) => {
    const request = url.protocol === "https:" ? requestSecure(url, options) : requestPlain(url, options);
    request.on("response", (response) => {
      answer(response.statusCode ?? 0);
      request.destroy();
    });
    request.on("error", fail);
    request.end(body);
  });
}

/** Rejects when the time is up, whatever the work does. */
async function before<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  const late = new Promise<never>((_, fail) => {
    signal.addEventListener("abort", () => {
      fail(new DeliveryFailure("TOO_SLOW"));
    });
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw failureOf(error);
  }
}
