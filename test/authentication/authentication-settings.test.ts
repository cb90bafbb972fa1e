import { describe, expect, it } from "@jest/globals";
import { authenticationFindings, type AuthenticationSettings } from "../../authentication/authentication-settings.js";
import { settings } from "./token-forge.js";

describe("the hub does not start", () => {
  const unsound: readonly (readonly [title: string, change: Partial<AuthenticationSettings>, finding: string])[] = [
    ["without an issuer", { issuer: "" }, "issuer of access tokens"],
    ["without an audience", { audience: "" }, "audience of access tokens"],
    ["with no algorithm", { algorithms: [] }, "No signature algorithm"],
    ["with alg none", { algorithms: ["RS256", "none"] }, '"none" is not accepted'],
    ["with a shared-secret algorithm", { algorithms: ["HS256"] }, '"HS256" is not accepted'],
    ["with no token type", { types: [] }, "No token type"],
    ["with keys fetched in the clear", { jwksUri: "http://login.example.org/keys" }, "must be https"],
    ["with keys from a file", { jwksUri: "file:///etc/keys" }, "must be https"],
    ["with no address of keys", { jwksUri: "keys" }, "must be https"],
    ["with tokens that live for a week", { maximumAgeSeconds: 604_800 }, "maximum age"],
    ["with an hour of clock tolerance", { clockToleranceSeconds: 3_600 }, "clock tolerance"],
    ["with keys that are kept for ever", { keyCacheSeconds: Number.POSITIVE_INFINITY }, "keys are kept"],
    ["with a negative tolerance", { clockToleranceSeconds: -1 }, "clock tolerance"],
  ];
  it.each(unsound)("%s", (_title, change, finding) => {
    expect(authenticationFindings({ ...settings, ...change }).join(" ")).toContain(finding);
  });

  it.each([null, "https://login.example.org/keys", "http://localhost:4000/issuer/jwks", "http://127.0.0.1:4000/jwks"])(
    "but does with keys from %j",
    (jwksUri) => {
      expect(authenticationFindings({ ...settings, jwksUri })).toEqual([]);
    },
  );
});
