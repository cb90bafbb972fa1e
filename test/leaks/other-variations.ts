/**
 * Variations that are no single value: many hidden concerns, hidden events before the ones that are seen, what is other
 * people's, one reporter behind several reports, and what others do meanwhile.
 */
import { mayKnow, verdictOn, type Held, type RecordType } from "../support/reference-policy.js";
import { age } from "../support/access-world.js";
import { assessed, done } from "../support/casework.js";
import { cloneConcern } from "../support/cloned-concerns.js";
import { contributes } from "../support/intelligence-world.js";
import { inThreeMonths, mutationInputs } from "../support/mutation-inputs.js";
import { convened } from "../support/panel-steps.js";
import * as people from "../support/people.js";
import { breakGlass } from "../support/protection.js";
import type { TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { heldBy, type HiddenRow, type RecordedWorld } from "./hidden-world.js";
import { everyLine, type Line } from "./positions.js";
import { presenceOf, type Kind, type Variation } from "./variation.js";

/** Sent by somebody else in one of the databases, and by the caller in both. */
export const sharedKey = "the-key-of-the-leak-hunt";

const linesOf = (type: string): readonly Line[] => everyLine.filter((line) => line.startsWith(`${type}.`));

export function otherVariations(
  person: Person,
  world: RecordedWorld,
  hidden: readonly HiddenRow[],
): readonly Variation[] {
  return [
    ...manyMore(hidden),
    ...eventsBefore(hidden),
    ...mergedWithHidden(person, world, hidden),
    ...ofOthers(person),
    ...oneReporter(hidden),
    ...acts.filter(({ hiddenFrom }) => hiddenFrom(person, world)).map((act) => doneBy(act, world)),
  ];
}

/** A page and a thousand of them: the concern of which the caller knows nothing is copied, with all that hangs on it. */
function manyMore(hidden: readonly HiddenRow[]): Variation[] {
  const unknown = hidden.find(({ type, isUnknown, wasKnown }) => type === "Concern" && isUnknown && !wasKnown);
  if (unknown === undefined) return [];
  const copies = (kind: Kind, times: number): Variation => ({
    kind,
    title: `${times} concerns like ${unknown.id}`,
    lines: presenceOf("Concern"),
    act: (hub) => cloneConcern(hub, unknown.id, times),
  });
  return [copies("page", 20), copies("thousand", 1_000)];
}

function eventsBefore(hidden: readonly HiddenRow[]): Variation[] {
  const keys = new Set(hidden.filter(({ type }) => type === "TimelineEntry").map(({ parent }) => parent));
  return [...keys].map((key) => ({
    kind: "order",
    title: `a hundred thousand hidden events before those of ${key}`,
    lines: linesOf("TimelineEntry"),
    sql: `update concerns.concern_event set sequence = sequence + 100000 where concern = ${key}`,
  }));
}

/** What the caller reads was merged into a concern of which they know nothing, and one of these into it. */
function mergedWithHidden(person: Person, world: RecordedWorld, hidden: readonly HiddenRow[]): Variation[] {
  const unknown = hidden.find(({ type, isUnknown, wasKnown }) => type === "Concern" && isUnknown && !wasKnown);
  const known = world.concerns.filter((concern) => mayKnow(person.role, heldBy(person, concern)));
  if (unknown === undefined) return [];
  return known.map(({ id }) => {
    const key = world.keys.get(id) ?? "";
    return {
      kind: "add",
      title: `${id} merged into ${unknown.id}, and that into it`,
      lines: ["Concern.mergedInto", "Concern.mergedFrom", "Concern.mergeReason"],
      sql: `insert into concerns.concern_merger (id, duplicate, survivor, reason, merged_on, by_organisation, by_role)
        select gen_random_uuid(), one, other, 'Planted.', current_date, 'X24', 'QUALITY_LEAD'
        from (values (${key}, ${unknown.parent}), (${unknown.parent}, ${key})) as merged (one, other)
        on conflict do nothing`,
    };
  });
}

function ofOthers({ organisation, role }: Person): Variation[] {
  const theirs = `not (organisation = '${organisation}' and role = '${role}')`;
  const receiver = organisation === "NMC" ? "HCPC" : "NMC";
  const variation = (title: string, sql: string): Variation => ({ kind: "others", title, lines: [], sql });
  const agreement = `insert into organisations.sharing_agreement (id, title, receiver, classes, purposes, lawful_basis,
      impact_assessment, valid_from, valid_until, proposed_by, proposed_on, version)
    values (md5('agreement')::uuid, 'Planted nights', '${receiver}', '{NARRATIVE,LEARNERS}', '{REGULATION}',
      'Public task', 'DPIA-7', now() - interval '1 day', now() + interval '1 year', 'X24', current_date, 1);
    insert into organisations.agreement_party (agreement, organisation, signing_roles)
    select md5('agreement')::uuid, body, '{QUALITY_LEAD}' from unnest('{X24,${receiver}}'::text[]) body;
    insert into organisations.agreement_event (agreement, sequence, kind, organisation, role)
    select md5('agreement')::uuid, place, 'SIGNED', body, 'QUALITY_LEAD'
    from unnest('{X24,${receiver}}'::text[]) with ordinality as signed (body, place)`;
  return [
    variation("others have twice as many messages", copied("message", theirs)),
    variation("others have read their messages", `update concerns.message set read_on = current_date where ${theirs}`),
    variation("others have no messages", `delete from concerns.message where ${theirs}`),
    ...["contribution", "regulator_case"].map((table) =>
      variation(
        `each ${table.replace("_", " ")} of others is for one body more`,
        `update concerns.${table} set shared_with = array_append(shared_with, 'GOC') where owner <> '${organisation}'`,
      ),
    ),
    ...(organisation === "X24" ? [] : [variation(`an agreement with ${receiver} alone`, agreement)]),
  ];
}

function copied(table: string, where: string): string {
  return `insert into concerns.${table}
    select (jsonb_populate_record(t, jsonb_build_object('id', md5(t.id::text || 'copied')::uuid))).*
    from concerns.${table} t where ${where}`;
}

/** The same person behind all reports whose reporter is hidden, or another behind each. */
function oneReporter(hidden: readonly HiddenRow[]): Variation[] {
  const ids = hidden.filter(({ type }) => type === "Reporter").map(({ id }) => `'${id}'`);
  if (ids.length === 0) return [];
  const to = (title: string, sealed: string): Variation => ({
    kind: "reporter",
    title,
    lines: linesOf("Reporter"),
    sql: `update concerns.reporter_identity set sealed = ${sealed} where id in (${ids.join()})`,
  });
  return [to("one reporter of all", "decode('00ff', 'hex')"), to("a reporter of each", "sha256(id::text::bytea)")];
}

interface Act {
  readonly title: string;
  /** Number of the concern in the world. */
  readonly concern: number;
  readonly lines: readonly Line[];
  make(hub: TestHub, id: string): Promise<unknown>;
  hiddenFrom(person: Person, world: RecordedWorld): boolean;
}

const reads = (person: Person, held: readonly Held[], line: Line): boolean => {
  const [type = "", field = ""] = line.split(".");
  return mayKnow(person.role, held) && verdictOn(person.role, held, type as RecordType, field).reads === "all";
};

/** What one command does, hidden from whoever does not read a line of the reference. */
function command(concern: number, mutation: string, by: Person, input: object, line: Line, type: RecordType): Act {
  return {
    title: `${by.name} does ${mutation} on concern ${concern}`,
    concern,
    lines: [line, ...presenceOf(type)],
    make: (hub, id) => done(hub, by, mutation, { id, ...input }),
    hiddenFrom: (person, world) => !reads(person, partsIn(world, concern, person), line),
  };
}

function partsIn(world: RecordedWorld, concern: number, person: Person): readonly Held[] {
  const recorded = world.concerns[concern - 1];
  if (recorded === undefined) throw new Error(`There is no concern ${concern} in the world`);
  return heldBy(person, recorded);
}

const isNobodyOf =
  (...organisations: readonly string[]) =>
  ({ organisation }: Person): boolean =>
    !organisations.includes(organisation);

const region = people.aRegionalLead;
const note = { text: "The planted note.", idempotencyKey: sharedKey };

const acts: readonly Act[] = [
  {
    ...command(1, "addInternalNote", region, note, "Concern.internalNotes", "Concern"),
    lines: ["Concern.internalNotes"],
  },
  command(2, "submitProgress", people.aProviderLead, { summary: "Planted." }, "Concern.progress", "ProgressUpdate"),
  command(
    2,
    "planAction",
    people.aProviderLead,
    mutationInputs["planAction"] ?? {},
    "Concern.actions",
    "PlannedAction",
  ),
  command(9, "requestIdentityReveal", people.aCaseHolder, { reason: "Planted." }, "Concern.reveals", "IdentityReveal"),
  command(2, "reportDetriment", region, { kind: "THREAT", text: "Planted." }, "Concern.detriments", "DetrimentReport"),
  {
    title: "the CQC opens concern 2 in an emergency",
    concern: 2,
    lines: presenceOf("EmergencyAccess"),
    make: (hub, id) => breakGlass(hub, id, [{ ...people.theCqc, purpose: "BREAK_GLASS" }]),
    // Auditors do not read the concern, and are told at once that it was opened.
    hiddenFrom: (person, world) =>
      person.role !== "AUDITOR" && !reads(person, partsIn(world, 2, person), "Concern.emergencyAccess"),
  },
  {
    title: "the region shares concern 2 with the HCPC",
    concern: 2,
    lines: presenceOf("Share"),
    make: (hub, id) =>
      done(hub, region, "shareConcern", {
        id,
        organisation: "HCPC",
        dataClasses: ["NARRATIVE"],
        until: inThreeMonths,
        reason: "Planted.",
      }),
    hiddenFrom: isNobodyOf("Y60", "X24", "HCPC"),
  },
  {
    title: "the GMC contributes to concern 2 what it keeps to itself",
    concern: 2,
    lines: presenceOf("Contribution"),
    make: (hub, id) => contributes(hub, people.theGmc, id, []),
    hiddenFrom: isNobodyOf("GMC"),
  },
  {
    title: "the region convenes a panel on concern 2, which the NMC attends",
    concern: 2,
    lines: [...presenceOf("ReviewPanel"), ...presenceOf("PanelInvitation")],
    make: (hub, id) => convened(hub, id, { attending: [people.theNmc] }),
    hiddenFrom: (person) => isNobodyOf("Y60", "NMC")(person) || ["GUARDIAN", "MEMBER"].includes(person.role),
  },
  {
    title: "another region reports and assesses one more, and it ages",
    concern: 8,
    lines: presenceOf("Concern"),
    make: async (hub) => {
      const lead = people.aLeadOfAnotherRegion;
      const concern = {
        provider: "ZZA01",
        educationProvider: null,
        themes: ["INDUCTION"],
        narrative: "Planted nights.",
      };
      await age(hub, await assessed(hub, { reporter: lead, lead, category: "ISF3" }, concern), 30);
    },
    hiddenFrom: (person) => isNobodyOf("X24", "Y56", "ZZA01", "GMC", "CQC")(person) || person.role === "ANALYST",
  },
];

function doneBy({ title, concern, lines, make }: Act, world: RecordedWorld): Variation {
  const id = world.concerns[concern - 1]?.id ?? "";
  return { kind: "acts", title, lines, act: (hub) => make(hub, id) };
}
