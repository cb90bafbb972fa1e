import { describe, expect, it } from "@jest/globals";
import { randomBytes } from "node:crypto";
import { openIdentity, sealIdentity } from "../../../../subgraphs/concerns/speaking-up/identity-seal.js";

const concern = "0d2f6c1e-6a2c-4f0e-9f43-0c6f3f6f9a11";
const another = "7b0f3f7c-0f0c-4c55-8a2b-8f2b7ad1f0c2";
const current = { id: "current", key: randomBytes(32) };
const former = { id: "former", key: randomBytes(32) };
const identity = { coarseRole: "LEARNER", name: "Oriel Wainscott", contact: "oriel.wainscott@example.org" };

describe("the sealed identity of a reporter", () => {
  it("opens for its concern with the key that sealed it", () => {
    expect(openIdentity(sealIdentity(identity, current, concern), [current], concern)).toEqual(identity);
  });

  it("still opens after a newer key has taken over", () => {
    expect(openIdentity(sealIdentity(identity, former, concern), [current, former], concern)).toEqual(identity);
  });

  it("keeps letters beyond English", () => {
    const named = { ...identity, name: "Zoë Ní Bhraonáin 王" };
    expect(openIdentity(sealIdentity(named, current, concern), [current], concern)).toEqual(named);
  });

  it("does not open for another concern", () => {
    expect(openIdentity(sealIdentity(identity, current, concern), [current], another)).toBeNull();
  });

  it("does not open once its key is gone", () => {
    expect(openIdentity(sealIdentity(identity, former, concern), [current], concern)).toBeNull();
  });

  it("does not open with other bytes under the same key id", () => {
    const impostor = { id: current.id, key: randomBytes(32) };
    expect(openIdentity(sealIdentity(identity, current, concern), [impostor], concern)).toBeNull();
  });

  it("does not open with any of its bytes changed", () => {
    const { keyId, sealed } = sealIdentity(identity, current, concern);
    for (let position = 0; position < sealed.length; position += 1) {
      const tampered = Buffer.from(sealed);
      tampered.writeUInt8(tampered.readUInt8(position) ^ 1, position);
      expect(openIdentity({ keyId, sealed: tampered }, [current], concern)).toBeNull();
    }
  });

  it("does not open when cut short, at any length", () => {
    const { keyId, sealed } = sealIdentity(identity, current, concern);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(openIdentity({ keyId, sealed: sealed.subarray(0, length) }, [current], concern)).toBeNull();
    }
  });

  it("shows nothing of what it holds", () => {
    const { sealed } = sealIdentity(identity, current, concern);
    expect(sealed.includes("Oriel")).toBe(false);
    expect(sealed.includes("LEARNER")).toBe(false);
  });

  it("differs each time, so that two concerns by one reporter cannot be linked", () => {
    const sealed = Array.from({ length: 50 }, () => sealIdentity(identity, current, concern).sealed.toString("hex"));
    expect(new Set(sealed).size).toBe(50);
  });

  it("has the same length whatever the name", () => {
    const lengths = ["Al Fox", "Bartholomew Featherstonehaugh-Montgomery"].map(
      (name) => sealIdentity({ ...identity, name }, current, concern).sealed.length,
    );
    expect(new Set(lengths).size).toBe(1);
  });
});
