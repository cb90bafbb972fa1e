import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { demonstrationSecrets, keptSecret } from "../../settings/demonstration-secrets.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "hub-secrets-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it("a second start finds the secrets of the first", () => {
  expect(demonstrationSecrets(folder)).toEqual(demonstrationSecrets(folder));
});

it("two demonstrations have different secrets", () => {
  expect(demonstrationSecrets(path.join(folder, "a"))).not.toEqual(demonstrationSecrets(path.join(folder, "b")));
});

it("only the owner may read them, and no draft stays behind", () => {
  demonstrationSecrets(folder);
  const secrets = path.join(folder, "secrets");
  expect(readdirSync(secrets).sort()).toEqual(["audit-keys", "identity-keys", "router-credential"]);
  for (const name of readdirSync(secrets)) expect(statSync(path.join(secrets, name)).mode & 0o077).toBe(0);
});

it("who comes second, while the first one is still at it, uses what the first one made", () => {
  const made = keptSecret(folder, "key", () => {
    keptSecret(folder, "key", () => "first");
    return "second";
  });
  expect(made).toBe("first");
});
