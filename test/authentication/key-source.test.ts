import { describe, expect, it } from "@jest/globals";
import { createLocalKeySource, readKeySet } from "../../authentication/key-source.js";
import { issuerKey, makeRsaKey, strangerKey } from "./token-forge.js";

const { jwk } = issuerKey;
const anyAlgorithm = makeRsaKey("any", null);

describe("a key", () => {
  it("is found by its id for its own algorithm", async () => {
    const source = createLocalKeySource({ keys: [jwk] });
    expect(await source.find(issuerKey.kid, "RS256")).toMatchObject({ type: "public" });
  });

  it("that was published for no particular algorithm serves the one that is asked for", async () => {
    const source = createLocalKeySource({ keys: [anyAlgorithm.jwk] });
    expect(await source.find("any", "PS256")).toMatchObject({ algorithm: { name: "RSA-PSS" } });
  });

  it("published with its private half can still do no more than verify", async () => {
    const leaked = { ...issuerKey.privateKey.export({ format: "jwk" }), kid: "leaked", alg: "RS256" };
    const source = createLocalKeySource({ keys: [leaked] });
    expect(await source.find("leaked", "RS256")).toMatchObject({ type: "public", usages: ["verify"] });
  });

  it.each([
    ["for another algorithm", [jwk], issuerKey.kid, "PS256"],
    ["under another id", [jwk], "another", "RS256"],
    ["under an id in capitals", [jwk], issuerKey.kid.toUpperCase(), "RS256"],
    ["that shares its id with another key", [jwk, strangerKey.jwk], issuerKey.kid, "RS256"],
    ["that is for encryption", [{ ...jwk, use: "enc" }], issuerKey.kid, "RS256"],
    ["that is a shared secret", [{ kty: "oct", k: "c2VjcmV0", kid: "s", alg: "HS256" }], "s", "HS256"],
    ["of another kind than the algorithm", [{ ...jwk, alg: "ES256" }], issuerKey.kid, "ES256"],
    ["that is broken", [{ kty: "RSA", kid: "b", alg: "RS256", e: "AQAB" }], "b", "RS256"],
  ])("%s is not found", async (_title, keys, keyId, algorithm) => {
    expect(await createLocalKeySource({ keys }).find(keyId, algorithm)).toBe("UNKNOWN");
  });
});

describe("a key set", () => {
  it.each([[null], ["keys"], [[]], [{}], [{ keys: {} }], [{ keys: Array.from({ length: 101 }, () => jwk) }]])(
    "is not read from %j",
    (document) => {
      expect(readKeySet(document)).toBeUndefined();
    },
  );

  it("passes over what it does not understand", async () => {
    const set = readKeySet({ keys: [null, 7, { kty: "RSA" }, { kid: 1, kty: "RSA" }, jwk] });
    expect(await set?.find(issuerKey.kid, "RS256")).toMatchObject({ type: "public" });
  });
});
