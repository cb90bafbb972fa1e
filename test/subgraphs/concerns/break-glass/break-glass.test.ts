import { describe, expect, it } from "@jest/globals";
import { purposes, roles } from "../../../../authorisation/caller.js";
import { compartments, dataClassOf } from "../../../../authorisation/data-class.js";
import { conditionsOf } from "../../../../authorisation/policy.js";
import { relations } from "../../../../authorisation/relation.js";
import {
  breakGlassRefusal,
  breakingRelations,
  breakingRoles,
  closesAt,
  compartmentsOpenedBy,
  openedByBreakGlass,
  toldOfBreakGlass,
  type BreakGlass,
  type BreakGlassRequest,
} from "../../../../subgraphs/concerns/break-glass/break-glass.js";
import { breakGlassLimits } from "../../../../subgraphs/concerns/casework-references.js";

const limits = breakGlassLimits();
const request: BreakGlassRequest = {
  role: "QUALITY_LEAD",
  relations: ["REMIT"],
  purpose: "BREAK_GLASS",
  isRiskImmediate: true,
  reason: "A learner is alone on a ward with unsafe practice now.",
};

describe("breaking the glass", () => {
  it.each([
    ["by the provider", { relations: ["RESPONSIBLE"] }, "NOT_YOURS_TO_DO"],
    ["by the site", { relations: ["HOST"] }, "NOT_YOURS_TO_DO"],
    ["by a regulator that is the provider too", { relations: ["REMIT", "RESPONSIBLE"] }, "NOT_YOURS_TO_DO"],
    ["by the university, whose learner may have spoken up", { relations: ["EDUCATION_PROVIDER"] }, "NOT_YOURS_TO_DO"],
    ["by somebody for whom there is no such concern", { relations: [] }, "NOT_YOURS_TO_DO"],
    ["for another purpose", { purpose: "REGULATION" }, "OTHER_PURPOSE"],
    ["without an immediate risk", { isRiskImmediate: false }, "NO_IMMEDIATE_RISK"],
    ["without a reason", { reason: "" }, "REASON_TOO_SHORT"],
    ["with a reason that says nothing", { reason: "urgent" }, "REASON_TOO_SHORT"],
    ["with a reason of spaces", { reason: " ".repeat(40) }, "REASON_TOO_SHORT"],
  ] as const)("%s is refused", (_, change, refusal) => {
    expect(breakGlassRefusal({ ...request, ...change }, false, limits)).toBe(refusal);
  });

  it.each(roles.filter((role) => !breakingRoles.includes(role)))("is refused in the role %s", (role) => {
    expect(breakGlassRefusal({ ...request, role }, false, limits)).toBe("NOT_YOURS_TO_DO");
  });

  it("is refused while it is open already", () => {
    expect(breakGlassRefusal(request, true, limits)).toBe("ALREADY_OPEN");
  });

  it("is allowed with the shortest reason that tells something", () => {
    const reason = "x".repeat(limits.shortestReason);
    expect(breakGlassRefusal({ ...request, reason }, false, limits)).toBeUndefined();
    expect(breakGlassRefusal({ ...request, reason: reason.slice(1) }, false, limits)).toBe("REASON_TOO_SHORT");
  });

  it.each(["REMIT", "ICB"] as const)("at an immediate risk, in writing, is allowed to %s", (relation) => {
    expect(breakGlassRefusal({ ...request, relations: [relation] }, false, limits)).toBeUndefined();
  });
});

it("is broken by the relations, and opens the compartments, for which the policy knows of it", () => {
  const opened = compartments.filter((each) =>
    relations.some((relation) => conditionsOf(each, relation).includes("glass")),
  );
  expect(opened).toEqual(openedByBreakGlass);
  for (const compartment of openedByBreakGlass)
    expect(relations.filter((relation) => conditionsOf(compartment, relation).includes("glass"))).toEqual(
      breakingRelations,
    );
});

describe("what it opens", () => {
  const glass: BreakGlass = {
    issuer: "https://issuer.example",
    subject: "callum",
    organisation: "GMC",
    concern: "one",
    at: new Date("2026-11-23T10:00:00Z"),
  };
  const opened = (reader: Partial<BreakGlass>, at: string, purpose = purposes[5]) =>
    compartmentsOpenedBy(glass, { ...glass, ...reader }, purpose, new Date(at), limits);

  it("is the narrative and the number of learners, for four hours", () => {
    expect(closesAt(glass, limits)).toEqual(new Date("2026-11-23T14:00:00Z"));
    for (const at of ["2026-11-23T10:00:00Z", "2026-11-23T13:59:59.999Z"])
      expect(opened({}, at)).toEqual(openedByBreakGlass);
    expect([...new Set(openedByBreakGlass.map(dataClassOf))]).toEqual(["NARRATIVE", "LEARNERS"]);
  });

  it.each([
    ["before it was broken", {}, "2026-11-23T09:59:59.999Z"],
    ["after four hours", {}, "2026-11-23T14:00:00Z"],
    ["to another person", { subject: "priya" }, "2026-11-23T11:00:00Z"],
    ["to a namesake with another issuer", { issuer: "https://another.example" }, "2026-11-23T11:00:00Z"],
    ["to the person, working for somebody else", { organisation: "NMC" }, "2026-11-23T11:00:00Z"],
    ["on another concern", { concern: "two" }, "2026-11-23T11:00:00Z"],
  ] as const)("is nothing %s", (_, reader, at) => {
    expect(opened(reader, at)).toEqual([]);
  });

  it.each(purposes.filter((purpose) => purpose !== "BREAK_GLASS"))("is nothing for the purpose %s", (purpose) => {
    expect(compartmentsOpenedBy(glass, glass, purpose, new Date("2026-11-23T11:00:00Z"), limits)).toEqual([]);
  });

  it.each(["IDENTITY", "MANAGEMENT", "MANAGEMENT:internal", "LEARNERS:small"] as const)(
    "is never %s",
    (compartment) => {
      expect(openedByBreakGlass).not.toContain(compartment);
    },
  );
});

describe("who is told of it", () => {
  it("is the team that holds the concern, and the auditors", () => {
    expect(toldOfBreakGlass.map(({ relations, roles: told }) => [relations, told])).toEqual([
      [["REGIONAL"], ["QUALITY_LEAD", "CASE_HOLDER", "AUDITOR"]],
      [["NATIONAL"], ["QUALITY_LEAD", "AUDITOR"]],
    ]);
  });
});
