/** What is recorded of every concern, read from the tables by a superuser and written in the shape of the graph. */
import pg from "pg";
import { detrimentFields, emergencyFields, recordedReporter, revealFields } from "./recorded-protection.js";
import { ownedBy, type Owned } from "./recorded-intelligence.js";
import { evidenceFields, plannedAction } from "./recorded-provider-work.js";
import { recordOfEvent } from "./reference-events.js";
import { ratingWithSuggestion, stepDownOf, supportTruth, whenAnswered } from "./support-truth.js";
import { mergersTruth } from "./recorded-mergers.js";
import { providerPeriod } from "./recorded-moves.js";
import { bodiesAt, panelsOn } from "./recorded-panels.js";
import { placementChange, removalLists, removalTree, type RemovalLists } from "./recorded-removals.js";

export type Tree = Readonly<Record<string, unknown>>;

/** Reads a table in order, with its key, or that of its concern or panel, as text. */
export type ReadRows = (table: string, order: string, key: string) => Promise<Row[]>;

/** A row as JSON; dates are ISO text, and keys text, since a number cannot hold them. */
export type Row = Readonly<Record<string, string | number | boolean | null | object>>;

/** @param today the ISO date as of which days are counted. */
export async function recordedTruth(adminUrl: string, today: string): Promise<ReadonlyMap<string, Tree>> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const rowsOf: ReadRows = async (table, order, key) => {
    const { rows } = await client.query<{ row: Row }>(
      `select to_jsonb(t) || jsonb_build_object('${key}', t.${key}::text) as row from concerns.${table} t order by ${order}`,
    );
    return rows.map(({ row }) => row);
  };
  try {
    const concerns = await rowsOf("concern", "key", "key");
    const history = await rowsOf("category_change", "sequence", "concern");
    const requirements = await rowsOf("requirement", "issued_on desc, id", "concern");
    const responses = await rowsOf("requirement_response", "sequence desc", "concern");
    const progress = await rowsOf("progress_update", "sequence desc", "concern");
    const support = await supportTruth(rowsOf, today);
    const shares = await rowsOf("concern_share", "shared_on desc, id", "concern");
    const actions = await rowsOf("planned_action", "due_on, id", "concern");
    const panels = await panelsOn(rowsOf, today);
    const periods = await rowsOf("provider_period", "sequence desc", "concern");
    const mergers = await mergersTruth(rowsOf, concerns);
    const reveals = await rowsOf("identity_reveal", "requested_at desc, id", "concern");
    const detriments = await rowsOf("detriment_report", "reported_on desc, id", "concern");
    const emergencies = await rowsOf("emergency_access", "opened_at desc, id", "concern");
    const removals = await rowsOf("learner_removal", "coalesce(decided_on, proposed_on) desc, id", "concern");
    const placements = await rowsOf("placement_change", "starts_on desc, id", "concern");
    const ofRemovals: Record<string, readonly Row[]> = {};
    for (const [list, [table, order]] of Object.entries(removalLists))
      ofRemovals[list] = await rowsOf(table, order, "concern");
    const evidence = await rowsOf("evidence", "added_on desc, id", "concern");
    const owned = await ownedBy(rowsOf);
    const notes = await rowsOf("internal_note", "sequence desc", "concern");
    const events = await rowsOf("concern_event", "sequence desc", "concern");
    const of = (rows: readonly Row[], { key }: Row): Row[] => rows.filter(({ concern }) => concern === key);
    return new Map(
      concerns.map((row) => [
        text(row["id"]),
        {
          ...concernFields(row, today),
          internalNotes: of(notes, row).map(({ text }) => text),
          categoryHistory: of(history, row).map(categoryChange),
          ...support.ofConcern(row),
          stepDown: stepDownOf(row, of(requirements, row), of(removals, row)),
          requirements: of(requirements, row).map((requirement) => ({
            ...requirementFields(requirement, today),
            ...whenAnswered(requirement, responses),
            conditions: support.conditionsOf(requirement),
            responses: responses
              .filter((response) => response["requirement"] === requirement["id"])
              .map(responseFields),
          })),
          progress: of(progress, row).map(progressFields),
          shares: of(shares, row).map(shareFields),
          removals: of(removals, row).map((removal) => removalTree(removal, ofRemovals as RemovalLists, today)),
          placementChanges: of(placements, row).map(placementChange),
          evidence: of(evidence, row).map(evidenceFields),
          actions: of(actions, row).map((action) => plannedAction(action, today)),
          ...mergers.ofConcern(row),
          providerHistory: of(periods, row).map(providerPeriod),
          timeline: of(events, row).map((event) => ({
            ...eventFields(event, shares, panels(text(row["key"])), owned),
            ...(event["kind"] === "DUPLICATE_MERGED" && { bodies: mergers.knowingOfDuplicatesOf(row) }),
          })),
          ...owned.ofConcern(row),
          panels: panels(text(row["key"])),
          reveals: of(reveals, row).map(revealFields),
          detriments: of(detriments, row).map(detrimentFields),
          detrimentReported: of(detriments, row).length > 0,
          emergencyAccess: of(emergencies, row).map(emergencyFields),
        },
      ]),
    );
  } finally {
    await client.end();
  }
}

function concernFields(row: Row, today: string): Tree {
  const ended = ["CLOSED", "DECLINED", "MERGED"].includes(text(row["status"]));
  return {
    id: row["id"],
    reference: row["reference"],
    title: row["title"],
    status: row["status"],
    category: row["category"],
    raisedOn: row["raised_on"],
    identifiedOn: row["identified_on"],
    closedOn: row["closed_on"],
    version: row["version"],
    provider: organisation(row["provider"]),
    site: organisation(row["site"]),
    educationProvider: organisation(row["education_provider"]),
    region: organisation(row["region"]),
    reportedBy: organisation(row["reported_by"]),
    subjectLevel: row["subject_level"],
    department: row["department"],
    programme: row["programme"],
    professions: row["professions"],
    themes: row["themes"],
    sourceType: row["source_type"],
    patientSafetyRisk: row["patient_safety_risk"],
    learnerSafetyRisk: row["learner_safety_risk"],
    immediateRisk: row["immediate_risk"],
    standards: (row["standards"] as string[]).map((id) => ({ id })),
    risk: ratingWithSuggestion(row["risk"]),
    nextReviewOn: row["next_review_on"],
    overdue: row["next_review_on"] == null ? (ended ? false : null) : !ended && text(row["next_review_on"]) < today,
    daysInCategory: daysBetween(text(row["category_since"]), text(row["closed_on"] ?? today)),
    summary: row["summary"],
    narrative: row["narrative"],
    declineReason: row["outcome_reason"],
    learnersAffected: row["learners_affected"],
    reporter: recordedReporter(row["identity_mode"]),
  };
}

function categoryChange(row: Row): Tree {
  return {
    from: row["from_category"],
    to: row["to_category"],
    on: row["changed_on"],
    role: row["from_category"] == null ? null : row["by_role"],
    organisation: organisation(row["by_organisation"]),
    reason: row["reason"],
    evidence: row["evidence"],
  };
}

function requirementFields(row: Row, today: string): Tree {
  return {
    id: row["id"],
    kind: row["kind"],
    standard: row["standard"] == null ? null : { id: row["standard"] },
    issuedOn: row["issued_on"],
    dueOn: row["due_on"],
    status: row["status"],
    overdue: row["status"] === "OPEN" && text(row["due_on"]) < today,
    closedOn: row["closed_on"],
    text: row["text"],
  };
}

function responseFields(row: Row): Tree {
  return { id: row["id"], kind: row["kind"], text: row["text"], on: row["responded_on"], role: row["by_role"] };
}

function progressFields(row: Row): Tree {
  return {
    kind: row["kind"],
    submittedOn: row["submitted_on"],
    summary: row["summary"],
    detail: row["detail"],
    role: row["by_role"],
  };
}

function shareFields(row: Row): Tree {
  return {
    id: row["id"],
    organisation: organisation(row["organisation"]),
    sharedBy: organisation(row["shared_by"]),
    classes: row["classes"],
    reason: row["reason"],
    sharedOn: row["shared_on"],
    until: row["until"],
    withdrawnOn: row["withdrawn_on"],
  };
}

/** With the bodies whose event it is, which is no field of the graph. */
function eventFields(row: Row, shares: readonly Row[], panels: readonly Tree[], owned: Owned): Tree {
  const [kind, type] = [text(row["kind"]), recordOfEvent[text(row["kind"])]];
  const isAbout = ({ id }: Tree): boolean => id === row["record"];
  const share = shares.find(isAbout);
  return {
    kind,
    on: row["happened_on"],
    organisation: organisation(row["by_organisation"]),
    role: kind === "REPORTED" ? null : row["by_role"],
    record: type === undefined ? null : { type, id: row["record"] },
    bodies:
      share === undefined
        ? [...bodiesAt(kind, panels.find(isAbout)), ...owned.bodiesOf(kind, isAbout)]
        : [share["organisation"], share["shared_by"]],
  };
}

export function text(value: Row[string] | undefined): string {
  return typeof value === "string" ? value : "";
}

export function organisation(code: Row[string] | undefined): Tree | null {
  return code == null ? null : { code };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
