/**
 * Cursors hold the sort value and key of a row, which the caller may not read: they are encrypted and authenticated,
 * and bound to the list, the order, the filter and the caller they were made for. Any other use is BAD_USER_INPUT.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from "node:crypto";
import type { Caller } from "../authorisation/caller.js";
import { HubError } from "../errors/hub-error.js";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
const mostCursorLength = 2_048;

/** Where a page ended: the value it is ordered by, and the key that breaks ties. */
export interface Position {
  readonly value: string;
  readonly key: string;
}

export interface Cursors {
  seal(position: Position): string;
  /** @param field the argument that a fault is put down to. */
  open(cursor: string, field?: string): Position;
  /** Where the page begins that is asked for; undefined at the beginning of the list. */
  start(after: string | null | undefined): Position | undefined;
}

/** Derives the key of cursors from the secret that all processes of one hub have in common. */
export function cursorKey(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "quality-concerns-hub cursor", 32));
}

/** Cursors for one list: `scope` names the list, its order and its filter. */
export function cursorsFor(key: Buffer, caller: Caller, scope: unknown): Cursors {
  const bound = createHash("sha256")
    .update(JSON.stringify([caller.issuer, caller.subject, caller.organisation, caller.role, scope]))
    .digest();
  const open: Cursors["open"] = (cursor, field = "after") => {
    const position = cursor.length <= mostCursorLength ? decrypt(key, bound, cursor) : undefined;
    if (position === undefined) throw new HubError("BAD_USER_INPUT", { field, problem: "not a cursor of this list" });
    return position;
  };
  return {
    open,
    start: (after) => (after === undefined || after === null ? undefined : open(after)),
    seal: (position) => {
      const text = JSON.stringify([position.value, position.key]);
      // The nonce follows from what is sealed (as in AES-SIV): one position has one cursor, so a page asked twice is
      // the same bytes, and no nonce ever serves two texts.
      const nonce = createHmac("sha256", key).update(bound).update(text).digest().subarray(0, nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(bound);
      return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString(
        "base64url",
      );
    },
  };
}

function decrypt(key: Buffer, bound: Buffer, cursor: string): Position | undefined {
  const sealed = Buffer.from(cursor, "base64url");
  // Node skips what is no letter of the encoding: one position is to have one cursor, and no other text is one.
  if (sealed.length <= nonceBytes + tagBytes || sealed.toString("base64url") !== cursor) return undefined;
  try {
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes))
      .setAAD(bound)
      .setAuthTag(sealed.subarray(-tagBytes));
    const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    const [value, positionKey] = JSON.parse(text.toString("utf8")) as [string, string];
    return { value, key: positionKey };
  } catch {
    // Not sealed with this key, or for another list or caller: it is no cursor here, whatever the reason.
    return undefined;
  }
}
