import { describe, expect, it } from "@jest/globals";
import type { Role } from "../../../authorisation/caller.js";
import { actionRefusal } from "../../../subgraphs/action-rule.js";
import {
  agreementActions,
  agreementCovers,
  agreementStateAt,
  outstandingSignatures,
  signatureRefusal,
  suspendedBy,
  type Agreement,
  type AgreementEvent,
} from "../../../subgraphs/organisations/agreement-lifecycle.js";
import { decideAll } from "../decide-all.js";

const states = ["DRAFT", "SIGNED", "ACTIVE", "SUSPENDED", "EXPIRED", "TERMINATED"] as const;
const event = (
  kind: AgreementEvent["kind"],
  organisation: string,
  at: string,
  role: Role = "EXECUTIVE",
): AgreementEvent => ({
  kind,
  organisation,
  role,
  at: new Date(at),
});
const signatures = [
  event("SIGNED", "X24", "2026-03-01T09:00:00Z"),
  event("SIGNED", "X24", "2026-03-02T09:00:00Z", "QUALITY_LEAD"),
  event("SIGNED", "GMC", "2026-03-10T09:00:00Z"),
];
const draft: Agreement = {
  receiver: "GMC",
  classes: ["NARRATIVE"],
  purposes: ["REGULATION"],
  professions: ["DOCTOR"],
  regions: "EVERY_REGION",
  validFrom: new Date("2026-04-01T00:00:00Z"),
  validUntil: new Date("2027-04-01T00:00:00Z"),
  parties: [
    { organisation: "X24", signingRoles: ["EXECUTIVE", "QUALITY_LEAD"] },
    { organisation: "GMC", signingRoles: ["EXECUTIVE"] },
  ],
  events: [],
};
const signed: Agreement = { ...draft, events: signatures };
const after = (...events: AgreementEvent[]): Agreement => ({ ...signed, events: [...signatures, ...events] });
const noon = new Date("2026-11-23T12:00:00Z");
const byBoth = after(
  event("SUSPENDED", "GMC", "2026-11-23T10:00:00Z"),
  event("SUSPENDED", "X24", "2026-11-23T10:30:00Z"),
  event("RESUMED", "GMC", "2026-11-23T11:00:00Z"),
);

describe("the state of an agreement", () => {
  it.each([
    ["while nobody has signed", draft, "2026-11-23T12:00:00Z", "DRAFT"],
    ["while one role has still to sign", { ...draft, events: signatures.slice(0, 2) }, "2026-11-23T12:00:00Z", "DRAFT"],
    ["before the last signature", signed, "2026-03-10T08:59:59Z", "DRAFT"],
    ["signed by all, before it begins", signed, "2026-03-10T09:00:00Z", "SIGNED"],
    ["when it begins", signed, "2026-04-01T00:00:00Z", "ACTIVE"],
    ["the moment before it ends", signed, "2027-03-31T23:59:59.999Z", "ACTIVE"],
    ["the moment it ends, without anybody doing anything", signed, "2027-04-01T00:00:00Z", "EXPIRED"],
    ["as a draft whose time is over", draft, "2027-04-01T00:00:00Z", "EXPIRED"],
    [
      "when one party suspends it",
      after(event("SUSPENDED", "GMC", "2026-11-23T12:00:00Z")),
      "2026-11-23T12:00:00Z",
      "SUSPENDED",
    ],
    [
      "before it was suspended",
      after(event("SUSPENDED", "GMC", "2026-11-23T12:00:00Z")),
      "2026-11-23T11:59:59Z",
      "ACTIVE",
    ],
    ["while one of two suspensions stands", byBoth, "2026-11-23T12:00:00Z", "SUSPENDED"],
    ["suspended, when its time is over", byBoth, "2027-04-01T00:00:00Z", "EXPIRED"],
    [
      "when one party ends it",
      after(event("TERMINATED", "X24", "2026-11-23T12:00:00Z")),
      "2026-11-23T12:00:00Z",
      "TERMINATED",
    ],
    [
      "ended, when its time would be over",
      after(event("TERMINATED", "X24", "2026-11-23T12:00:00Z")),
      "2028-01-01T00:00:00Z",
      "TERMINATED",
    ],
  ] as const)("%s", (_, agreement, at, state) => {
    expect(agreementStateAt(agreement, new Date(at))).toBe(state);
  });

  it("is active again when the party that suspended it resumes it, and not when another does", () => {
    const suspended = event("SUSPENDED", "GMC", "2026-11-23T10:00:00Z");
    expect(agreementStateAt(after(suspended, event("RESUMED", "GMC", "2026-11-23T11:00:00Z")), noon)).toBe("ACTIVE");
    expect(agreementStateAt(after(suspended, event("RESUMED", "X24", "2026-11-23T11:00:00Z")), noon)).toBe("SUSPENDED");
    expect([...suspendedBy(byBoth, noon)]).toEqual(["X24"]);
  });
});

describe("a signature", () => {
  it.each([
    ["of a body that is no party", draft, { organisation: "NMC", role: "EXECUTIVE" }, noon, "NOT_A_PARTY"],
    [
      "in a role that the agreement does not name",
      draft,
      { organisation: "GMC", role: "QUALITY_LEAD" },
      noon,
      "ROLE_DOES_NOT_SIGN",
    ],
    [
      "given before",
      { ...draft, events: signatures.slice(0, 1) },
      { organisation: "X24", role: "EXECUTIVE" },
      noon,
      "ALREADY_SIGNED",
    ],
    ["under an agreement in force", signed, { organisation: "GMC", role: "EXECUTIVE" }, noon, "NOT_IN_THIS_STATE"],
    [
      "under a draft whose time is over",
      draft,
      { organisation: "GMC", role: "EXECUTIVE" },
      new Date("2027-04-01T00:00:00Z"),
      "NOT_IN_THIS_STATE",
    ],
  ] as const)("%s is refused", (_, agreement, signature, at, refusal) => {
    expect(signatureRefusal(agreement, signature, at)).toBe(refusal);
  });

  it("of each named role of each party is due once", () => {
    expect(outstandingSignatures(draft, noon)).toEqual([
      { organisation: "X24", role: "EXECUTIVE" },
      { organisation: "X24", role: "QUALITY_LEAD" },
      { organisation: "GMC", role: "EXECUTIVE" },
    ]);
    for (const due of outstandingSignatures(draft, noon)) expect(signatureRefusal(draft, due, noon)).toBeUndefined();
    expect(outstandingSignatures(signed, noon)).toEqual([]);
  });
});

describe("what may be done with an agreement", () => {
  it.each([
    ["amend", ["DRAFT"]],
    ["sign", ["DRAFT"]],
    ["suspend", ["SIGNED", "ACTIVE", "SUSPENDED"]],
    ["resume", ["SUSPENDED"]],
    ["terminate", ["DRAFT", "SIGNED", "ACTIVE", "SUSPENDED"]],
  ] as const)("%s is done by a party while it is %j, and not otherwise", (action, from) => {
    expect(decideAll(agreementActions[action], { role: "EXECUTIVE", relations: ["PARTY"] }, states)).toEqual(from);
  });

  it.each([
    ["a body that is no party ends none", "terminate", "EXECUTIVE", []],
    ["a body that is no party amends none", "amend", "QUALITY_LEAD", []],
    ["a quality lead suspends none", "suspend", "QUALITY_LEAD", ["PARTY"]],
    ["a quality lead ends none", "terminate", "QUALITY_LEAD", ["PARTY"]],
    ["an auditor signs none", "sign", "AUDITOR", ["PARTY"]],
    ["an operator resumes none", "resume", "OPERATOR", ["PARTY"]],
  ] as const)("%s", (_, action, role, relations) => {
    for (const state of states)
      expect(actionRefusal(agreementActions[action], { role, relations }, state)).toBe("NOT_YOURS_TO_DO");
  });
});

describe("what an agreement covers", () => {
  const asked = { organisation: "GMC", dataClass: "NARRATIVE", purpose: "REGULATION" } as const;
  const record = { professions: ["DOCTOR"], region: "Y60" };

  it.each([
    ["as a draft", draft, noon],
    ["before it begins", signed, new Date("2026-03-20T00:00:00Z")],
    ["while it is suspended", byBoth, noon],
    ["once it has ended", after(event("TERMINATED", "GMC", "2026-11-23T11:00:00Z")), noon],
    ["once its time is over", signed, new Date("2027-04-01T00:00:00Z")],
  ] as const)("is nothing %s", (_, agreement, at) => {
    expect(agreementCovers(agreement, asked, record, at)).toBe(false);
  });

  it("is what its terms name while it is in force, and nothing beyond them", () => {
    expect(agreementCovers(signed, asked, record, noon)).toBe(true);
    expect(agreementCovers(signed, asked, { ...record, professions: ["MIDWIFE"] }, noon)).toBe(false);
    expect(agreementCovers(signed, { ...asked, dataClass: "LEARNERS" }, record, noon)).toBe(false);
  });
});
