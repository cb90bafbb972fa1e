/**
 * A handful of concerns, reported and worked on through the public endpoint, that between them put every persona into
 * every part an organisation can play. Who is what to which concern is written down here, not worked out.
 */
import pg from "pg";
import { dayInEngland } from "../../hub/day-in-england.js";
import { whoSpokeOpenly } from "./a-report.js";
import { assessed, done, reported } from "./casework.js";
import { contributes, contributesEach, keepsCases } from "./intelligence-world.js";
import { aMergedDuplicate } from "./merged-world.js";
import { movedHere } from "./moved-world.js";
import { inThreeMonths } from "./mutation-inputs.js";
import * as people from "./people.js";
import { someEvidence } from "./evidence.js";
import { aPlan } from "./provider-work.js";
import { panelsOf } from "./access-world-panels.js";
import { breakGlass, heldOpen, inAnEmergency, protect } from "./protection.js";
import type { Party } from "./reference-policy.js";
import { intensiveSupport, signedOff } from "./support-casework.js";
import type { PersonalPart } from "./reference-protection.js";
import { removalsOfEveryKind } from "./removal-world.js";
import type { TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

/** What organisations, by code, are to a concern. Every other one is nothing to it, and must not know of it. */
export type PartiesByOrganisation = Readonly<Record<string, readonly Party[]>>;

export interface WorldConcern {
  readonly id: string;
  readonly name: string;
  readonly parties: PartiesByOrganisation;
  /** What is open to single persons, by name, beside what their organisation is to it. */
  readonly persons?: Readonly<Record<string, readonly PersonalPart[]>>;
}

const standing = { X24: ["nation"], Y60: ["region"] } as const satisfies PartiesByOrganisation;
const anonymous = { identityMode: "ANONYMOUS" };

export type Made = Omit<WorldConcern, "id"> & { make(hub: TestHub): Promise<string> };

const concerns: readonly Made[] = [
  {
    name: "at ISF1, reported by the university in confidence, shared, with all the casework there can be",
    parties: {
      ...standing,
      ZZN01: ["provider"],
      ZZWEXU: ["university", "reporter"],
      CQC: ["sharedText"],
      NMC: ["shared"],
      QHL: ["board"],
    },
    persons: { "midlands-caseholder": ["toldWho"] },
    make: async (hub) => {
      const id = await reportedAndAssessed(hub, people.aUniversityLead, "ISF1", { site: "ZZN0101", programme: "Core" });
      await casework(hub, id);
      await intensiveSupport(hub, id, dayInEngland());
      await age(hub, id, 500);
      await shares(hub, id);
      await protect(hub, id);
      await contributesEach(hub, id);
      return id;
    },
  },
  {
    name: "at ISF2 for doctors, reported openly by the provider itself, with three learners affected",
    parties: { ...standing, ZZN01: ["provider", "reporter"], GMC: ["regulator"], CQC: ["regulator"], QHL: ["board"] },
    persons: { ...heldOpen, "midlands-caseholder": ["toldWho"] },
    make: async (hub) => {
      const id = await reportedAndAssessed(hub, people.aProviderLead, "ISF2", {
        educationProvider: null,
        learnersAffected: 3,
        reporter: whoSpokeOpenly,
      });
      await breakGlass(hub, id, inAnEmergency);
      await contributes(hub, people.theGmc, id, ["CQC"]);
      await keepsCases(hub, people.theGmc, id, "Y60");
      return id;
    },
  },
  {
    name: "at ISF3 for nurses, reported anonymously by a university whose learners they are not",
    parties: { ...standing, ZZE01: ["provider"], ZZWEXU: ["reporter"], NMC: ["regulator"], CQC: ["regulator"] },
    make: async (hub) => {
      const id = await reportedAndAssessed(hub, people.aUniversityLead, "ISF3", {
        provider: "ZZE01",
        educationProvider: null,
        professions: ["NURSE_ADULT"],
        learnersAffected: 3,
        reporter: anonymous,
      });
      await signedOff(hub, id, "ISF1");
      await age(hub, id, 20);
      return id;
    },
  },
  {
    name: "reported by the university and not accepted yet",
    parties: { ...standing, ZZWEXU: ["reporter"] },
    make: (hub) => reported(hub, people.aUniversityLead, { identifiedOn: "2024-02-29" }),
  },
  {
    name: "reported by the provider itself and not accepted yet",
    parties: { ...standing, ZZN01: ["provider", "reporter"] },
    make: (hub) => reported(hub, people.aProviderLead, { immediateRisk: true, learnersAffected: 4 }),
  },
  {
    name: "reported by a regulator and declined",
    parties: { ...standing, GMC: ["reporter"] },
    make: async (hub) => {
      const id = await reported(hub, people.theGmc, { learnerSafetyRisk: true });
      await contributes(hub, people.theGmc, id, ["NMC"]);
      await done(hub, people.aRegionalLead, "declineConcern", { id, reason: "It is looked into elsewhere." });
      await done(hub, people.aRegionalLead, "addInternalNote", { id, text: "See the case at the regulator." });
      return id;
    },
  },
  {
    name: "closed, reported by the region",
    parties: {
      X24: ["nation"],
      Y60: ["region", "reporter"],
      ZZN01: ["provider"],
      ZZWEXU: ["university"],
      QHL: ["board"],
    },
    make: async (hub) => {
      const id = await reportedAndAssessed(hub, people.aRegionalLead, "ISF0", { reporter: anonymous });
      await casework(hub, id);
      await done(hub, people.aProviderLead, "confirmResolution", { id, statement: "All nights are covered." });
      await done(hub, people.aRegionalLead, "verifyResolution", { id });
      return id;
    },
  },
  {
    name: "in another region, at ISF3, for doctors and paramedics",
    parties: {
      X24: ["nation"],
      Y56: ["region", "reporter"],
      ZZA01: ["provider"],
      GMC: ["regulator"],
      HCPC: ["regulator"],
      CQC: ["regulator"],
    },
    persons: { "gmc-in-an-emergency": ["glass"] },
    make: async (hub) => {
      const id = await reportedAndAssessed(hub, people.aLeadOfAnotherRegion, "ISF3", {
        provider: "ZZA01",
        educationProvider: null,
        professions: ["DOCTOR", "PARAMEDIC"],
        themes: ["INDUCTION"],
      });
      await breakGlass(hub, id, inAnEmergency.slice(0, 1));
      await age(hub, id, 100);
      return id;
    },
  },
  {
    name: "stepped down to ISF1 at another provider, which came after a third, reported by the first one, with panels",
    parties: {
      X24: ["nation", "panel"],
      Y60: ["region", "panel"],
      ZZE01: ["provider"],
      ZZN01: ["reporter"],
      ZZWEXU: ["university"],
      GMC: ["panel"],
    },
    make: async (hub) => {
      const id = await reportedAndAssessed(hub, people.aProviderLead, "ISF2", { provider: "ZZE01" });
      const step = { category: "ISF1", reason: "The plan works.", evidence: "The provider's report of March." };
      await done(hub, people.aRegionalLead, "changeCategory", { id, ...step });
      await movedHere(hub, id, "ZZE01");
      await age(hub, id, 60);
      await panelsOf(hub, id);
      await contributes(hub, people.theGmc, id, ["Y60"]);
      return id;
    },
  },
  removalsOfEveryKind,
  aMergedDuplicate,
];

/** Gives the ids in the order of the concerns. */
export async function makeAccessWorld(hub: TestHub): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { make } of concerns) ids.push(await make(hub));
  return ids;
}

/** The world whose concerns have these ids. */
export function worldOf(ids: readonly string[]): readonly WorldConcern[] {
  return concerns.map((made, index) => ({ ...made, id: ids[index] ?? "" }));
}

function reportedAndAssessed(
  hub: TestHub,
  reporter: Person,
  category: string,
  more: Readonly<Record<string, unknown>>,
): Promise<string> {
  const lead = reporter.organisation === "Y56" ? people.aLeadOfAnotherRegion : people.aRegionalLead;
  return assessed(hub, { reporter, lead, category }, more);
}

/** A requirement answered twice and closed, one left open, progress and notes. */
async function casework(hub: TestHub, id: string): Promise<void> {
  const { aRegionalLead: region, aProviderLead: provider } = people;
  await done(hub, region, "addInternalNote", { id, text: "Telephoned the director of education." });
  await done(hub, region, "addInternalNote", { id, text: "The deanery has heard the same." });
  const requirement = { id, standard: "EQF-2021:3.5", dueOn: "2999-01-01" };
  await done(hub, region, "issueRequirement", { ...requirement, kind: "MANDATORY", text: "Name a senior clinician." });
  const requirementId = await onlyRequirement(hub, id);
  await aPlan(hub, id, requirementId);
  await someEvidence(hub, id, requirementId);
  await done(hub, provider, "respondToRequirement", { id, requirementId, text: "A rota is drafted." });
  await done(hub, provider, "respondToRequirement", { id, requirementId, text: "The rota is in place." });
  await done(hub, region, "closeRequirement", { id, requirementId });
  await done(hub, region, "issueRequirement", { ...requirement, kind: "RECOMMENDATION", text: "Survey the learners." });
  await done(hub, provider, "submitProgress", { id, summary: "It has run for a month.", detail: "Thirty nights." });
}

/** One share with a class, one without, and one that was withdrawn and has left nothing but its row. */
async function shares(hub: TestHub, id: string): Promise<void> {
  const { aRegionalLead: region } = people;
  const terms = { id, until: inThreeMonths, reason: "A pattern across two sites." };
  await done(hub, region, "shareConcern", { ...terms, organisation: "HCPC", dataClasses: ["NARRATIVE", "MANAGEMENT"] });
  const [shareId] = await sharesOf(hub, id);
  await done(hub, region, "withdrawShare", { id, shareId });
  await done(hub, region, "shareConcern", { ...terms, organisation: "CQC", dataClasses: ["NARRATIVE"] });
  await done(hub, region, "shareConcern", { ...terms, organisation: "NMC", dataClasses: [] });
}

/** Ids of the shares of a concern, withdrawn or not, those with a body alone where one is named. */
export async function sharesOf(hub: TestHub, id: string, body?: string): Promise<string[]> {
  const answer = await hub
    .as(people.aRegionalLead)
    .for("query Read($id: ID!) { concern(id: $id) { shares { id organisation { code } } } }", { id });
  const { shares } = answer.data?.["concern"] as unknown as {
    shares: { id: string; organisation: { code: string } }[];
  };
  return shares.filter(({ organisation }) => body === undefined || organisation.code === body).map((share) => share.id);
}

async function onlyRequirement(hub: TestHub, id: string): Promise<string> {
  const answer = await hub
    .as(people.aRegionalLead)
    .for("query Read($id: ID!) { concern(id: $id) { requirements { id } } }", { id });
  const { requirements } = answer.data?.["concern"] as unknown as { requirements: { id: string }[] };
  return requirements[0]?.id ?? "";
}

/** Moves all days of a concern into the past, and those of its access rows with them. */
export async function age(hub: TestHub, id: string, days: number): Promise<void> {
  const client = new pg.Client({ connectionString: hub.database.adminUrl });
  await client.connect();
  try {
    const past = (...columns: string[]): string => columns.map((column) => `${column} = ${column} - $2::int`).join();
    const [{ key } = { key: "" }] = (
      await client.query<{ key: string }>(
        `update concerns.concern
            set ${past("raised_on", "changed_on", "category_since", "next_review_on", "closed_on")}
          where id = $1 returning key`,
        [id, days],
      )
    ).rows;
    const hanging: readonly (readonly [string, ...string[]])[] = [
      ["concern_access", "raised_order", "changed_order", "review_order"],
      ["category_change", "changed_on"],
      ["category_sign_off", "signed_on"],
      ["review", "scheduled_for", "held_on", "final_report_on", "published_on"],
      ["requirement_condition", "set_on", "due_on", "met_on"],
      ["requirement", "issued_on", "closed_on"],
      ["requirement_response", "responded_on"],
      ["progress_update", "submitted_on"],
      ["planned_action", "planned_on", "completed_on", "dropped_on"],
    ];
    for (const [table, ...columns] of hanging)
      await client.query(`update concerns.${table} set ${past(...columns)} where concern = $1`, [key, days]);
    await client.query(
      `update concerns.requirement set due_on = current_date - 1 where concern = $1 and closed_on is null`,
      [key],
    );
  } finally {
    await client.end();
  }
}
