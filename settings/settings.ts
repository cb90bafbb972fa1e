/**
 * The environment, read once at the start. Either every setting is fit, or all that is wrong is said at once, one
 * plain line each, and nothing starts. Nothing else in the hub reads the environment.
 */
import { demonstrationSecrets } from "./demonstration-secrets.js";
import type { DemonstrationSecrets } from "./demonstration-secrets.js";
import { settingsSchema } from "./settings-schema.js";
import type { GivenSettings, SettingName } from "./settings-schema.js";
import { structuredSettings } from "./structured-settings.js";
import type { RequiredSettings, Settings } from "./structured-settings.js";

export type { Settings } from "./structured-settings.js";

export type Environment = Readonly<Record<string, string | undefined>>;

export function readSettings(
  environment: Environment,
  secretsIn: (dataDirectory: string) => DemonstrationSecrets = demonstrationSecrets,
): { readonly settings: Settings } | { readonly findings: readonly string[] } {
  const { given, findings } = acceptSettings(environment);
  const isSet = (name: SettingName) => textOf(environment, name) !== null;
  const demonstration = given.HUB_DEMO ?? (!isSet("DATABASE_URL") && !isSet("OIDC_ISSUER"));
  findings.push(...contradictions(given, demonstration));
  if (!demonstration) findings.push(...missing(isSet));
  if (findings.length > 0) return { findings };
  const required = demonstration ? ofDemonstration(environment, given.HUB_DATA_DIR, secretsIn) : ofService(given);
  return typeof required === "string" ? { findings: [required] } : { settings: structuredSettings(given, required) };
}

/** Each setting by itself, whether or not the hub could start with all of them. */
export function acceptSettings(environment: Environment): { given: GivenSettings; findings: string[] } {
  const values: Partial<Record<SettingName, unknown>> = {};
  const findings: string[] = [];
  for (const name of Object.keys(settingsSchema) as SettingName[]) {
    const { accepts, byDefault } = settingsSchema[name];
    const text = textOf(environment, name) ?? byDefault;
    const result = text === null ? null : accepts.safeParse(text);
    values[name] = result?.success === true ? result.data : null;
    if (result?.success === false) findings.push(`${name}: ${result.error.issues[0]?.message ?? "is not valid"}`);
  }
  return { given: values as GivenSettings, findings: [...findings, ...unknownNames(environment)] };
}

/** An empty setting counts as not set, as compose files write it. */
function textOf(environment: Environment, name: string): string | null {
  const value = environment[name];
  return value === undefined || value === "" ? null : value;
}

function ofService(given: GivenSettings): RequiredSettings | string {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, ROUTER_CREDENTIAL: routerCredential } = given;
  const { IDENTITY_KEYS: identityKeys, AUDIT_KEYS: auditKeys } = given;
  if (
    issuer === null ||
    audience === null ||
    routerCredential === null ||
    identityKeys === null ||
    auditKeys === null
  ) {
    return "OIDC_ISSUER: is required outside the demonstration";
  }
  return { oidc: { issuer, audience }, routerCredential, identityKeys, auditKeys };
}

function ofDemonstration(
  environment: Environment,
  dataDirectory: string,
  secretsIn: (dataDirectory: string) => DemonstrationSecrets,
): RequiredSettings | string {
  try {
    const kept = secretsIn(dataDirectory);
    const text = (name: keyof DemonstrationSecrets) => textOf(environment, name) ?? kept[name];
    return {
      oidc: null,
      routerCredential: settingsSchema.ROUTER_CREDENTIAL.accepts.parse(text("ROUTER_CREDENTIAL")),
      identityKeys: settingsSchema.IDENTITY_KEYS.accepts.parse(text("IDENTITY_KEYS")),
      auditKeys: settingsSchema.AUDIT_KEYS.accepts.parse(text("AUDIT_KEYS")),
    };
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : null;
    const reason = code ?? "what is kept there is damaged";
    return `HUB_DATA_DIR: the demonstration's secrets cannot be read or kept in ${dataDirectory} (${reason})`;
  }
}

function contradictions(given: GivenSettings, demonstration: boolean): string[] {
  const findings: string[] = [];
  if (demonstration && given.OIDC_ISSUER !== null) {
    findings.push("HUB_DEMO: the demonstration's sign-in cannot run beside OIDC_ISSUER; unset one of the two");
  }
  if (given.SMTP_URL !== null && given.MAIL_FROM === null) findings.push("MAIL_FROM: is required with SMTP_URL");
  const ports = [
    ...[given.PORT, given.METRICS_PORT, given.CONCERNS_PORT, given.ORGANISATIONS_PORT, given.STANDARDS_PORT],
    ...(given.CONCERNS_METRICS_PORT === null ? [] : [given.CONCERNS_METRICS_PORT]),
  ];
  if (new Set(ports).size < ports.length) findings.push("PORT: every port of the hub must be a different number");
  return findings;
}

function missing(isSet: (name: SettingName) => boolean): string[] {
  const findings = (["OIDC_AUDIENCE", "ROUTER_CREDENTIAL", "IDENTITY_KEYS", "AUDIT_KEYS"] as const)
    .filter((name) => !isSet(name))
    .map((name) => `${name}: is required outside the demonstration`);
  if (isSet("OIDC_ISSUER")) return findings;
  return ["OIDC_ISSUER: is required; or set HUB_DEMO=1 to try the hub with demonstration people and data", ...findings];
}

/** A misspelt limit would be a limit that nobody set. */
function unknownNames(environment: Environment): string[] {
  return Object.keys(environment)
    .filter((name) => /^(LIMIT|OIDC|WEBHOOK)_/.test(name) && !(name in settingsSchema))
    .map((name) => `${name}: there is no such setting`);
}
