import { describe, expect, it } from "@jest/globals";
import { rolePassword, scramVerifier, urlAs } from "../../database/database-roles.js";

const url = "postgresql://hub:s%40crt@db.example:5432/hub?sslmode=require";

describe("passwords of the hub's roles", () => {
  it("follow from the address's password and the role, and from nothing else", () => {
    expect(rolePassword({ url }, "hub_reader")).toBe(rolePassword({ url, routerCredential: "x" }, "hub_reader"));
    expect(rolePassword({ url }, "hub_reader")).not.toBe(rolePassword({ url }, "hub_writer"));
    expect(rolePassword({ url: url.replace("s%40crt", "other") }, "hub_reader")).not.toBe(
      rolePassword({ url }, "hub_reader"),
    );
  });

  it("follow from the router credential where the address has none", () => {
    const source = { url: "postgresql:///hub?host=/run/postgresql&user=hub" };
    expect(rolePassword({ ...source, routerCredential: "a" }, "r")).not.toBe(
      rolePassword({ ...source, routerCredential: "b" }, "r"),
    );
  });

  it("are refused where there is nothing to derive them from", () => {
    expect(() => rolePassword({ url: "postgresql://hub@db.example/hub" }, "hub_reader")).toThrow(/ROUTER_CREDENTIAL/);
  });

  it("reveal neither the address's password nor one another", () => {
    expect(urlAs({ url }, "hub_reader")).not.toMatch(/s%40crt|s@crt/);
  });
});

describe("addresses of the hub's roles", () => {
  it.each([
    ["a host", url],
    ["a socket", "postgresql:///hub?host=/run/postgresql&user=hub&password=p"],
  ])("keep everything but who signs in: %s", (_, address) => {
    const changed = new URL(urlAs({ url: address }, "hub_reader"));
    const original = new URL(address);
    expect(changed.searchParams.get("user")).toBe("hub_reader");
    expect(changed.username).toBe("");
    expect([changed.host, changed.pathname]).toEqual([original.host, original.pathname]);
    for (const name of ["host", "sslmode"])
      expect(changed.searchParams.get(name)).toBe(original.searchParams.get(name));
  });
});

it("a verifier is the one of RFC 7677's example", () => {
  // The example's salt and iteration count, with the keys that its password gives.
  const verifier = scramVerifier("pencil", Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64"));
  expect(verifier).toBe(
    "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
  );
});
