import { afterAll, beforeAll, expect, it } from "@jest/globals";
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
