import { describe, expect, it } from "@jest/globals";
import type { Remit } from "../../../../authorisation/relations-of.js";
import { suggestedInvitees, type PanelMatter } from "../../../../subgraphs/concerns/panels/panel-invitees.js";
import type { ProtocolParties } from "../../../../subgraphs/concerns/sharing/protocol-parties.js";

const today = "2026-11-23";
const remits: Remit[] = [
  { regulator: "NMC", professions: new Set(["MIDWIFE", "NURSE_ADULT"]) },
  { regulator: "GMC", professions: new Set(["DOCTOR"]) },
  { regulator: "GDC", professions: new Set(["DENTIST"]) },
  { regulator: "CQC", professions: "EVERY_SETTING" },
];
const parties: ProtocolParties = {
  signatories: [
    { organisation: "GMC", from: "2018-07-01", until: null },
    { organisation: "NMC", from: "2018-07-01", until: null },
    { organisation: "CQC", from: "2018-07-01", until: null },
    { organisation: "GDC", from: "2021-06-15", until: null },
    { organisation: "PHSO", from: "2018-07-01", until: null },
  ],
  nhsEngland: new Set(["X24", "Y60", "Y56"]),
};
const matter: PanelMatter = { convenor: "Y60", professions: ["MIDWIFE", "DOCTOR"], regions: ["Y60"] };
const invited = (change: Partial<PanelMatter>, day = today) =>
  suggestedInvitees({ ...matter, ...change }, remits, parties, day).map(({ organisation }) => organisation);

describe("whom a convenor is advised to invite", () => {
  it("is who regulates the professions or the setting, each with the reason", () => {
    expect(suggestedInvitees(matter, remits, parties, today)).toEqual([
      { organisation: "CQC", because: "SETTING", professions: [] },
      { organisation: "GMC", because: "PROFESSION", professions: ["DOCTOR"] },
      { organisation: "NMC", because: "PROFESSION", professions: ["MIDWIFE"] },
    ]);
  });

  it.each([
    ["the convenor", { convenor: "CQC" }, "CQC"],
    ["a regulator of other professions", {}, "GDC"],
    ["an ombudsman, who has no remit over a profession", {}, "PHSO"],
    ["another region", {}, "Y56"],
  ])("is not %s", (_, change, organisation) => {
    expect(invited(change)).not.toContain(organisation);
  });

  it("is no regulator that has not signed, or not yet", () => {
    expect(invited({ professions: ["DENTIST"] }, "2021-06-14")).toEqual(["CQC"]);
    expect(suggestedInvitees(matter, remits, { ...parties, signatories: [] }, today)).toEqual([]);
  });

  it("is each region of the places once, when somebody else convenes", () => {
    expect(invited({ convenor: "GMC", regions: ["Y60", "Y56", "Y60"] })).toEqual(["CQC", "NMC", "Y56", "Y60"]);
  });

  it("is the regulator of the setting alone where no profession is named", () => {
    expect(invited({ professions: [] })).toEqual(["CQC"]);
  });
});
