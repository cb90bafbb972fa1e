/**
 * What NHS England's supervision adds to a concern that was drawn: the review by which it came to its gravest category,
 * one that lies ahead, closures asked for, and requirements that went into business as usual under conditions. Nothing
 * of it is later than what the concern itself shows. It draws from a stream of its own and changes no other draw.
 */
import { addDays, dayOf } from "./calendar.js";
import type { DemonstrationConcern, Stored } from "./demonstration-concern.js";
import { uuidFrom } from "./demonstration-identifiers.js";
import type { Random } from "./random.js";
import * as wording from "./wording/reviews.js";

type Requirement = DemonstrationConcern["requirements"][number];
type Review = DemonstrationConcern["reviews"][number];
type Condition = DemonstrationConcern["conditions"][number];

const typeByCategory: Readonly<Record<string, Review["type"]>> = {
  ISF2: "LEARNER_EDUCATOR_REVIEW",
  ISF3: "URGENT_RISK_REVIEW",
  ISF4: "URGENT_RISK_REVIEW",
};
/** A report is final after so many days. */
const reportDays = 42;
/** Conditions of concerns that were closed longer ago than this are all met and gone. */
const recentDays = 150;

export function superviseConcern(drawn: DemonstrationConcern, random: Random, lastDay: string): DemonstrationConcern {
  const reviews: Review[] = [];
  const gravest = graveStep(drawn);
  const held = gravest === undefined || random.chance(0.3) ? undefined : heldReview(drawn, gravest, random);
  if (held !== undefined) reviews.push(held);
  const ahead = reviewAhead(drawn, random, lastDay);
  if (ahead !== undefined) reviews.push(ahead);

  const raised = drawn.requirements.map((each) =>
    held !== undefined && each.issuedOn === held.heldOn ? { ...each, review: held.id } : each,
  );
  const carried = carriedRequirement(drawn, random, lastDay);
  const asked = random.chance(0.4) ? raised.find(({ status }) => status === "RESPONDED") : undefined;
  const steps = reviews.reduce(
    (count, { state }) => count + ["SCHEDULED", "RECORDED", "PUBLISHED"].indexOf(state) + 1,
    0,
  );
  return {
    ...drawn,
    concern: { ...drawn.concern, version: drawn.concern.version + steps },
    categoryChanges: drawn.categoryChanges.map((each) =>
      held !== undefined && each === gravest ? { ...each, evidence: `Review held on ${held.scheduledFor}` } : each,
    ),
    requirements: raised.map((each) => {
      if (each.id === carried?.id) return { ...each, status: "CARRIED" };
      return each === asked ? { ...each, status: "CLOSURE_REQUESTED" } : each;
    }),
    responses: askedFor(drawn.responses, asked, random),
    conditions: carried === undefined ? [] : conditionsOf(carried, drawn.concern.closedOn ?? "", random),
    reviews,
  };
}

/** The step up to the gravest category from which a review is held. */
function graveStep({ categoryChanges }: DemonstrationConcern) {
  const gravest = [...categoryChanges].sort((one, other) => (one.toCategory < other.toCategory ? 1 : -1))[0];
  return gravest !== undefined && gravest.toCategory in typeByCategory ? gravest : undefined;
}

function heldReview(
  { concern }: DemonstrationConcern,
  { changedOn, toCategory, byOrganisation }: DemonstrationConcern["categoryChanges"][number],
  random: Random,
): Review {
  const finalReportOn = addDays(changedOn, reportDays);
  const isPublished = finalReportOn <= concern.changedOn;
  return {
    ...blank(concern.key, random),
    type: typeByCategory[toCategory] ?? "LEARNER_EDUCATOR_REVIEW",
    state: isPublished ? "PUBLISHED" : "RECORDED",
    organisation: byOrganisation,
    scheduledFor: changedOn,
    heldOn: changedOn,
    panel: [...random.pick(wording.panels)],
    met: [...random.pick(wording.met)],
    evidence: [...random.pick(wording.evidence)],
    findings: random.pick(wording.findings),
    goodPractice: random.chance(0.6) ? random.pick(wording.goodPractice) : null,
    finalReportOn: isPublished ? finalReportOn : null,
    summary: isPublished ? random.pick(wording.summaries) : null,
    publishedOn: isPublished ? finalReportOn : null,
  };
}

/** Half of the concerns whose review is due in the days to come have it in the diary. */
function reviewAhead({ concern }: DemonstrationConcern, random: Random, lastDay: string): Review | undefined {
  const { status, nextReviewOn, region } = concern;
  if (status !== "IN_PROGRESS" || nextReviewOn === null || nextReviewOn <= lastDay || region === null) return undefined;
  if (random.chance(0.5)) return undefined;
  const scheduledFor = nextReviewOn;
  const type = "MONITORING_LEARNING_ENVIRONMENT";
  return { ...blank(concern.key, random), type, state: "SCHEDULED", organisation: region, scheduledFor };
}

function blank(concern: string, random: Random) {
  return {
    id: uuidFrom(random),
    concern,
    heldOn: null,
    panel: null,
    met: null,
    evidence: null,
    findings: null,
    goodPractice: null,
    nextMeetingOn: null,
    finalReportOn: null,
    summary: null,
    publishedOn: null,
    cancelReason: null,
  };
}

/** Some concerns that were closed of late left one requirement to business as usual. */
function carriedRequirement(
  { concern, requirements }: DemonstrationConcern,
  random: Random,
  lastDay: string,
): Requirement | undefined {
  const isRecent = concern.closedOn !== null && dayOf(lastDay) - dayOf(concern.closedOn) <= recentDays;
  const candidates = requirements.filter(({ kind, status }) => kind === "MANDATORY" && status === "CLOSED");
  return isRecent && random.chance(0.6) ? candidates.at(-1) : undefined;
}

/** Two, each with a post that owns it, to be met in the half year after the concern was closed. */
function conditionsOf({ id, concern, closedOn }: Requirement, closed: string, random: Random): Condition[] {
  const setOn = closedOn ?? closed;
  const [first, second] = random.sample(wording.conditions, 2);
  const row = (condition: typeof first, sequence: number, dueOn: string): Condition => ({
    id: uuidFrom(random),
    requirement: id,
    concern,
    sequence,
    text: condition?.text ?? "",
    owner: condition?.owner ?? "",
    setOn,
    dueOn,
    metOn: null,
    metBy: null,
    statement: null,
  });
  return [row(first, 1, addDays(closed, 180)), row(second, 2, addDays(closed, 90))];
}

function askedFor(
  responses: DemonstrationConcern["responses"],
  asked: Requirement | undefined,
  random: Random,
): readonly Stored<DemonstrationConcern["responses"][number]>[] {
  const last = responses.findLast(({ requirement }) => requirement === asked?.id);
  if (last === undefined) return responses;
  const text = random.pick(wording.closureRequests);
  return responses.map((each) => (each === last ? { ...each, kind: "CLOSURE_REQUEST", text } : each));
}
