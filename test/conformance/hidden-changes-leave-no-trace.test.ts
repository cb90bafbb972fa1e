/**
 * Two hubs that differ only in what somebody may not see give that person the same bytes, whatever is asked; and those
 * who may see the difference find it, by the same questions.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { dayInEngland } from "../../hub/day-in-england.js";
import { age, sharesOf, type WorldConcern, worldOf } from "../support/access-world.js";
import { assessed, done, reported } from "../support/casework.js";
import { contributes } from "../support/intelligence-world.js";
import { mergedDuplicate } from "../support/merged-world.js";
import { inThreeMonths, mutationInputs } from "../support/mutation-inputs.js";
import { convened } from "../support/panel-steps.js";
import * as people from "../support/people.js";
import { breakGlass, waitingReveals } from "../support/protection.js";
import { recordedTruth } from "../support/recorded-truth.js";
import { everyQuestion, type Question } from "../support/searching-questions.js";
import { verdictOn, type Party, type RecordType } from "../support/reference-policy.js";
import { signedOff } from "../support/support-casework.js";
import { allChanges } from "../support/what-changed.js";
import type { TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { alter, openTwinHubs, type TwinHubs } from "../support/twin-hubs.js";

const askers: readonly Person[] = [
  people.aProviderLead,
  people.aLeadOfAnotherProvider,
  people.aUniversityLead,
  people.aRegionalLead,
  people.persona("midlands-guardian"),
  people.aLeadOfAnotherRegion,
  people.theGmc,
  people.theNmc,
  people.theCqc,
  people.anIcb,
  people.anAnalyst,
];

let twins: TwinHubs;
let world: readonly WorldConcern[];
let questions: readonly Question[];
/** Of each who asks: the answer to each question, before anything was changed. */
const before = new Map<string, ReadonlyMap<string, string>>();
/** Where each stands in what changed, before anything else does. */
const cursors = new Map<string, string>();

beforeAll(async () => {
  twins = await openTwinHubs();
  ({ world } = twins);
  const truth = await recordedTruth(twins.first.database.adminUrl, dayInEngland());
  questions = everyQuestion(
    world.map(({ id }) => id),
    world.map(({ id }) => truth.get(id)?.["reference"]),
  );
  for (const person of askers) {
    const answers = new Map<string, string>();
    for (const question of questions) answers.set(question.title, await question.ask(twins.first, person));
    before.set(person.name, answers);
    cursors.set(person.name, (await allChanges(twins.first, person)).cursor);
  }
}, 400_000);
afterAll(() => twins.close());

/** What is answered otherwise now, question by question. */
async function* differences(person: Person, asked: readonly Question[]): AsyncGenerator<string> {
  for (const { title, ask } of asked) {
    const answer = await ask(twins.second, person);
    if (answer !== before.get(person.name)?.get(title)) yield `${title}\n${answer}`;
  }
}

/**
 * Whoever may see a change is asked all that reads, until it is found; the others a quarter of it; and of what changes
 * something each is asked every eighth: so that each person meets all of them over the changes.
 */
function questionsAfter(change: Change, person: Person): readonly Question[] {
  const place = changes.indexOf(change);
  const readings = isSeenBy(change, person) ? 1 : 4;
  return questions.filter((question, index) => {
    const oneIn = question.changes ? 8 : readings;
    // Another part of them with each change that the same person is asked about.
    return index % oneIn === Math.floor(place / 4) % oneIn;
  });
}

const concernNumbered = (number: number): WorldConcern => {
  const concern = world[number - 1];
  if (concern === undefined) throw new Error(`There is no concern ${number} in the world`);
  return concern;
};

interface Change {
  readonly title: string;
  make(hub: TestHub): Promise<unknown>;
  /** Whether somebody of this role, for an organisation that is this to the concern, may see the change. */
  seen(role: string, held: readonly Party[]): boolean;
  /** The concern, or who is what to it where it is new. */
  readonly concern: number | Readonly<Record<string, readonly Party[]>>;
}

const reads =
  (type: RecordType, field: string) =>
  (role: string, held: readonly Party[]): boolean =>
    held.length > 0 && role !== "ANALYST" && verdictOn(role, held, type, field).reads === "all";

/** Whoever shares it, and NHS England; whoever it is shared with is told apart by what it is to the concern. */
const knowsOfTheShare = (_role: string, held: readonly Party[]): boolean =>
  held.some((party) => ["region", "shared", "sharedText"].includes(party));
/** Whoever convened, attends or is invited, in a role that reads casework. */
const takesPart = (role: string, held: readonly Party[]): boolean =>
  !["GUARDIAN", "ANALYST"].includes(role) && held.includes("panel");
/** What its organisation is to a concern is told to everybody of it who may know of the concern. */
const isToldOfTheRelation = (role: string, held: readonly Party[]): boolean =>
  role !== "ANALYST" && held.includes("panel");
const isNhsEngland = (role: string, held: readonly Party[]): boolean => held.includes("region") && role !== "ANALYST";

const share = { until: inThreeMonths, reason: "Planted nights.", dataClasses: ["NARRATIVE"] };

/** A text of a table is written over. */
const written = (concern: number, table: string, column: string, seen: Change["seen"]): Change => ({
  title: `the ${column} of a ${table.replaceAll("_", " ")} reads otherwise`,
  concern,
  seen,
  make: (hub) =>
    alter(
      hub,
      `update concerns.${table} set ${column} = 'The planted text, with nights in it.'
        where ${table === "concern" ? "key" : "concern"} = (select key from concerns.concern where id = $1)`,
      [concernNumbered(concern).id],
    ),
});

/** The second concern of the world: whom it has in it, of those who ask here. */
const atIsf2 = { Y60: ["region"], ZZN01: ["provider"], QHL: ["board"] } as const;

const changes: readonly Change[] = [
  written(1, "concern", "narrative", reads("Concern", "narrative")),
  written(2, "concern", "summary", reads("Concern", "summary")),
  written(6, "concern", "outcome_reason", reads("Concern", "declineReason")),
  written(1, "requirement_response", "text", reads("RequirementResponse", "text")),
  written(1, "progress_update", "detail", reads("ProgressUpdate", "detail")),
  written(3, "category_change", "reason", reads("CategoryChange", "reason")),
  written(9, "category_change", "evidence", reads("CategoryChange", "evidence")),
  written(9, "provider_period", "reason", reads("ProviderPeriod", "reason")),
  written(1, "requirement_condition", "statement", reads("RequirementCondition", "statement")),
  written(1, "requirement_condition", "owner", reads("RequirementCondition", "owner")),
  written(1, "review", "findings", reads("Review", "findings")),
  written(1, "review", "good_practice", reads("Review", "goodPractice")),
  written(1, "review", "summary", reads("Review", "summary")),
  written(3, "category_sign_off", "reason", reads("CategorySignOff", "reason")),
  {
    title: "NHS England signs off a step down nationally",
    concern: 2,
    seen: reads("Concern", "categorySignOffs"),
    make: (hub) => signedOff(hub, concernNumbered(2).id, "ISF0"),
  },
  written(3, "concern", "title", reads("Concern", "title")),
  written(1, "concern", "title", reads("Concern", "title")),
  {
    title: "NHS England adds a note",
    concern: 1,
    seen: reads("Concern", "internalNotes"),
    make: (hub) =>
      done(hub, people.aRegionalLead, "addInternalNote", { id: concernNumbered(1).id, text: "The planted note." }),
  },
  {
    title: "a provider reports on its progress",
    concern: 2,
    seen: reads("Concern", "progress"),
    make: (hub) =>
      done(hub, people.aProviderLead, "submitProgress", { id: concernNumbered(2).id, summary: "Planted progress." }),
  },
  {
    title: "four learners are affected, and not three",
    concern: 2,
    seen: reads("Concern", "learnersAffected"),
    make: (hub) =>
      alter(hub, "update concerns.concern set learners_affected = 4 where id = $1", [concernNumbered(2).id]),
  },
  {
    title: "somebody else reported it in confidence",
    concern: 1,
    seen: () => false,
    make: (hub) =>
      alter(
        hub,
        `update concerns.reporter_identity set sealed = decode('00ff', 'hex') || sealed, key_id = 'another'
          where concern = (select key from concerns.concern where id = $1)`,
        [concernNumbered(1).id],
      ),
  },
  {
    title: "it is asked who spoke up in confidence",
    concern: 9,
    seen: reads("Concern", "reveals"),
    make: (hub) =>
      done(hub, people.aCaseHolder, "requestIdentityReveal", { id: concernNumbered(9).id, reason: "Planted." }),
  },
  {
    title: "who spoke up in confidence is revealed to somebody",
    concern: 4,
    seen: reads("Concern", "reveals"),
    make: async (hub) => {
      const { id } = concernNumbered(4);
      await done(hub, people.aCaseHolder, "requestIdentityReveal", { id, reason: "Planted." });
      const [revealId] = await waitingReveals(hub, id);
      return done(hub, people.aGuardian, "approveIdentityReveal", { id, revealId, approve: true, reason: "Planted." });
    },
  },
  {
    title: "somebody is reported to suffer for speaking up",
    concern: 2,
    seen: reads("Concern", "detriments"),
    make: (hub) =>
      done(hub, people.aRegionalLead, "reportDetriment", {
        id: concernNumbered(2).id,
        kind: "THREAT",
        text: "Planted.",
      }),
  },
  {
    title: "somebody else of a regulator opens it in an emergency",
    concern: 2,
    seen: reads("Concern", "emergencyAccess"),
    make: (hub) => breakGlass(hub, concernNumbered(2).id, [{ ...people.theCqc, purpose: "BREAK_GLASS" }]),
  },
  {
    title: "it was reported and is reviewed on another day",
    concern: 2,
    seen: reads("Concern", "raisedOn"),
    make: (hub) => age(hub, concernNumbered(2).id, 300),
  },
  {
    title: "it is assessed again, at the same category",
    concern: 2,
    seen: reads("Concern", "risk"),
    make: (hub) => {
      const score = { likelihood: 5, impact: 4 };
      const rating = { inherent: score, residual: score, category: "ISF2", reason: "As before." };
      return done(hub, people.aRegionalLead, "assessConcern", { id: concernNumbered(2).id, ...rating });
    },
  },
  {
    title: "the provider plans an action",
    concern: 2,
    seen: reads("Concern", "actions"),
    make: (hub) =>
      done(hub, people.aProviderLead, "planAction", {
        id: concernNumbered(2).id,
        ...mutationInputs["planAction"],
      }),
  },
  {
    title: "it is shared with a body that did not know of it",
    concern: { ...atIsf2, NMC: ["sharedText"] },
    seen: knowsOfTheShare,
    make: (hub) =>
      done(hub, people.aRegionalLead, "shareConcern", { ...share, id: concernNumbered(2).id, organisation: "NMC" }),
  },
  {
    title: "it is shared with a body that knew of it by its remit",
    concern: { ...atIsf2, CQC: ["regulator", "sharedText"] },
    seen: knowsOfTheShare,
    make: (hub) =>
      done(hub, people.aRegionalLead, "shareConcern", { ...share, id: concernNumbered(2).id, organisation: "CQC" }),
  },
  {
    title: "a report that is not accepted is shared with a body that did not know of it",
    concern: { Y60: ["region"], ZZWEXU: ["reporter"], CQC: ["sharedText"] },
    seen: knowsOfTheShare,
    make: (hub) =>
      done(hub, people.aRegionalLead, "shareConcern", { ...share, id: concernNumbered(4).id, organisation: "CQC" }),
  },
  {
    title: "a regulator shares a concern of its remit with another",
    concern: { ...atIsf2, GMC: ["shared"], NMC: ["shared"] },
    // NHS England is no party to it: those see it there who read its own casework.
    seen: (role, held) => role !== "GUARDIAN" && knowsOfTheShare(role, held),
    make: (hub) =>
      done(hub, people.theGmc, "shareConcern", {
        ...share,
        dataClasses: [],
        id: concernNumbered(2).id,
        organisation: "NMC",
      }),
  },
  {
    title: "it is shared with a body of which nobody here is one",
    concern: 2,
    seen: isNhsEngland,
    make: (hub) =>
      done(hub, people.aRegionalLead, "shareConcern", { ...share, id: concernNumbered(2).id, organisation: "HCPC" }),
  },
  {
    title: "the share with a body is withdrawn",
    concern: { Y60: ["region"], CQC: ["sharedText"], NMC: [], ZZN01: ["provider"], QHL: ["board"] },
    seen: knowsOfTheShare,
    make: async (hub) => {
      const [shareId] = await sharesOf(hub, concernNumbered(1).id, "CQC");
      return done(hub, people.aRegionalLead, "withdrawShare", { id: concernNumbered(1).id, shareId });
    },
  },
  {
    title: "the share with a body comes to its end",
    concern: { Y60: ["region"], CQC: ["sharedText"], NMC: [], ZZN01: ["provider"], QHL: ["board"] },
    seen: knowsOfTheShare,
    make: async (hub) => {
      const { id } = concernNumbered(1);
      const past = "= current_date - 1 where concern = (select key from concerns.concern where id = $1)";
      const ofTheCqc = "and organisation = 'CQC'";
      await alter(hub, `update concerns.concern_share set shared_on = current_date - 9, until ${past} ${ofTheCqc}`, [
        id,
      ]);
      await alter(hub, `update concerns.concern_access set shared_until ${past} ${ofTheCqc}`, [id]);
    },
  },
  {
    title: "a panel is convened on it, which a body attends",
    concern: { ...atIsf2, Y60: ["panel"], NMC: ["panel"] },
    seen: isToldOfTheRelation,
    make: (hub) => convened(hub, concernNumbered(2).id, { attending: [people.theNmc] }),
  },
  {
    title: "a panel is convened on it, to which a body is invited that knew of it by its remit",
    concern: { ...atIsf2, Y60: ["panel"], CQC: ["panel"] },
    seen: isToldOfTheRelation,
    make: (hub) => convened(hub, concernNumbered(2).id, { attending: [], invited: ["CQC"] }),
  },
  {
    title: "what a body contributed to a panel reads otherwise",
    concern: { Y60: ["panel"], GMC: ["panel"] },
    seen: takesPart,
    make: (hub) =>
      alter(hub, "update concerns.panel_contribution set text = 'The planted text, with nights in it.'", []),
  },
  {
    title: "a regulator contributes what it knows, for another to read",
    concern: { GMC: ["regulator"], CQC: ["regulator"] },
    seen: reads("Contribution", "text"),
    make: (hub) => contributes(hub, people.theGmc, concernNumbered(2).id, ["CQC"]),
  },
  {
    title: "the region contributes what it keeps to itself",
    concern: { Y60: ["region"] },
    seen: reads("Contribution", "text"),
    make: (hub) => contributes(hub, people.aRegionalLead, concernNumbered(1).id, []),
  },
  {
    title: "what a body contributed reads otherwise",
    concern: { CQC: ["sharedText"], Y60: ["region"] },
    seen: reads("Contribution", "text"),
    make: (hub) => alter(hub, "update concerns.contribution set text = 'Planted.' where owner = 'CQC'", []),
  },
  {
    title: "the university reports another concern about the provider",
    concern: { X24: ["nation"], Y60: ["region"], ZZWEXU: ["reporter"] },
    seen: reads("Concern", "id"),
    make: (hub) => reported(hub, people.aUniversityLead, { title: "A planted report" }),
  },
  {
    title: "a duplicate is reported and merged into a concern that others know by its category",
    concern: { X24: ["nation"], Y60: ["region"], ZZE01: ["provider", "reporter"] },
    seen: reads("Concern", "id"),
    make: (hub) => mergedDuplicate(hub),
  },
  {
    title: "another region has one concern more",
    concern: {
      X24: ["nation"],
      Y56: ["region", "reporter"],
      ZZA01: ["provider"],
      GMC: ["regulator"],
      CQC: ["regulator"],
    },
    seen: reads("Concern", "id"),
    make: (hub) =>
      assessed(
        hub,
        { reporter: people.aLeadOfAnotherRegion, lead: people.aLeadOfAnotherRegion, category: "ISF3" },
        { provider: "ZZA01", educationProvider: null, themes: ["INDUCTION"], narrative: "Planted nights." },
      ),
  },
];

const isSeenBy = (change: Change, { role, organisation }: Person): boolean => {
  const parties = typeof change.concern === "number" ? worldOf([])[change.concern - 1]?.parties : change.concern;
  return change.seen(role, parties?.[organisation] ?? []);
};

/** Two of those who may see it, and of the others one in four, each time another: all of them would take too long. */
const askersOf = (change: Change): readonly Person[] => {
  const seers = askers.filter((person) => isSeenBy(change, person)).slice(0, 2);
  const others = askers.filter((_, index) => (index + changes.indexOf(change)) % 4 === 0);
  return [...seers, ...others.filter((person) => !isSeenBy(change, person))];
};

describe.each(changes)("where $title", (change) => {
  beforeAll(async () => {
    await twins.makeAlike();
    await change.make(twins.second);
  });

  it.each(askersOf(change))("$name gets the same bytes and is told of no change, or may see it", async (person) => {
    const found: string[] = [];
    for await (const difference of differences(person, questionsAfter(change, person))) {
      found.push(difference);
      if (isSeenBy(change, person)) break;
    }
    if (isSeenBy(change, person)) {
      expect(found).not.toEqual([]);
      return;
    }
    expect(found).toEqual([]);
    const cursor = cursors.get(person.name);
    expect(await allChanges(twins.second, person, cursor)).toEqual({ told: [], cursor });
  });
});

it("every question is one that the hub answers", () => {
  const answers = [...before.values()].flatMap((answersOf) => [...answersOf.values()]);
  expect(answers.filter((answer) => /^[45]\d\d /m.test(answer))).toEqual([]);
});

it.each(askers)("two hubs without a difference give $name the same bytes", async (person) => {
  await twins.makeAlike();
  const found: string[] = [];
  // Each a quarter of them, so that between them they ask every question more than once.
  const asked = questions.filter((_, index) => index % 4 === askers.indexOf(person) % 4);
  for await (const difference of differences(person, asked)) found.push(difference);
  expect(found).toEqual([]);
});
