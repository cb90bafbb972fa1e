import { describe, expect, it } from "@jest/globals";
import type { Relation } from "../../../../authorisation/relation.js";
import {
  isEscalation,
  messageRules,
  messagesFor,
  type HubEvent,
  type MessageKind,
} from "../../../../subgraphs/concerns/inbox/notification-rules.js";

const related = new Map<string, ReadonlySet<Relation>>([
  ["X24", new Set(["NATIONAL"])],
  ["Y60", new Set(["REGIONAL"])],
  ["ZZN01", new Set(["RESPONSIBLE", "REPORTED_BY"])],
  ["ZZWEXU", new Set(["EDUCATION_PROVIDER"])],
  ["GMC", new Set(["REMIT"])],
  ["QHL", new Set(["ICB"])],
]);
const kinds = Object.keys(messageRules) as MessageKind[];
const event = (kind: MessageKind, change: Partial<HubEvent> = {}): HubEvent => ({
  kind,
  reference: "QC-7K3M-9F2D",
  link: { type: "Concern", id: "0d2f6c1e-6a2c-4f0e-9f43-0c6f3f6f9a11" },
  related,
  named: [],
  by: null,
  ...change,
});
const inboxes = (kind: MessageKind, change: Partial<HubEvent> = {}) =>
  messagesFor(event(kind, change)).map(({ organisation, role }) => `${organisation} ${role}`);

describe("who is told", () => {
  it.each([
    ["CONCERN_ESCALATED", ["GMC", "X24", "Y60", "ZZN01"]],
    ["REQUIREMENT_ISSUED", ["ZZN01"]],
    ["REQUIREMENT_DUE", ["ZZN01"]],
    ["REQUIREMENT_OVERDUE", ["Y60", "ZZN01"]],
    ["REVIEW_OVERDUE", ["Y60"]],
    ["REMOVAL_DECIDED", ["GMC", "QHL", "X24", "Y60", "ZZN01", "ZZWEXU"]],
    ["REMOVAL_ENDED", ["GMC", "QHL", "X24", "Y60", "ZZN01", "ZZWEXU"]],
    ["DETRIMENT_REPORTED", ["Y60"]],
    ["REVEAL_REQUESTED", ["Y60"]],
    ["GLASS_BROKEN", ["X24", "Y60"]],
  ] as const)("of %s is %j", (kind, organisations) => {
    expect([...new Set(messagesFor(event(kind)).map(({ organisation }) => organisation))]).toEqual(organisations);
  });

  it.each([
    "CONCERN_NEW_TO_YOU",
    "CONCERN_SHARED",
    "SHARE_WITHDRAWN",
    "PANEL_INVITATION",
    "PANEL_ACTION_DUE",
    "AGREEMENT_EXPIRING",
    "REVEAL_ANSWERED",
  ] as const)("of %s is whom it names, and nobody else", (kind) => {
    expect(inboxes(kind)).toEqual([]);
    const named = messagesFor(event(kind, { named: ["CQC"] }));
    expect(new Set(named.map(({ organisation }) => organisation))).toEqual(new Set(["CQC"]));
  });

  it.each([
    ["a university of an escalation", "CONCERN_ESCALATED", "ZZWEXU"],
    ["the integrated care board of an escalation", "CONCERN_ESCALATED", "QHL"],
    ["a regulator of a requirement", "REQUIREMENT_OVERDUE", "GMC"],
    ["the provider of a detriment, even if it reported the concern", "DETRIMENT_REPORTED", "ZZN01"],
    ["the provider of a reveal", "REVEAL_REQUESTED", "ZZN01"],
    ["the provider of a broken glass", "GLASS_BROKEN", "ZZN01"],
    ["the national team of a detriment", "DETRIMENT_REPORTED", "X24"],
  ] as const)("is not %s", (_, kind, organisation) => {
    expect(messagesFor(event(kind)).map((message) => message.organisation)).not.toContain(organisation);
  });

  it.each(kinds)("of %s is nobody who has nothing to do with it", (kind) => {
    expect(inboxes(kind, { related: new Map() })).toEqual([]);
  });

  it("of a report that is not accepted is not the provider, for whom there is none", () => {
    const before = new Map([...related].filter(([organisation]) => ["X24", "Y60"].includes(organisation)));
    expect(inboxes("CONCERN_ESCALATED", { related: before })).not.toContain("ZZN01 QUALITY_LEAD");
  });

  it.each([
    ["a requirement that is overdue", "REQUIREMENT_OVERDUE"],
    ["a removal", "REMOVAL_DECIDED"],
  ] as const)("of %s is the executive of the provider too", (_, kind) => {
    const told = inboxes(kind).filter((inbox) => inbox.startsWith("ZZN01"));
    expect(told).toEqual(["ZZN01 CASE_HOLDER", "ZZN01 EXECUTIVE", "ZZN01 QUALITY_LEAD"]);
  });

  it("of a detriment is the case-holder and the guardian, and no other role", () => {
    expect(inboxes("DETRIMENT_REPORTED")).toEqual(["Y60 CASE_HOLDER", "Y60 GUARDIAN"]);
  });

  it("is not the role that did it, and the other roles of its organisation are", () => {
    const by = { organisation: "Y60", role: "CASE_HOLDER" } as const;
    expect(inboxes("DETRIMENT_REPORTED", { by })).toEqual(["Y60 GUARDIAN"]);
    expect(inboxes("CONCERN_ESCALATED", { by })).not.toContain("Y60 CASE_HOLDER");
    expect(inboxes("CONCERN_ESCALATED", { by })).toContain("Y60 QUALITY_LEAD");
  });

  it("is each inbox once, however many relations an organisation has", () => {
    const twice = new Map<string, ReadonlySet<Relation>>([["ZZN01", new Set(["RESPONSIBLE", "HOST"])]]);
    const told = inboxes("CONCERN_ESCALATED", { related: twice });
    expect(new Set(told).size).toBe(told.length);
  });
});

describe("a message", () => {
  it.each(kinds)("of %s holds its kind, a reference and where it leads, and nothing else", (kind) => {
    const rich = { ...event(kind, { named: ["CQC"] }), narrative: "Oriel Wainscott was left alone." };
    const messages = messagesFor(rich);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(Object.keys(message).sort()).toEqual(["kind", "link", "organisation", "reference", "role"]);
      expect(Object.keys(message.link).sort()).toEqual(["id", "type"]);
      expect(JSON.stringify(message)).not.toContain("Oriel");
    }
  });
});

describe("a change of category", () => {
  it.each([
    [0, 1, false],
    [1, 2, true],
    [0, 3, true],
    [2, 3, true],
    [3, 4, true],
    [3, 2, false],
    [2, 2, false],
    [4, 3, false],
  ])("from %i to %i is an escalation that is told: %s", (from, to, told) => {
    expect(isEscalation(from, to, 2)).toBe(told);
  });
});
