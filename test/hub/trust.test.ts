import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { calculateJwkThumbprint, exportJWK } from "jose";
import { openTrust, openTrustWithIssuer } from "../../hub/trust.js";
import { loadIssuerKeys } from "../../issuer/issuer-keys.js";
import { readSettings } from "../../settings/settings.js";
import type { Settings } from "../../settings/structured-settings.js";

let folder: string;
let settings: Settings;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "hub-trust-"));
  const read = readSettings({ HUB_DATA_DIR: folder, HUB_PUBLIC_URL: "https://hub.example" });
  if ("findings" in read) throw new Error(read.findings.join("\n"));
  settings = read.settings;
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it("a provider is believed as the settings say, with the mapping made of its tables", async () => {
  const keys = Buffer.alloc(32).toString("base64");
  const read = readSettings({
    HUB_DATA_DIR: folder,
    DATABASE_URL: "postgresql://hub@localhost/hub",
    OIDC_ISSUER: "https://identity.example",
    OIDC_AUDIENCE: "the-hub",
    OIDC_JWKS_URI: "https://identity.example/keys",
    OIDC_TOKEN_TYPES: "JWT",
    CLAIM_MAPPING: '{"mapping":"nhs-cis2","roleCodes":{"R8015":"QUALITY_LEAD"}}',
    ROUTER_CREDENTIAL: randomBytes(32).toString("hex"),
    IDENTITY_KEYS: `k:${keys}`,
    AUDIT_KEYS: `k:${keys}`,
  });
  if ("findings" in read) throw new Error(read.findings.join("\n"));
  const trust = await openTrust(read.settings);
  expect(trust.settings).toMatchObject({
    issuer: "https://identity.example",
    audience: "the-hub",
    types: ["JWT"],
    mapping: { kind: "role-list", roleCodes: { R8015: "QUALITY_LEAD" } },
  });
  await trust.close();
});

it("a process that only verifies believes whom the one with the issuer believes, and makes no issuer", async () => {
  const [signing, verifying] = [await openTrustWithIssuer(settings), await openTrust(settings)];
  expect(signing.issuer?.issuer).toBe("https://hub.example/issuer");
  expect(verifying.settings).toEqual(signing.settings);
  expect(verifying).not.toHaveProperty("issuer");

  const [key] = (await loadIssuerKeys(folder)).jwks.keys;
  const found = await Promise.all([signing, verifying].map(({ keys }) => keys.find(key?.kid ?? "", "RS256")));
  const thumbprints = found.map(async (each) =>
    typeof each === "string" ? each : calculateJwkThumbprint(await exportJWK(each)),
  );
  expect(await Promise.all(thumbprints)).toEqual([key?.kid, key?.kid]);
  await Promise.all([signing.close(), verifying.close()]);
});
