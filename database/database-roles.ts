/**
 * The six roles between the hub and its data, and how to sign in as the four that can. Their passwords are derived
 * from a secret that the hub has anyway, so there are none to store, and PostgreSQL is only ever told a verifier.
 */
import { createHmac, createHash, hkdfSync, pbkdf2Sync, randomBytes } from "node:crypto";
import { StartRefusal } from "./start-refusal.js";

export interface DatabaseRoles {
  /** Owns schemas and tables; runs migrations; cannot log in. */
  readonly tableOwner: string;
  /** Owns the views, and is whom they read as; cannot log in. */
  readonly viewOwner: string;
  /** Reads the views and nothing else. */
  readonly reader: string;
  /** Reads and writes the tables, inside commands. */
  readonly writer: string;
  /** Adds audit entries; can neither read nor change them. */
  readonly auditWriter: string;
  /** Reads audit entries and adds to the chain behind them; nothing else. */
  readonly auditSealer: string;
}

export function databaseRoles(prefix: string): DatabaseRoles {
  return {
    tableOwner: `${prefix}_table_owner`,
    viewOwner: `${prefix}_view_owner`,
    reader: `${prefix}_reader`,
    writer: `${prefix}_writer`,
    auditWriter: `${prefix}_audit_writer`,
    auditSealer: `${prefix}_audit_sealer`,
  };
}

/** Where passwords come from: the address's own password or, where it has none, the router credential. */
export interface PasswordSource {
  readonly url: string;
  readonly routerCredential?: string | undefined;
}

export function rolePassword(source: PasswordSource, role: string): string {
  const address = new URL(source.url);
  const given = address.searchParams.get("password") ?? decodeURIComponent(address.password);
  const secret = given !== "" ? given : source.routerCredential;
  if (secret === undefined || secret === "") {
    throw new StartRefusal(
      "DATABASE_URL has no password, so ROUTER_CREDENTIAL is needed to derive those of the hub's own roles.",
    );
  }
  return Buffer.from(hkdfSync("sha256", secret, "quality-concerns-hub", `database role ${role}`, 32)).toString(
    "base64url",
  );
}

/** The same database, signed in as that role. As parameters, since an address of a socket has no place for a name. */
export function urlAs(source: PasswordSource, role: string): string {
  const password = rolePassword(source, role);
  const address = new URL(source.url);
  address.username = "";
  address.password = "";
  address.searchParams.set("user", role);
  address.searchParams.set("password", password);
  return address.href;
}

/** RFC 5803: what PostgreSQL stores for a password, so that the password itself is in no statement and no log. */
export function scramVerifier(password: string, salt = randomBytes(16)): string {
  const iterations = 4096;
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const keyed = (label: string) => createHmac("sha256", salted).update(label).digest();
  const storedKey = createHash("sha256").update(keyed("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${String(iterations)}:${salt.toString("base64")}$${storedKey}:${keyed("Server Key").toString("base64")}`;
}
