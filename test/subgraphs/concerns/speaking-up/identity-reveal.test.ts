import { describe, expect, it } from "@jest/globals";
import { roles } from "../../../../authorisation/caller.js";
import {
  answerRefusal,
  requestRefusal,
  revealStateAt,
  type Reveal,
  type RevealActing,
} from "../../../../subgraphs/concerns/speaking-up/identity-reveal.js";

const limits = { answerWithinHours: 72, openMinutes: 60 };
const issuer = "https://issuer.example";
const caseHolder: RevealActing = {
  issuer,
  subject: "nadia",
  organisation: "Y60",
  role: "CASE_HOLDER",
  relations: ["REGIONAL"],
};
const guardian: RevealActing = { ...caseHolder, subject: "gwen", role: "GUARDIAN" };
const requestedAt = new Date("2026-11-23T09:00:00Z");
const approvedAt = new Date("2026-11-23T10:00:00Z");
const requested: Reveal = { requestedBy: caseHolder, requestedAt, answer: null };
const approved: Reveal = { ...requested, answer: { by: guardian, at: approvedAt, isApproved: true } };
const refusedReveal: Reveal = { ...requested, answer: { by: guardian, at: approvedAt, isApproved: false } };

describe("the state of a reveal", () => {
  it.each([
    ["before it was asked for", requested, "2026-11-23T08:59:59.999Z", "LAPSED"],
    ["when it is asked for", requested, "2026-11-23T09:00:00Z", "REQUESTED"],
    ["just before the answer is too late", requested, "2026-11-26T08:59:59.999Z", "REQUESTED"],
    ["when the answer is too late", requested, "2026-11-26T09:00:00Z", "LAPSED"],
    ["just before it is approved", approved, "2026-11-23T09:59:59.999Z", "REQUESTED"],
    ["when it is approved", approved, "2026-11-23T10:00:00Z", "APPROVED"],
    ["just before its time is over", approved, "2026-11-23T10:59:59.999Z", "APPROVED"],
    ["when its time is over", approved, "2026-11-23T11:00:00Z", "LAPSED"],
    ["a year later", approved, "2027-11-23T10:00:00Z", "LAPSED"],
    ["when it is refused", refusedReveal, "2026-11-23T10:00:00Z", "REFUSED"],
    ["a year after it was refused", refusedReveal, "2027-11-23T10:00:00Z", "REFUSED"],
  ] as const)("%s", (_, reveal, at, state) => {
    expect(revealStateAt(reveal, new Date(at), limits)).toBe(state);
  });
});

describe("a request to reveal", () => {
  const reason = "The person has to be told of the outcome.";

  it.each(roles.filter((role) => role !== "CASE_HOLDER"))("is not made in the role %s", (role) => {
    expect(requestRefusal({ ...caseHolder, role }, "CONFIDENTIAL", reason, undefined)).toBe("NOT_YOURS_TO_DO");
  });

  it.each([
    ["by the provider", { relations: ["RESPONSIBLE"] }, "CONFIDENTIAL", reason, undefined, "NOT_YOURS_TO_DO"],
    [
      "by a provider that reported",
      { relations: ["RESPONSIBLE", "REPORTED_BY"] },
      "CONFIDENTIAL",
      reason,
      undefined,
      "NOT_YOURS_TO_DO",
    ],
    ["by a regulator", { relations: ["REMIT"] }, "CONFIDENTIAL", reason, undefined, "NOT_YOURS_TO_DO"],
    ["by the university", { relations: ["EDUCATION_PROVIDER"] }, "CONFIDENTIAL", reason, undefined, "NOT_YOURS_TO_DO"],
    ["of an anonymous person", {}, "ANONYMOUS", reason, undefined, "NOTHING_TO_REVEAL"],
    ["of somebody who spoke up openly", {}, "OPEN", reason, undefined, "NOTHING_TO_REVEAL"],
    ["without a reason", {}, "CONFIDENTIAL", "  ", undefined, "REASON_MISSING"],
    ["while one waits for its answer", {}, "CONFIDENTIAL", reason, "REQUESTED", "ALREADY_REQUESTED"],
    ["while one is open", {}, "CONFIDENTIAL", reason, "APPROVED", "ALREADY_REQUESTED"],
  ] as const)("%s is refused", (_, change, mode, given, mine, refusal) => {
    expect(requestRefusal({ ...caseHolder, ...change }, mode, given, mine)).toBe(refusal);
  });

  it.each([undefined, "LAPSED", "REFUSED"] as const)(
    "by the case-holder, for a reason, is taken after one that is %s",
    (mine) => {
      expect(requestRefusal(caseHolder, "CONFIDENTIAL", reason, mine)).toBeUndefined();
    },
  );
});

describe("the answer to a request", () => {
  it.each([
    ["by the case-holder", caseHolder, requested, approvedAt, "NOT_YOURS_TO_DO"],
    ["by the quality lead", { ...guardian, role: "QUALITY_LEAD" }, requested, approvedAt, "NOT_YOURS_TO_DO"],
    [
      "by the same person in the role of guardian",
      { ...guardian, subject: "nadia" },
      requested,
      approvedAt,
      "SAME_PERSON",
    ],
    [
      "by the guardian of the provider",
      { ...guardian, relations: ["RESPONSIBLE"] },
      requested,
      approvedAt,
      "NOT_YOURS_TO_DO",
    ],
    ["by the guardian of a regulator", { ...guardian, relations: ["REMIT"] }, requested, approvedAt, "NOT_YOURS_TO_DO"],
    ["a second time", guardian, approved, new Date("2026-11-23T10:30:00Z"), "NOT_IN_THIS_STATE"],
    ["after a refusal", guardian, refusedReveal, new Date("2026-11-23T10:30:00Z"), "NOT_IN_THIS_STATE"],
    ["after it has lapsed", guardian, requested, new Date("2026-11-26T09:00:00Z"), "NOT_IN_THIS_STATE"],
  ] as const)("%s is refused", (_, acting, reveal, at, refusal) => {
    expect(answerRefusal(acting, reveal, at, limits)).toBe(refusal);
  });

  it("by a guardian who is somebody else is taken", () => {
    expect(answerRefusal(guardian, requested, approvedAt, limits)).toBeUndefined();
    const namesake = { ...guardian, issuer: "https://another.example", subject: "nadia" };
    expect(answerRefusal(namesake, requested, approvedAt, limits)).toBeUndefined();
  });
});
