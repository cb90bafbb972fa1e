import { describe, expect, it } from "@jest/globals";
import { readSettings } from "../../settings/settings.js";
import type { Environment } from "../../settings/settings.js";
import { settingsSchema } from "../../settings/settings-schema.js";
import { settingsAsMarkdown } from "../../settings/settings-table.js";

const key = Buffer.alloc(32, 7).toString("base64");
const secrets = () => ({
  ROUTER_CREDENTIAL: "c".repeat(40),
  IDENTITY_KEYS: `kept:${key}`,
  AUDIT_KEYS: `kept:${key}`,
});
const inService: Environment = {
  DATABASE_URL: "postgresql://hub:secret@db.example:5432/hub",
  OIDC_ISSUER: "https://identity.example",
  OIDC_AUDIENCE: "hub",
  ROUTER_CREDENTIAL: "r".repeat(32),
  IDENTITY_KEYS: `k2:${key},k1:${key}`,
  AUDIT_KEYS: `a:${key}`,
};

function settingsOf(environment: Environment) {
  const read = readSettings(environment, secrets);
  if ("findings" in read) throw new Error(read.findings.join("\n"));
  return read.settings;
}

function findingsOf(environment: Environment): readonly string[] {
  const read = readSettings(environment, secrets);
  return "findings" in read ? read.findings : [];
}

describe("settings that are accepted", () => {
  it("an empty environment is the demonstration on the embedded database", () => {
    const settings = settingsOf({});
    expect(settings.demonstration).toBe(true);
    expect(settings.database.url).toBeNull();
    expect(settings.oidc).toBeNull();
    expect(settings.port).toBe(4000);
    expect(settings.limits.depth).toBe(10);
  });

  it("a database of one's own and an identity provider are a service, without demonstration", () => {
    const settings = settingsOf(inService);
    expect(settings.demonstration).toBe(false);
    expect(settings.oidc).toEqual({
      issuer: "https://identity.example",
      audience: "hub",
      jwksUri: null,
      algorithms: ["RS256"],
      tokenTypes: ["at+jwt"],
    });
    expect(settings.introspectionRoles).toEqual(["OPERATOR"]);
  });

  it("the first identity key is the one that encrypts, the others are kept in order", () => {
    expect(settingsOf(inService).identityKeys.map(({ id }) => id)).toEqual(["k2", "k1"]);
  });

  it("a demonstration may use a database of one's own", () => {
    expect(settingsOf({ DATABASE_URL: inService["DATABASE_URL"], HUB_DEMO: "1" }).demonstration).toBe(true);
  });

  it("no e-mail is sent and no webhook leads to a private network unless it is said", () => {
    expect(settingsOf({}).delivery).toEqual({ mail: null, privateWebhooks: false });
    const mail = { SMTP_URL: "smtps://me:word@mail.example:465", MAIL_FROM: "hub@hub.example" };
    expect(settingsOf({ ...mail, WEBHOOK_ALLOW_PRIVATE: "1" }).delivery).toEqual({
      mail: { url: mail.SMTP_URL, from: mail.MAIL_FROM },
      privateWebhooks: true,
    });
  });

  it.each([
    [{ SMTP_URL: "https://mail.example" }, "SMTP_URL: must be an smtp or smtps address"],
    [{ SMTP_URL: "smtp://mail.example" }, "MAIL_FROM: is required with SMTP_URL"],
    [{ MAIL_FROM: "The hub <hub@hub.example>" }, "MAIL_FROM: must be one e-mail address"],
    [{ WEBHOOK_ALLOW_PRIVAT: "1" }, "WEBHOOK_ALLOW_PRIVAT: there is no such setting"],
    [{ CONCERNS_METRICS_PORT: "9464" }, "PORT: every port of the hub must be a different number"],
  ])("how messages leave is refused where it is not fit: %j", (environment, finding) => {
    expect(findingsOf(environment)).toEqual([expect.stringContaining(finding)]);
  });

  it("a secret that is given goes before the one that is kept", () => {
    expect(settingsOf({ ROUTER_CREDENTIAL: "g".repeat(32) }).routerCredential).toBe("g".repeat(32));
  });

  it("an empty setting counts as not set", () => {
    expect(settingsOf({ PORT: "", OIDC_ISSUER: "", HUB_DEMO: "" }).port).toBe(4000);
  });

  it("a provider whose access tokens are marked with no more than JWT is believed where that is said", () => {
    expect(settingsOf(inService).oidc?.tokenTypes).toEqual(["at+jwt"]);
    expect(settingsOf({ ...inService, OIDC_TOKEN_TYPES: "JWT" }).oidc?.tokenTypes).toEqual(["JWT"]);
  });

  it("a claim mapping is the hub's own or an object", () => {
    expect(settingsOf({ CLAIM_MAPPING: "hub" }).claimMapping).toBe("hub");
    expect(settingsOf({ CLAIM_MAPPING: '{"organisation":"ods"}' }).claimMapping).toEqual({ organisation: "ods" });
  });
});

const refused: readonly (readonly [what: string, environment: Environment, names: readonly string[]])[] = [
  ["a port that is a word", { PORT: "http" }, ["PORT"]],
  ["a port beyond the last", { PORT: "65536" }, ["PORT"]],
  ["a port of zero", { METRICS_PORT: "0" }, ["METRICS_PORT"]],
  ["one port for two things", { PORT: "9464" }, ["PORT"]],
  ["a fraction for a limit", { LIMIT_DEPTH: "1.5" }, ["LIMIT_DEPTH"]],
  ["a limit of nothing at all", { LIMIT_SELECTIONS: "0" }, ["LIMIT_SELECTIONS"]],
  ["a negative limit", { LIMIT_TOKENS: "-1" }, ["LIMIT_TOKENS"]],
  ["a limit in another notation", { LIMIT_TOKENS: "1e3" }, ["LIMIT_TOKENS"]],
  ["a limit that does not exist", { LIMIT_DEPHT: "5" }, ["LIMIT_DEPHT"]],
  ["a database of another make", { DATABASE_URL: "mysql://a@b/c", HUB_DEMO: "1" }, ["DATABASE_URL"]],
  ["a prefix that would need quotes", { DATABASE_ROLE_PREFIX: 'hub"; drop' }, ["DATABASE_ROLE_PREFIX"]],
  ["a prefix in capitals", { DATABASE_ROLE_PREFIX: "Hub" }, ["DATABASE_ROLE_PREFIX"]],
  ["an unprotected issuer", { ...inService, OIDC_ISSUER: "http://identity.example" }, ["OIDC_ISSUER"]],
  ["unprotected keys", { ...inService, OIDC_JWKS_URI: "http://identity.example/k" }, ["OIDC_JWKS_URI"]],
  ["no signature", { ...inService, OIDC_ALGORITHMS: "none" }, ["OIDC_ALGORITHMS"]],
  ["a shared-secret signature", { ...inService, OIDC_ALGORITHMS: "RS256,HS256" }, ["OIDC_ALGORITHMS"]],
  ["a type of tokens that is none", { ...inService, OIDC_TOKEN_TYPES: "at+jwt,id" }, ["OIDC_TOKEN_TYPES"]],
  ["no signature algorithm", { ...inService, OIDC_ALGORITHMS: " , " }, ["OIDC_ALGORITHMS"]],
  ["a short router credential", { ...inService, ROUTER_CREDENTIAL: "r".repeat(31) }, ["ROUTER_CREDENTIAL"]],
  ["a short identity key", { ...inService, IDENTITY_KEYS: "k:c2hvcnQ=" }, ["IDENTITY_KEYS"]],
  ["an identity key without a name", { ...inService, IDENTITY_KEYS: key }, ["IDENTITY_KEYS"]],
  ["two identity keys of one name", { ...inService, IDENTITY_KEYS: `k:${key},k:${key}` }, ["IDENTITY_KEYS"]],
  ["a short audit key", { ...inService, AUDIT_KEYS: "k:c2hvcnQ=" }, ["AUDIT_KEYS"]],
  ["a claim mapping that is no object", { CLAIM_MAPPING: "[1]" }, ["CLAIM_MAPPING"]],
  ["a claim mapping by the name of its provider alone", { CLAIM_MAPPING: "nhs-cis2" }, ["CLAIM_MAPPING"]],
  ["a demonstration beside an identity provider", { ...inService, HUB_DEMO: "1" }, ["HUB_DEMO"]],
  ["a demonstration switch that is unclear", { HUB_DEMO: "maybe" }, ["HUB_DEMO"]],
  ["an unknown log level", { LOG_LEVEL: "loud" }, ["LOG_LEVEL"]],
  [
    "a service without its secrets and issuer",
    { DATABASE_URL: inService["DATABASE_URL"] },
    ["OIDC_ISSUER", "OIDC_AUDIENCE", "ROUTER_CREDENTIAL", "IDENTITY_KEYS", "AUDIT_KEYS"],
  ],
  ["an issuer without an audience", { ...inService, OIDC_AUDIENCE: "" }, ["OIDC_AUDIENCE"]],
];

describe("settings that are refused", () => {
  it.each(refused)("%s", (_, environment, names) => {
    expect(findingsOf(environment).map((finding) => finding.split(":")[0])).toEqual(names);
  });

  it("everything that is wrong is said at once", () => {
    expect(findingsOf({ PORT: "x", LOG_LEVEL: "y", LIMIT_COST: "z" })).toHaveLength(3);
  });

  it("no message repeats a value, which may be a secret", () => {
    const everythingWrong = Object.fromEntries(Object.keys(settingsSchema).map((name) => [name, "hunter2 ^"]));
    expect(findingsOf(everythingWrong).join("\n")).not.toContain("hunter2");
  });

  it("a data folder that cannot keep the secrets is named", () => {
    const read = readSettings({ HUB_DATA_DIR: "/data" }, () => {
      throw Object.assign(new Error("no"), { code: "EACCES" });
    });
    expect(read).toEqual({ findings: [expect.stringMatching(/^HUB_DATA_DIR: .*\/data \(EACCES\)$/)] });
  });
});

it("every setting is in the documentation's table", () => {
  const table = settingsAsMarkdown();
  for (const name of Object.keys(settingsSchema)) expect(table).toContain(`| \`${name}\` |`);
});
