/**
 * Reference data of the casework: facts that are not certain, and limits that an owner may change. Each file says how
 * sure it is. Read once; a file that has not its shape stops whoever asks for it.
 */
import { z } from "zod";
import { roles } from "../../authorisation/caller.js";
import { relations } from "../../authorisation/relation.js";
import { readReference } from "./concern-references.js";

/** FOUND in a public source; HIGH, MEDIUM, LOW: knowledge of the trade, by how sure; JUDGEMENT: the project's own. */
const sure = { confidence: z.enum(["FOUND", "DERIVED", "HIGH", "MEDIUM", "LOW", "JUDGEMENT"]) };
const provenance = { source: z.string().min(1), ...sure };
const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/);
const title = z.string().min(1);
const whole = z.number().int().nonnegative();
const category = z.string().regex(/^ISF[0-4]$/);
const codes = z.array(code).min(1);

export const bankHolidays = readReference(
  "bank-holidays.json",
  z.strictObject({
    coversFrom: z.iso.date(),
    coversTo: z.iso.date(),
    days: z.array(z.strictObject({ on: z.iso.date(), name: title })),
    ...provenance,
  }),
);

export const categoryMoves = readReference(
  "category-moves.json",
  z.strictObject({
    stepsDownWithoutSignOff: whole,
    suspension: category,
    afterSuspension: z.array(category),
    closableIn: z.array(category),
    ...provenance,
  }),
);

export const requirementKinds = readReference(
  "requirement-kinds.json",
  z.array(
    z.strictObject({
      code,
      meaning: title,
      workingDaysToAnswer: z.number().int().positive().nullable(),
      holdsConcernOpen: z.boolean(),
      ...provenance,
    }),
  ),
);

export const reviewTypes = readReference(
  "review-types.json",
  z.array(z.strictObject({ code, title, purpose: title, isPublished: z.boolean(), needsPanel: z.boolean(), ...sure })),
);

export const learnerRemoval = readReference(
  "learner-removal.json",
  z.strictObject({
    kindsOfChange: z.array(z.strictObject({ code, title, isRemoval: z.boolean(), ...sure })),
    reasons: z.array(z.strictObject({ code, title, ...sure })),
    triggers: z.strictObject({ categoryFrom: category, reasonsOfTheirOwn: codes, ...sure }),
    stages: z.array(z.strictObject({ code, title, ...sure })),
    learnerBands: z.array(z.strictObject({ band: title, from: whole, to: whole.nullable(), ...sure })),
    consultees: z.array(
      z.strictObject({
        code,
        title,
        shows: z.array(z.enum(relations)),
        whenUrgent: z.boolean(),
        mayBeNotApplicable: z.boolean(),
        ...sure,
      }),
    ),
    deciders: z.array(
      z.strictObject({
        code,
        title,
        relation: z.enum(relations),
        roles: z.array(z.enum(roles)).min(1),
        forItsOwnLearners: z.boolean(),
        ...sure,
      }),
    ),
    authorities: z.array(
      z.strictObject({
        learners: title,
        professions: codes.nullable(),
        stages: codes.nullable(),
        deciders: codes,
        ...sure,
      }),
    ),
    fullSuspension: z.strictObject({ scope: z.literal("ALL_LEARNERS"), deciders: codes, ...sure }),
    notices: z.array(z.strictObject({ code, title, mayBeNotApplicable: z.boolean(), ...sure })),
    reviewDays: z.number().int().positive(),
    ...provenance,
  }),
);

export const protocolLimits = readReference(
  "protocol.json",
  z.strictObject({
    longestShareDays: z.number().int().positive(),
    signals: z.strictObject({ fewestBodies: z.number().int().min(2), periods: z.array(whole).min(1) }),
    ...provenance,
  }),
);

export const regulatorCases = readReference(
  "regulator-cases.json",
  z.strictObject({
    kinds: z.array(z.strictObject({ code, title, regulators: codes.nullable(), ...sure })),
    ...provenance,
  }),
);

export const reviewPanel = readReference(
  "review-panel.json",
  z.strictObject({
    quorum: z.number().int().min(2),
    outcomes: z.array(
      z.strictObject({
        code,
        title,
        needsActionsOf: whole,
        needsReviewDate: z.boolean(),
        isAlone: z.boolean(),
        ...sure,
      }),
    ),
    atRisk: z.array(z.strictObject({ code, title })),
    urgencies: z.array(z.strictObject({ code, title })),
    reasons: z.array(z.strictObject({ code, title, ...sure })),
    ...provenance,
  }),
);

export const speakingUp = readReference(
  "speaking-up.json",
  z.strictObject({
    elements: z.array(
      z.strictObject({
        code,
        title,
        themes: z.array(code),
        risk: z.enum(["PATIENTS", "LEARNERS"]).nullable(),
        isDetriment: z.boolean(),
        ...sure,
      }),
    ),
    detriments: z.array(z.strictObject({ code, title, ...sure })),
    // Sources of a concern that are people who speak up, and not surveys, visits or other bodies.
    sources: z.array(code),
    reveal: z.strictObject({ answerWithinHours: z.number().positive(), openMinutes: z.number().positive(), ...sure }),
    ...provenance,
  }),
);

export const reminders = readReference(
  "notifications.json",
  z.strictObject({
    requirementDueDays: z.array(z.strictObject({ kind: code.nullable(), days: whole })),
    panelActionDueDays: whole,
    agreementExpiringDays: whole,
    ...provenance,
  }),
);

export const breakGlassLimits = readReference(
  "break-glass.json",
  z.strictObject({ openHours: z.number().positive(), shortestReason: whole, ...provenance }),
);
