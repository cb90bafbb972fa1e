/**
 * The demonstration issuer's signing keys and cookie secrets: made once, kept in one file that only its owner may
 * read, so that tokens and explorer sessions outlive a restart. Two processes that start at once end with one file.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { chmod, link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import { HubError } from "../errors/hub-error.js";

export interface IssuerKeys {
  /** Private signing keys, as a JWK set. */
  readonly jwks: { readonly keys: readonly JWK[] };
  readonly cookieKeys: readonly string[];
}

export const issuerKeysFile = "issuer-keys.json";

export async function loadIssuerKeys(dataDirectory: string): Promise<IssuerKeys> {
  const file = join(dataDirectory, issuerKeysFile);
  await mkdir(dataDirectory, { recursive: true });
  const kept = await readKept(file);
  if (kept !== undefined) return kept;
  await keepOnce(file, JSON.stringify(await makeIssuerKeys()));
  const keys = await readKept(file);
  if (keys === undefined) throw new HubError("INTERNAL", {}, { cause: `${file} vanished while it was made` });
  return keys;
}

/** Public halves only, for whoever verifies. */
export function publicKeys(keys: IssuerKeys): { readonly keys: readonly JWK[] } {
  return {
    keys: keys.jwks.keys.map(({ kty, kid, use, alg, n, e }) => ({ kty, kid, use, alg, n, e }) as JWK),
  };
}

async function makeIssuerKeys(): Promise<IssuerKeys> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true, modulusLength: 2048 });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    jwks: { keys: [{ ...jwk, kid, use: "sig", alg: "RS256" }] },
    cookieKeys: [randomBytes(32).toString("base64url")],
  };
}

/** Written whole under another name and linked into place, so no reader meets half a file and the first writer wins. */
async function keepOnce(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600, flag: "wx" });
  try {
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readKept(file: string): Promise<IssuerKeys | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
  // A file copied from elsewhere may have come with wider rights.
  await chmod(file, 0o600);
  const kept = parse(text);
  if (!isIssuerKeys(kept)) {
    throw new HubError("INTERNAL", {}, { cause: `${file} does not hold issuer keys; remove it to have new ones made` });
  }
  return kept;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isIssuerKeys(value: unknown): value is IssuerKeys {
  if (typeof value !== "object" || value === null || !("jwks" in value) || !("cookieKeys" in value)) return false;
  const { jwks, cookieKeys } = value;
  return (
    typeof jwks === "object" &&
    jwks !== null &&
    "keys" in jwks &&
    Array.isArray(jwks.keys) &&
    jwks.keys.length > 0 &&
    Array.isArray(cookieKeys) &&
    cookieKeys.length > 0 &&
    cookieKeys.every((key) => typeof key === "string")
  );
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}
