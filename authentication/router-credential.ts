/**
 * The secret that the gateway shows to every subgraph port, beside the caller's own token. A subgraph answers nobody
 * else, so its introspection and its `_entities` are not a second, unlimited way in.
 */
import { createHash, timingSafeEqual } from "node:crypto";

export const routerCredentialHeader = "x-router-credential";

const shortest = 32;
const fewestDifferent = 10;
const wellKnown =
  /change.?me|default|example|password|placeholder|replace|secret|router.?credential|0123456789|qwerty/i;

/** In constant time for any two texts, lengths included. A secret that is too short opens nothing. */
export function checkRouterCredential(presented: string | readonly string[] | undefined, expected: string): boolean {
  if (typeof presented !== "string" || expected.length < shortest) return false;
  return timingSafeEqual(digest(presented), digest(expected));
}

/** Reasons not to start with this secret; none when it is good enough. */
export function routerCredentialFindings(secret: string): string[] {
  const findings: string[] = [];
  if (secret.length < shortest) findings.push(`The router credential must have at least ${shortest} characters.`);
  if (!/^[\x21-\x7e]*$/.test(secret)) findings.push("The router credential must be printable ASCII without spaces.");
  if (new Set(secret).size < fewestDifferent) {
    findings.push(`The router credential must have at least ${fewestDifferent} different characters.`);
  }
  if (wellKnown.test(secret)) findings.push("The router credential contains a well-known word; generate a random one.");
  return findings;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
