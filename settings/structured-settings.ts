/** The shape in which the rest of the hub receives its settings: grouped by what they are about, nothing optional. */
import type { NamedKeys } from "./accepted-values.js";
import type { GivenSettings } from "./settings-schema.js";

export const subgraphNames = ["concerns", "organisations", "standards"] as const;
export type SubgraphName = (typeof subgraphNames)[number];

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly metricsPort: number;
  readonly publicUrl: string;
  /** Absolute path. */
  readonly dataDirectory: string;
  readonly demonstration: boolean;
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  readonly database: {
    /** null: the embedded server. */
    readonly url: string | null;
    /** null: the same as `url`. */
    readonly subgraphUrls: Readonly<Record<SubgraphName, string | null>>;
    readonly rolePrefix: string;
    readonly poolSize: number;
    readonly poolWaitMs: number;
    readonly statementTimeoutMs: number;
  };
  /** null: the demonstration's own issuer. */
  readonly oidc: {
    readonly issuer: string;
    readonly audience: string;
    readonly jwksUri: string | null;
    readonly algorithms: readonly string[];
    readonly tokenTypes: readonly string[];
  } | null;
  readonly claimMapping: "hub" | Readonly<Record<string, unknown>>;
  readonly routerCredential: string;
  /** The first encrypts; all of them decrypt. */
  readonly identityKeys: NamedKeys;
  /** The first signs heads of the audit; all of them verify. */
  readonly auditKeys: NamedKeys;
  readonly delivery: {
    /** null: no e-mail is sent. */
    readonly mail: { readonly url: string; readonly from: string } | null;
    readonly privateWebhooks: boolean;
  };
  /** null: the concerns subgraph as a process of its own serves no metrics. */
  readonly concernsMetricsPort: number | null;
  /** `url` null: the subgraph runs in the gateway's process. */
  readonly subgraphs: Readonly<Record<SubgraphName, { readonly url: string | null; readonly port: number }>>;
  readonly limits: {
    readonly depth: number;
    readonly aliases: number;
    readonly rootFields: number;
    readonly tokens: number;
    readonly selections: number;
    readonly directives: number;
    readonly cost: number;
    readonly bodyBytes: number;
    readonly subgraphTimeoutMs: number;
    readonly operationTimeoutMs: number;
  };
  /** Names of roles; `*` is every role. */
  readonly introspectionRoles: readonly string[];
  readonly trustedDocuments: string | null;
}

/** Settings without a default that the hub cannot do without; the reader has made sure of them. */
export interface RequiredSettings {
  readonly oidc: { readonly issuer: string; readonly audience: string } | null;
  readonly routerCredential: string;
  readonly identityKeys: NamedKeys;
  readonly auditKeys: NamedKeys;
}

export function structuredSettings(given: GivenSettings, required: RequiredSettings): Settings {
  const demonstration = required.oidc === null;
  return {
    host: given.HOST,
    port: given.PORT,
    metricsPort: given.METRICS_PORT,
    publicUrl: given.HUB_PUBLIC_URL ?? `http://localhost:${String(given.PORT)}`,
    dataDirectory: given.HUB_DATA_DIR,
    demonstration,
    logLevel: given.LOG_LEVEL,
    database: {
      url: given.DATABASE_URL,
      subgraphUrls: {
        concerns: given.CONCERNS_DATABASE_URL,
        organisations: given.ORGANISATIONS_DATABASE_URL,
        standards: given.STANDARDS_DATABASE_URL,
      },
      rolePrefix: given.DATABASE_ROLE_PREFIX,
      poolSize: given.POOL_SIZE,
      poolWaitMs: given.POOL_WAIT_MS,
      statementTimeoutMs: given.STATEMENT_TIMEOUT_MS,
    },
    oidc: required.oidc && {
      ...required.oidc,
      jwksUri: given.OIDC_JWKS_URI,
      algorithms: given.OIDC_ALGORITHMS,
      tokenTypes: given.OIDC_TOKEN_TYPES,
    },
    claimMapping: given.CLAIM_MAPPING,
    routerCredential: required.routerCredential,
    identityKeys: required.identityKeys,
    auditKeys: required.auditKeys,
    delivery: {
      mail: given.SMTP_URL === null || given.MAIL_FROM === null ? null : { url: given.SMTP_URL, from: given.MAIL_FROM },
      privateWebhooks: given.WEBHOOK_ALLOW_PRIVATE,
    },
    concernsMetricsPort: given.CONCERNS_METRICS_PORT,
    subgraphs: subgraphSettings(given),
    limits: limitSettings(given),
    introspectionRoles: given.INTROSPECTION_ROLES ?? (demonstration ? ["*"] : ["OPERATOR"]),
    trustedDocuments: given.TRUSTED_DOCUMENTS,
  };
}

export function subgraphSettings(given: GivenSettings): Settings["subgraphs"] {
  return {
    concerns: { url: given.CONCERNS_URL, port: given.CONCERNS_PORT },
    organisations: { url: given.ORGANISATIONS_URL, port: given.ORGANISATIONS_PORT },
    standards: { url: given.STANDARDS_URL, port: given.STANDARDS_PORT },
  };
}

export function limitSettings(given: GivenSettings): Settings["limits"] {
  return {
    depth: given.LIMIT_DEPTH,
    aliases: given.LIMIT_ALIASES,
    rootFields: given.LIMIT_ROOT_FIELDS,
    tokens: given.LIMIT_TOKENS,
    selections: given.LIMIT_SELECTIONS,
    directives: given.LIMIT_DIRECTIVES,
    cost: given.LIMIT_COST,
    bodyBytes: given.BODY_LIMIT,
    subgraphTimeoutMs: given.SUBGRAPH_TIMEOUT_MS,
    operationTimeoutMs: given.OPERATION_TIMEOUT_MS,
  };
}
