/**
 * Takes a compact JWS apart (RFC 7515, section 3.1) without believing a word of it. One token has one spelling here:
 * three canonical base64url segments of well-formed UTF-8 JSON objects, no member twice, 8 KB at most.
 */
import { established, refusal, type Verdict } from "./authentication-failure.js";
import { hasDuplicateMembers } from "./duplicate-members.js";

export type JsonObject = Readonly<Record<string, unknown>>;

export interface CompactToken {
  readonly header: JsonObject;
  readonly claims: JsonObject;
}

export const longestToken = 8 * 1024;

const threeSegments = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function readCompactToken(token: string): Verdict<CompactToken> {
  if (token.length > longestToken) return refusal("TOKEN_TOO_LONG");
  if (!threeSegments.test(token)) return refusal("TOKEN_MALFORMED");
  const segments = token.split(".").map(decodeCanonically);
  const [header, claims, signature] = segments;
  if (!header || !claims || !signature) return refusal("TOKEN_MALFORMED");
  const readHeader = readObject(header);
  if (!readHeader.ok) return readHeader;
  const readClaims = readObject(claims);
  if (!readClaims.ok) return readClaims;
  return established({ header: readHeader.value, claims: readClaims.value });
}

/** Two texts that decode to the same bytes would be two tokens with one signature: only the canonical one passes. */
function decodeCanonically(segment: string): Buffer | undefined {
  const bytes = Buffer.from(segment, "base64url");
  return bytes.toString("base64url") === segment ? bytes : undefined;
}

function readObject(bytes: Buffer): Verdict<JsonObject> {
  try {
    const json = utf8.decode(bytes);
    const value: unknown = JSON.parse(json);
    if (!isJsonObject(value)) return refusal("TOKEN_MALFORMED");
    return hasDuplicateMembers(json) ? refusal("DUPLICATE_MEMBER") : established(value);
  } catch {
    return refusal("TOKEN_MALFORMED");
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own member; `toString` and `__proto__` of the object's prototype are no claims. */
export function member(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
