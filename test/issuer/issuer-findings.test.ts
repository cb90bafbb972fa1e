import { describe, expect, it } from "@jest/globals";
import { issuerFindings } from "../../issuer/issuer-findings.js";

describe("the demonstration issuer", () => {
  it("starts in a demonstration without another issuer", () => {
    expect(issuerFindings({ demonstration: true, externalIssuer: null })).toEqual([]);
  });

  it("does not start outside a demonstration", () => {
    expect(issuerFindings({ demonstration: false, externalIssuer: null })).toEqual([
      expect.stringContaining("HUB_DEMO=1"),
    ]);
  });

  it("does not start beside a real issuer", () => {
    const findings = issuerFindings({ demonstration: true, externalIssuer: "https://login.example.org" });
    expect(findings).toEqual([expect.stringContaining("OIDC_ISSUER")]);
  });

  it("says all that is wrong at once", () => {
    expect(issuerFindings({ demonstration: false, externalIssuer: "https://login.example.org" })).toHaveLength(2);
  });
});
