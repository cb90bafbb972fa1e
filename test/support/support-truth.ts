/** What is recorded of reviews, conditions and sign-offs, in the shape of the graph. */
import { organisation, text, type Row, type Tree } from "./recorded-truth.js";

type RowsOf = (table: string, order: string, key: string) => Promise<Row[]>;

export interface SupportTruth {
  ofConcern(concern: Row): Tree;
  conditionsOf(requirement: Row): readonly Tree[];
}

export async function supportTruth(rowsOf: RowsOf, today: string): Promise<SupportTruth> {
  const signOffs = await rowsOf("category_sign_off", "step desc, id", "concern");
  const reviews = await rowsOf("review", "scheduled_for desc, id", "concern");
  const requirements = await rowsOf("requirement", "issued_on desc, id", "concern");
  const conditions = await rowsOf("requirement_condition", "sequence", "concern");
  const raisedBy = (review: Row): Tree[] =>
    requirements.filter((row) => row["review"] === review["id"]).map(({ id }) => ({ id }));
  return {
    ofConcern: ({ key }) => ({
      categorySignOffs: signOffs.filter(({ concern }) => concern === key).map(signOffFields),
      reviews: reviews
        .filter(({ concern }) => concern === key)
        .map((review) => ({ ...reviewFields(review), requirements: raisedBy(review) })),
    }),
    conditionsOf: ({ id }) =>
      conditions.filter(({ requirement }) => requirement === id).map((row) => conditionFields(row, today)),
  };
}

/** By score: 1 to 3 nothing, 4 to 6 minor, 8 to 12 significant, 15 to 25 major. */
export function ratingWithSuggestion(risk: Row[string] | undefined): Tree | null {
  if (risk == null) return null;
  const rating = risk as { readonly residual: { readonly score: number } };
  const level = [3, 6, 12].filter((most) => rating.residual.score > most).length;
  return { ...rating, suggestedCategory: `ISF${level}` };
}

const nextBelow: Readonly<Record<string, readonly [to: string, scoreAtMost: number]>> = {
  ISF1: ["ISF0", 3],
  ISF2: ["ISF1", 6],
  ISF3: ["ISF2", 12],
  ISF4: ["ISF3", 25],
};

/** What stands in the way of the next lower category, of a concern that is assessed and not over. */
export function stepDownOf(concern: Row, requirements: readonly Row[], removals: readonly Row[]): Tree | null {
  const below = nextBelow[text(concern["category"])];
  if (below === undefined || !["IN_PROGRESS", "RESOLUTION_CONFIRMED", "REOPENED"].includes(text(concern["status"])))
    return null;
  const [to, scoreAtMost] = below;
  const { residual } = concern["risk"] as { readonly residual: { readonly score: number } };
  const outstanding = requirements.filter(
    ({ kind, status }) =>
      kind !== "RECOMMENDATION" && ["OPEN", "RESPONDED", "CLOSURE_REQUESTED"].includes(text(status)),
  );
  const areAway = removals.some((removal) => removal["in_force_since"] !== null && removal["ended_on"] === null);
  const needs = [
    ...(to === "ISF3" && areAway ? ["LEARNERS_BACK"] : []),
    ...(outstanding.length > 0 ? ["REQUIREMENTS_MET"] : []),
    ...(residual.score > scoreAtMost ? ["RISK_REDUCED"] : []),
    "DECISION",
  ];
  return { to, needs, scoreAtMost, requirements: outstanding.map(({ id }) => ({ id })) };
}

/** In this world an immediate requirement that was answered was answered on the day on which it was issued. */
export function whenAnswered(requirement: Row, responses: readonly Row[]): Tree {
  const days = responses
    .filter((response) => response["requirement"] === requirement["id"])
    .filter(({ kind }) => kind === "ANSWER" || kind === "CLOSURE_REQUEST")
    .map((response) => text(response["responded_on"]));
  const answeredOn = days.sort()[0] ?? null;
  const isImmediate = requirement["kind"] === "IMMEDIATE_MANDATORY";
  return { answeredOn, answeredInTime: isImmediate && answeredOn !== null ? true : null };
}

function signOffFields(row: Row): Tree {
  return {
    id: row["id"],
    from: row["from_category"],
    to: row["to_category"],
    on: row["signed_on"],
    role: row["by_role"],
    reason: row["reason"],
  };
}

function conditionFields(row: Row, today: string): Tree {
  return {
    id: row["id"],
    text: row["text"],
    owner: row["owner"],
    setOn: row["set_on"],
    dueOn: row["due_on"],
    overdue: row["met_on"] == null && text(row["due_on"]) < today,
    metOn: row["met_on"],
    metBy: organisation(row["met_by"]),
    statement: row["statement"],
  };
}

function reviewFields(row: Row): Tree {
  return {
    id: row["id"],
    type: row["type"],
    status: row["state"],
    organisation: organisation(row["organisation"]),
    scheduledFor: row["scheduled_for"],
    heldOn: row["held_on"],
    nextMeetingOn: row["next_meeting_on"],
    finalReportOn: row["final_report_on"],
    publishedOn: row["published_on"],
    summary: row["summary"],
    panel: row["panel"],
    met: row["met"],
    evidence: row["evidence"],
    findings: row["findings"],
    goodPractice: row["good_practice"],
    cancelReason: row["cancel_reason"],
  };
}
