import { beforeAll, describe, expect, it } from "@jest/globals";
import type { DemonstrationConcern } from "../../demonstration/demonstration-concern.js";
import { demonstrationLastDay } from "../../demonstration/generate-concern.js";
import { mergers } from "../../demonstration/organisations/mergers.js";
import { trusts } from "../../demonstration/organisations/trusts.js";
import { showcase } from "../../demonstration/showcase.js";
import { areAllPosts } from "../../subgraphs/concerns/reviews/posts.js";
import { firstConcerns } from "./demonstration-world.js";

let concerns: DemonstrationConcern[];
beforeAll(async () => {
  concerns = await firstConcerns(2_000);
});

/** References of those for which the claim does not hold. */
function exceptions(claim: (each: DemonstrationConcern) => boolean, among = concerns): string[] {
  return among.filter((each) => !claim(each)).map(({ concern }) => concern.reference);
}

const inOrder = (days: readonly string[]) => days.every((day, index) => index === 0 || (days[index - 1] ?? "") <= day);
const level = (category: string) => Number(category.slice("ISF".length));
const unassessed = ["REPORTED", "ACCEPTED", "DECLINED"];
const bySequence = (rows: readonly { readonly sequence: number }[]) =>
  rows.every(({ sequence }, index) => sequence === index + 1);
const daysAfter = (day: string, count: number) =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
const where = (status: string) => concerns.filter(({ concern }) => concern.status === status);

describe("every concern", () => {
  it("was noticed before it was reported, and reported before it was changed", () => {
    expect(
      exceptions(({ concern: c }) => (c.identifiedOn ?? c.raisedOn) <= c.raisedOn && c.raisedOn <= c.changedOn),
    ).toEqual([]);
  });

  it("has a narrative, and a text for the provider once it was accepted and not before", () => {
    expect(exceptions(({ concern: c }) => c.narrative.length > 100)).toEqual([]);
    expect(
      exceptions(({ concern: c }) => (c.summary === null) === ["REPORTED", "DECLINED"].includes(c.status)),
    ).toEqual([]);
  });

  it("has a risk rating once it was assessed and not before, scored by its bands", () => {
    expect(exceptions(({ concern: c }) => (c.risk === null) === unassessed.includes(c.status))).toEqual([]);
    const bands = { LOW: [1, 3], MODERATE: [4, 6], HIGH: [8, 12], EXTREME: [15, 25] } as const;
    const isScored = ({ likelihood, impact, score, band }: Score) =>
      likelihood * impact === score && bands[band][0] <= score && score <= bands[band][1];
    const rated = concerns.filter(({ concern }) => concern.risk !== null);
    expect(
      exceptions(({ concern }) => {
        const { inherent, residual, scoredBy, scoredOn } = concern.risk as Risk;
        const isSound = isScored(inherent) && isScored(residual) && inherent.score >= residual.score;
        return isSound && scoredBy === "QUALITY_LEAD" && scoredOn <= concern.changedOn;
      }, rated),
    ).toEqual([]);
  });

  it("has categories in order: the first from nothing, each from the one before, the last the present one", () => {
    expect(
      exceptions(({ concern, categoryChanges }) => {
        const [first] = categoryChanges;
        const isChain = categoryChanges.every(
          ({ fromCategory, toCategory }, index) =>
            fromCategory === (categoryChanges[index - 1]?.toCategory ?? null) && fromCategory !== toCategory,
        );
        const last = categoryChanges.at(-1);
        return (
          isChain &&
          bySequence(categoryChanges) &&
          inOrder(categoryChanges.map(({ changedOn }) => changedOn)) &&
          first?.changedOn === concern.raisedOn &&
          last?.toCategory === concern.category &&
          last.changedOn === concern.categorySince
        );
      }),
    ).toEqual([]);
  });

  it("moves one category at a time between assessments, each time with a reason", () => {
    expect(
      exceptions(({ categoryChanges, progress }) => {
        const [, first, ...later] = categoryChanges;
        const reopened = progress.find(({ kind }) => kind === "REOPENED")?.submittedOn ?? "9999";
        const isStep = ({ fromCategory, toCategory, changedOn }: (typeof later)[number]) => {
          const by = level(toCategory) - level(fromCategory ?? "");
          return by === 1 || by === -1 || (by > 1 && changedOn > reopened);
        };
        return (
          (first === undefined || first.reason !== null) && later.every((step) => step.reason !== null && isStep(step))
        );
      }),
    ).toEqual([]);
  });

  it("has requirements that were issued, answered and closed in that order, while it was open", () => {
    expect(
      exceptions(({ concern, requirements, responses }) =>
        requirements.every(({ id, status, issuedOn, dueOn, closedOn }) => {
          const answers = responses.filter(({ requirement }) => requirement === id);
          const days = [
            concern.raisedOn,
            issuedOn,
            ...answers.map(({ respondedOn }) => respondedOn),
            closedOn ?? "9999",
          ];
          const answered = answers.length > 0;
          return (
            inOrder(days) &&
            issuedOn < dueOn &&
            bySequence(answers) &&
            ["CLOSED", "CARRIED"].includes(status) === (closedOn !== null) &&
            (status === "OPEN" ? !answered : answered)
          );
        }),
      ),
    ).toEqual([]);
  });

  it("has reviews by post, held on the day of a step, whose requirements were issued that day", () => {
    const reviewed = concerns.filter(({ reviews }) => reviews.length > 0);
    expect(reviewed.length).toBeGreaterThan(100);
    expect(
      exceptions(({ concern, reviews, requirements, categoryChanges }) =>
        reviews.every(({ id, state, scheduledFor, heldOn, panel, met, publishedOn }) => {
          if (state === "SCHEDULED")
            return scheduledFor > demonstrationLastDay && scheduledFor === concern.nextReviewOn;
          const raised = requirements.filter(({ review }) => review === id);
          return (
            categoryChanges.some(({ changedOn }) => changedOn === heldOn) &&
            raised.every(({ issuedOn }) => issuedOn === heldOn) &&
            areAllPosts([...(panel ?? []), ...(met ?? [])]) &&
            (publishedOn ?? "") <= concern.changedOn
          );
        }),
      ),
    ).toEqual([]);
  });

  it("has conditions on what was carried into business as usual, owned by posts, and on nothing else", () => {
    const carried = concerns.filter(({ conditions }) => conditions.length > 0);
    expect(carried.length).toBeGreaterThan(10);
    expect(
      exceptions(({ concern, requirements, conditions }) =>
        requirements.every(({ id, status }) => {
          const own = conditions.filter(({ requirement }) => requirement === id);
          const areSound = own.every(
            ({ owner, dueOn }) => areAllPosts([owner]) && dueOn > (concern.closedOn ?? "9999"),
          );
          return areSound && (status === "CARRIED") === own.length > 0;
        }),
      ),
    ).toEqual([]);
  });

  it("has contributions and cases of bodies alone that know of it, which nobody shares with itself", () => {
    const known = concerns.filter(({ contributions }) => contributions.length > 0);
    expect(known.length).toBeGreaterThan(50);
    expect(known.filter(({ regulatorCases }) => regulatorCases.length > 0).length).toBeGreaterThan(5);
    expect(
      exceptions(({ concern, contributions, regulatorCases }) =>
        [...contributions, ...regulatorCases].every(({ owner, sharedWith }) => {
          const ofTheRegion = owner === concern.region;
          const ofARegulator = level(concern.category) >= 2 && /^(CQC|G..|GPHC|HCPC|NMC|GOSC|SWE)$/.test(owner);
          return (ofTheRegion || ofARegulator) && !sharedWith.includes(owner);
        }),
      ),
    ).toEqual([]);
    expect(
      exceptions(({ concern, contributions, regulatorCases }) => {
        const days = contributions.flatMap(({ receivedOn, contributedOn }) => [[receivedOn, contributedOn]]);
        return (
          days.every((pair) => inOrder([concern.raisedOn, ...pair, demonstrationLastDay])) &&
          regulatorCases.every(({ openedOn, recordedOn }) => inOrder([openedOn, recordedOn, concern.changedOn]))
        );
      }),
    ).toEqual([]);
  });

  it("asks for nothing twice while it is open for the first time", () => {
    const neverReopened = concerns.filter(({ progress }) => progress.every(({ kind }) => kind !== "REOPENED"));
    const kinds = ({ requirements }: DemonstrationConcern) =>
      new Set(requirements.map(({ standard, text }) => `${standard} ${text}`));
    expect(exceptions((each) => kinds(each).size === each.requirements.length, neverReopened)).toEqual([]);
  });

  it("has progress and notes in order of their days", () => {
    expect(
      exceptions(
        ({ progress, notes, concern }) =>
          bySequence(progress) &&
          bySequence(notes) &&
          inOrder([concern.raisedOn, ...progress.map(({ submittedOn }) => submittedOn)]) &&
          inOrder([concern.raisedOn, ...notes.map(({ addedOn }) => addedOn)]),
      ),
    ).toEqual([]);
  });

  it("was changed when something last happened that everybody who knows of it may see", () => {
    expect(
      exceptions(({ concern, categoryChanges, requirements }) => {
        const seen = [
          ...[concern.raisedOn, concern.closedOn ?? "", (concern.risk as Risk | null)?.scoredOn ?? ""],
          ...categoryChanges.map(({ changedOn }) => changedOn),
          ...requirements.flatMap(({ issuedOn, closedOn }) => [issuedOn, closedOn ?? ""]),
        ];
        return seen.every((day) => day <= concern.changedOn);
      }),
    ).toEqual([]);
  });

  it("has a version that counts at least what its rows show of it", () => {
    expect(
      exceptions(({ concern, categoryChanges, requirements }) => {
        const closings = requirements.filter(({ status }) => ["CLOSED", "CARRIED"].includes(status)).length;
        const answers = requirements.filter(({ status }) => status !== "OPEN").length;
        const accepted = Number(concern.summary !== null);
        // A requirement may be issued with the change of a category, and both count.
        return concern.version >= accepted + categoryChanges.length + requirements.length + answers + closings;
      }),
    ).toEqual([]);
  });

  it("keeps an identity unless its reporter wanted to stay unknown", () => {
    expect(
      exceptions(({ concern, reporter }) => (reporter === null) === (concern.identityMode === "ANONYMOUS")),
    ).toEqual([]);
  });

  it("lies with the trust that was there on the day it was settled, or is there now, but for the one that was left behind", () => {
    const leftBehind = concerns[showcase.findIndex((wish) => wish.leftBehind)];
    expect(
      exceptions((made) => {
        const { concern } = made;
        const closedOn = trusts.find(({ code }) => code === concern.provider)?.closedOn;
        const settled = concern.status === "DECLINED" ? concern.changedOn : concern.closedOn;
        return made === leftBehind || closedOn === undefined || (settled !== null && settled <= closedOn);
      }),
    ).toEqual([]);
    const predecessors = new Set(mergers.map(({ predecessor }) => predecessor));
    expect(concerns.some(({ concern }) => predecessors.has(concern.provider))).toBe(true);
  });
});

describe("a concern that is", () => {
  it("reported or declined has been worked on by nobody", () => {
    const untouched = [...where("REPORTED"), ...where("DECLINED"), ...where("ACCEPTED")];
    expect(untouched.length).toBeGreaterThan(0);
    const belongings = ({ requirements, responses, progress }: DemonstrationConcern) =>
      [requirements, responses, progress].flat();
    expect(exceptions((each) => belongings(each).length === 0 && each.concern.category === "ISF0", untouched)).toEqual(
      [],
    );
    expect(exceptions(({ concern }) => concern.nextReviewOn === null, untouched)).toEqual([]);
  });

  it("declined says why, and only that", () => {
    expect(exceptions(({ concern: c }) => (c.outcomeReason !== null) === (c.status === "DECLINED"))).toEqual([]);
  });

  it("closed has a day of closure, no review, a low category and no requirement left, and only that", () => {
    expect(exceptions(({ concern: c }) => (c.closedOn !== null) === (c.status === "CLOSED"))).toEqual([]);
    expect(
      exceptions(
        ({ concern, requirements }) =>
          level(concern.category) <= 1 &&
          concern.nextReviewOn === null &&
          requirements.every(({ closedOn }) => closedOn !== null && closedOn <= (concern.closedOn ?? "")),
        where("CLOSED"),
      ),
    ).toEqual([]);
  });

  it("closed, or confirmed to be resolved, was confirmed by its provider last", () => {
    const confirmed = [...where("CLOSED"), ...where("RESOLUTION_CONFIRMED")];
    expect(exceptions(({ progress }) => progress.at(-1)?.kind === "RESOLUTION_CONFIRMED", confirmed)).toEqual([]);
  });

  it("reopened says so last", () => {
    const reopened = where("REOPENED");
    expect(reopened.length).toBeGreaterThan(0);
    expect(exceptions(({ progress }) => progress.at(-1)?.kind === "REOPENED", reopened)).toEqual([]);
  });

  it("assessed is to be reviewed so many days after, by its category", () => {
    const days = [null, 90, 30, 14, 7];
    const open = [...where("IN_PROGRESS"), ...where("RESOLUTION_CONFIRMED")];
    expect(
      exceptions(({ concern }) => {
        const interval = days[level(concern.category)] ?? null;
        const due = interval === null ? null : daysAfter((concern.risk as Risk).scoredOn, interval);
        return concern.nextReviewOn === due;
      }, open),
    ).toEqual([]);
    expect(open.some(({ concern }) => (concern.nextReviewOn ?? "9999") < demonstrationLastDay)).toBe(true);
    expect(open.some(({ concern }) => (concern.nextReviewOn ?? "") > demonstrationLastDay)).toBe(true);
  });
});

interface Score {
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly band: "LOW" | "MODERATE" | "HIGH" | "EXTREME";
}

interface Risk {
  readonly inherent: Score;
  readonly residual: Score;
  readonly scoredBy: string;
  readonly scoredOn: string;
}
