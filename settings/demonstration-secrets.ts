/**
 * Secrets of the demonstration: made once, at random, and kept in the data folder for its owner only, so that a
 * second start can read what the first one encrypted. Outside the demonstration secrets are given, never made.
 */
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface DemonstrationSecrets {
  readonly ROUTER_CREDENTIAL: string;
  readonly IDENTITY_KEYS: string;
  readonly AUDIT_KEYS: string;
}

/** Reads the secret of that name, or makes it. Two starters at once end with the same one. */
export function keptSecret(folder: string, name: string, make: () => string): string {
  const file = path.join(folder, name);
  const known = textOf(file);
  if (known !== null) return known;
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, make(), { mode: 0o600, flag: "wx" });
  try {
    // A link either appears whole or, where somebody was quicker, not at all.
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8");
}

export function demonstrationSecrets(dataDirectory: string): DemonstrationSecrets {
  const folder = path.join(dataDirectory, "secrets");
  const key = () => `demonstration:${randomBytes(32).toString("base64")}`;
  return {
    ROUTER_CREDENTIAL: keptSecret(folder, "router-credential", () => randomBytes(32).toString("base64url")),
    IDENTITY_KEYS: keptSecret(folder, "identity-keys", key),
    AUDIT_KEYS: keptSecret(folder, "audit-keys", key),
  };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}
