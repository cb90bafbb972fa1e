/**
 * Reads organisation and role out of verified claims, by configuration, because every identity provider names them
 * differently. The answer is one organisation and one role or a refusal: roles are never combined and never guessed.
 */
import { roles, type Role } from "../authorisation/caller.js";
import { established, refusal, type Verdict } from "./authentication-failure.js";
import { isJsonObject, member, type JsonObject } from "./compact-token.js";

interface MappingNames {
  /** Claim that tells one token from every other, as RFC 7519's `jti` does. */
  readonly tokenId: string;
  /** Claim with the identity assurance level, 0 to 3; null when the issuer states none. */
  readonly assurance: string | null;
}

/** Organisation, roles held and role selected are claims of their own. */
export interface FlatMapping extends MappingNames {
  readonly kind: "flat";
  readonly organisation: string;
  /** What the issuer calls an organisation -> organisation code; null when it uses the code. */
  readonly organisationCodes: Readonly<Record<string, string>> | null;
  readonly roles: string;
  /** Null when the issuer has no notion of a selected role: then exactly one must be held. */
  readonly selectedRole: string | null;
  /** What the issuer calls a role -> role; null when it uses our names. */
  readonly roleNames: Readonly<Record<string, Role>> | null;
}

/** A list of roles in organisations, of which one entry is selected by its id. */
export interface RoleListMapping extends MappingNames {
  readonly kind: "role-list";
  readonly selectedEntry: string;
  readonly entries: string;
  readonly entryId: string;
  readonly entryOrganisation: string;
  readonly entryRole: string;
  /** Role code -> role, by the whole code (`S8001:G8005:R8015`) or its last part (`R8015`). */
  readonly roleCodes: Readonly<Record<string, Role>>;
}

export type ClaimMapping = FlatMapping | RoleListMapping;

export interface MappedIdentity {
  readonly organisation: string;
  readonly role: Role;
  readonly assurance: number | null;
}

/** Organisation codes are compared letter for letter: `gmc` is not `GMC`. */
const organisationCode = /^[A-Z0-9]{3,12}$/;

export function mapClaims(claims: JsonObject, mapping: ClaimMapping): Verdict<MappedIdentity> {
  const assurance = readAssurance(claims, mapping.assurance);
  if (assurance === undefined) return refusal("ASSURANCE");
  const acting = mapping.kind === "flat" ? readFlat(claims, mapping) : readRoleList(claims, mapping);
  if (!acting.ok) return acting;
  const { organisation, role } = acting.value;
  if (!organisationCode.test(organisation)) return refusal("ORGANISATION_UNKNOWN");
  return established({ organisation, role, assurance });
}

type Acting = Omit<MappedIdentity, "assurance">;

function readFlat(claims: JsonObject, mapping: FlatMapping): Verdict<Acting> {
  const named = member(claims, mapping.organisation);
  if (typeof named !== "string" || named === "") return refusal("ORGANISATION_MISSING");
  const organisation = mapping.organisationCodes === null ? named : lookUp(mapping.organisationCodes, named);
  if (organisation === undefined) return refusal("ORGANISATION_UNKNOWN");
  const held = member(claims, mapping.roles);
  if (!isStringArray(held)) return refusal("ROLE_MISSING");
  const selected = mapping.selectedRole === null ? undefined : member(claims, mapping.selectedRole);
  const chosen = selected === undefined ? onlyOne(held) : selectedOf(held, selected);
  if (!chosen.ok) return chosen;
  const role =
    mapping.roleNames === null ? roles.find((name) => name === chosen.value) : lookUp(mapping.roleNames, chosen.value);
  return role === undefined ? refusal("ROLE_UNKNOWN") : established({ organisation, role });
}

function onlyOne(held: readonly string[]): Verdict<string> {
  const [first, ...others] = new Set(held);
  if (first === undefined) return refusal("ROLE_MISSING");
  return others.length > 0 ? refusal("ROLE_AMBIGUOUS") : established(first);
}

function selectedOf(held: readonly string[], selected: unknown): Verdict<string> {
  return typeof selected === "string" && held.includes(selected) ? established(selected) : refusal("ROLE_NOT_HELD");
}

function readRoleList(claims: JsonObject, mapping: RoleListMapping): Verdict<Acting> {
  const entries = member(claims, mapping.entries);
  if (!Array.isArray(entries) || entries.length === 0 || !entries.every(isJsonObject)) return refusal("ROLE_MISSING");
  const selected = member(claims, mapping.selectedEntry);
  const candidates =
    selected === undefined ? entries : entries.filter((entry) => member(entry, mapping.entryId) === selected);
  const [entry, another] = candidates;
  if (entry === undefined) return refusal("ROLE_NOT_HELD");
  if (another !== undefined) return refusal("ROLE_AMBIGUOUS");
  const organisation = member(entry, mapping.entryOrganisation);
  if (typeof organisation !== "string" || organisation === "") return refusal("ORGANISATION_MISSING");
  const code = member(entry, mapping.entryRole);
  if (typeof code !== "string") return refusal("ROLE_MISSING");
  const role = lookUp(mapping.roleCodes, code) ?? lookUp(mapping.roleCodes, code.split(":").at(-1) ?? "");
  return role === undefined ? refusal("ROLE_UNKNOWN") : established({ organisation, role });
}

/** Null when the issuer states none, undefined when it states nonsense. */
function readAssurance(claims: JsonObject, name: string | null): number | null | undefined {
  const level = name === null ? undefined : member(claims, name);
  if (level === undefined) return null;
  return level === 0 || level === 1 || level === 2 || level === 3 ? level : undefined;
}

function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function isStringArray(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
