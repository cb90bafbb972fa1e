/**
 * Every setting of the hub: its name in the environment, what it means, its default and what is accepted. The
 * reader and the documentation both take it from here, so that neither can know a setting that the other does not.
 */
import path from "node:path";
import { z } from "zod";
import {
  claimMapping,
  databaseUrl,
  listOf,
  mailServer,
  milliseconds,
  namedKeys,
  port,
  signatureAlgorithms,
  subgraphAddress,
  switchValue,
  tokenTypes,
  webAddress,
  wholeNumber,
} from "./accepted-values.js";

/** A row: what is accepted, what holds when nothing is given, what it is for. `null` default: see the words. */
const setting = <Value, Default extends string | null>(
  accepts: z.ZodType<Value, string>,
  byDefault: Default,
  purpose: string,
) => ({ accepts, byDefault, purpose });

const subgraphDatabase = (name: string) =>
  setting(databaseUrl, null, `Database of the ${name} subgraph, where it is not DATABASE_URL`);
const subgraphUrl = (name: string) =>
  setting(subgraphAddress, null, `Address of the ${name} subgraph, where it runs as a process of its own`);
const limit = (most: number, purpose: string) => setting(wholeNumber(1, 10_000_000), String(most), purpose);

export const settingsSchema = {
  HOST: setting(
    z.string().regex(/^[\w.:-]+$/, { error: "must be a host name or an address" }),
    "127.0.0.1",
    "Address the hub listens on",
  ),
  PORT: setting(port, "4000", "Port of the graph and the pages"),
  METRICS_PORT: setting(port, "9464", "Port of /metrics"),
  HUB_PUBLIC_URL: setting(
    webAddress,
    null,
    "Address by which people reach the hub; http://localhost:PORT where none is given",
  ),
  HUB_DATA_DIR: setting(
    z.string().transform((value) => path.resolve(value)),
    ".data",
    "Folder of the embedded database, of the files on concerns, and of the demonstration's keys",
  ),
  HUB_DEMO: setting(
    switchValue,
    null,
    "Demonstration people and data; on by default where neither DATABASE_URL nor OIDC_ISSUER is set, refused with OIDC_ISSUER",
  ),
  LOG_LEVEL: setting(
    z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], {
      error: "must be trace, debug, info, warn, error, fatal or silent",
    }),
    "info",
    "Least serious line that is logged",
  ),

  DATABASE_URL: setting(
    databaseUrl,
    null,
    "PostgreSQL 15 or later; an embedded one in HUB_DATA_DIR where none is given",
  ),
  CONCERNS_DATABASE_URL: subgraphDatabase("concerns"),
  ORGANISATIONS_DATABASE_URL: subgraphDatabase("organisations"),
  STANDARDS_DATABASE_URL: subgraphDatabase("standards"),
  DATABASE_ROLE_PREFIX: setting(
    z.string().regex(/^[a-z][a-z0-9_]{0,30}$/, {
      error: "must be small letters, digits and _, at most 31, beginning with a letter",
    }),
    "hub",
    "What the names of the hub's database roles begin with",
  ),
  POOL_SIZE: setting(
    wholeNumber(1, 1_000),
    "10",
    "Most connections to a database as its reader, three quarters of them for one person, and as many as its writer, for requests; a process has up to eleven more for the audit and for work beside requests",
  ),
  POOL_WAIT_MS: setting(milliseconds, "1000", "Longest wait for a connection before the hub answers OVERLOADED"),
  STATEMENT_TIMEOUT_MS: setting(milliseconds, "2500", "Longest time a statement of a request may take"),

  OIDC_ISSUER: setting(webAddress, null, "Identity provider whose tokens are accepted; required without HUB_DEMO"),
  OIDC_AUDIENCE: setting(z.string(), null, "Audience that a token must name; required with OIDC_ISSUER"),
  OIDC_JWKS_URI: setting(webAddress, null, "Keys of the identity provider; found by discovery where none is given"),
  OIDC_ALGORITHMS: setting(
    listOf(z.enum(signatureAlgorithms, { error: `must be a list from ${signatureAlgorithms.join(", ")}` })),
    "RS256",
    "Signature algorithms that are accepted",
  ),
  OIDC_TOKEN_TYPES: setting(
    listOf(z.enum(tokenTypes, { error: `must be a list from ${tokenTypes.join(", ")}` })),
    "at+jwt",
    "Types of tokens that are accepted; JWT only for a provider that marks its access tokens with nothing else",
  ),
  CLAIM_MAPPING: setting(
    claimMapping,
    "hub",
    "Which claims of a token say what: hub, or a JSON object as in SECURITY.md",
  ),
  ROUTER_CREDENTIAL: setting(
    z.string().min(32, { error: "must be at least 32 characters" }),
    null,
    "What the gateway shows to a subgraph; required without HUB_DEMO",
  ),
  IDENTITY_KEYS: setting(
    namedKeys,
    null,
    "Keys for the identity of reporters, the secrets of webhooks and files, as id:base64key,...; the first is used for new ones; required without HUB_DEMO",
  ),
  AUDIT_KEYS: setting(
    namedKeys,
    null,
    "Seeds of Ed25519 keys that sign the audit, as id:base64key,...; the first signs, all of them verify; required without HUB_DEMO",
  ),

  SMTP_URL: setting(
    mailServer,
    null,
    "Mail server by which messages are sent, with STARTTLS or smtps; no e-mail is sent where none is given",
  ),
  MAIL_FROM: setting(
    z.string().regex(/^[^\s<>@,;"]+@[\w.-]+$/, { error: "must be one e-mail address" }),
    null,
    "Address from which e-mail is sent; required with SMTP_URL",
  ),
  WEBHOOK_ALLOW_PRIVATE: setting(
    switchValue,
    "0",
    "Whether webhooks may lead to plain http and to addresses of this machine or of a private network",
  ),

  CONCERNS_URL: subgraphUrl("concerns"),
  ORGANISATIONS_URL: subgraphUrl("organisations"),
  STANDARDS_URL: subgraphUrl("standards"),
  CONCERNS_PORT: setting(port, "4001", "Port of the concerns subgraph as a process of its own"),
  ORGANISATIONS_PORT: setting(port, "4002", "Port of the organisations subgraph as a process of its own"),
  STANDARDS_PORT: setting(port, "4003", "Port of the standards subgraph as a process of its own"),
  CONCERNS_METRICS_PORT: setting(
    port,
    null,
    "Port of /metrics of the concerns subgraph as a process of its own; not served where none is given",
  ),

  LIMIT_DEPTH: limit(10, "Deepest nesting of a request"),
  LIMIT_ALIASES: limit(20, "Aliases in a request"),
  LIMIT_ROOT_FIELDS: limit(10, "Fields at the root of a query"),
  LIMIT_TOKENS: limit(2_000, "Tokens in a request"),
  LIMIT_SELECTIONS: limit(1_000, "Selections of a request after its fragments are expanded"),
  LIMIT_DIRECTIVES: limit(20, "Directives in a request"),
  LIMIT_COST: limit(20_000, "Cost of a request, counted by the sizes of its lists"),
  BODY_LIMIT: limit(131_072, "Bytes of a request's body; a compressed one is refused"),
  SUBGRAPH_TIMEOUT_MS: setting(milliseconds, "3000", "Longest time a subgraph may take"),
  OPERATION_TIMEOUT_MS: setting(milliseconds, "10000", "Longest time a request may take"),
  INTROSPECTION_ROLES: setting(
    listOf(z.string().regex(/^([A-Z_]+|\*)$/, { error: "must be names of roles, or *" })),
    null,
    "Roles that may introspect the schema, or *; * in the demonstration, OPERATOR otherwise",
  ),
  TRUSTED_DOCUMENTS: setting(
    z.string().transform((value) => path.resolve(value)),
    null,
    "File of the only documents that may be run, as a JSON list of the SHA-256 of each text in small hexadecimal digits; any document where none is given",
  ),
} as const;

export type SettingName = keyof typeof settingsSchema;

type Accepted<Name extends SettingName> = ReturnType<(typeof settingsSchema)[Name]["accepts"]["parse"]>;

/** What the environment gave or the default says; null where neither does. */
export type GivenSettings = {
  readonly [Name in SettingName]: (typeof settingsSchema)[Name]["byDefault"] extends string
    ? Accepted<Name>
    : Accepted<Name> | null;
};
