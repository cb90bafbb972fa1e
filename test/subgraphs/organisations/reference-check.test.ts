import { describe, expect, it } from "@jest/globals";
import { checkReference } from "../../../subgraphs/organisations/reference-check.js";
import type { ReferenceProblem } from "../../../subgraphs/organisations/reference-check.js";
import type { OrganisationEntry, Reference } from "../../../subgraphs/organisations/reference-file.js";

const provenance = { source: "Invented", confidence: "JUDGEMENT" } as const;

function organisation(entry: Partial<OrganisationEntry>): OrganisationEntry {
  return {
    code: "ZZA",
    name: "Northmoor",
    kind: "ICB",
    openedOn: null,
    closedOn: null,
    region: null,
    parent: null,
    ukprn: null,
    onsCode: null,
    designatedBody: null,
    remit: { professions: [], everySetting: false },
    ...provenance,
    ...entry,
  };
}

const council = organisation({
  code: "ZZC",
  kind: "REGULATOR",
  remit: { professions: ["HEALER"], everySetting: false },
});
const ended = organisation({ code: "ZZE", openedOn: "2020-01-01", closedOn: "2026-03-31" });
const sound: Reference = {
  organisations: [organisation({ code: "ZZR", kind: "REGION" }), organisation({ region: "ZZR" }), council, ended],
  professions: [{ code: "HEALER", title: "Healer", regulator: "ZZC", ...provenance }],
  successions: [{ predecessor: "ZZE", successor: "ZZA", on: "2026-04-01", ...provenance }],
  qualityTeams: [{ code: "QTZZR", organisation: "ZZR", name: "Team", mailbox: null, ...provenance }],
  signatories: [{ organisation: "ZZC", from: "2021-06-15", until: null, ...provenance }],
};
const having = (entry: Partial<OrganisationEntry>): Reference => ({
  ...sound,
  organisations: [...sound.organisations, organisation({ code: "ZZX", ...entry })],
});
const succession = (step: Partial<Reference["successions"][number]>): Reference => ({
  ...sound,
  successions: [{ predecessor: "ZZE", successor: "ZZA", on: "2026-04-01", ...provenance, ...step }],
});

const unsound: readonly (readonly [what: string, reference: Reference, problem: ReferenceProblem])[] = [
  ["names a code twice", having({ code: "ZZC", kind: "REGULATOR", remit: council.remit }), "REPEATED"],
  ["lies in a region that is none", having({ region: "ZZA" }), "REGION"],
  ["lies in a region that nobody knows", having({ region: "ZZ9" }), "REGION"],
  ["has a parent that nobody knows", having({ parent: "ZZ9" }), "PARENT"],
  ["is its own parent", having({ parent: "ZZX" }), "PARENT"],
  ["is an education provider under another code", having({ kind: "EDUCATION_PROVIDER", ukprn: "10009999" }), "UKPRN"],
  ["closes before it opens", having({ openedOn: "2026-01-02", closedOn: "2026-01-01" }), "DATES"],
  ["gives a remit to a board", having({ remit: { professions: [], everySetting: true } }), "REMIT"],
  [
    "gives a remit over a profession that nobody knows",
    having({ kind: "REGULATOR", remit: { professions: ["WIZARD"], everySetting: false } }),
    "REMIT_PROFESSION",
  ],
  [
    "registers a profession with a body that has no such remit",
    {
      ...sound,
      professions: [...sound.professions, { code: "WIZARD", title: "Wizard", regulator: "ZZC", ...provenance }],
    },
    "REGISTER",
  ],
  ["succeeds itself", succession({ successor: "ZZE" }), "SUCCEEDS_ITSELF"],
  ["succeeds a body that nobody knows", succession({ predecessor: "ZZ9" }), "ORGANISATION"],
  ["is succeeded while it is still open", succession({ predecessor: "ZZR" }), "SUCCESSION_DATE"],
  ["is succeeded on another day than the next", succession({ on: "2026-03-31" }), "SUCCESSION_DATE"],
  [
    "has a quality team of a body that nobody knows",
    { ...sound, qualityTeams: [{ code: "QTZZ9", organisation: "ZZ9", name: "Team", mailbox: null, ...provenance }] },
    "ORGANISATION",
  ],
  [
    "has a signatory that left before it joined",
    { ...sound, signatories: [{ organisation: "ZZC", from: "2021-06-15", until: "2021-06-14", ...provenance }] },
    "DATES",
  ],
];

describe("reference data", () => {
  it("that agrees with itself has no problem", () => {
    expect(checkReference(sound)).toEqual([]);
  });

  it.each(unsound)("that %s is found out", (_, reference, problem) => {
    expect(checkReference(reference).map((disagreement) => disagreement.problem)).toEqual([problem]);
  });
});
