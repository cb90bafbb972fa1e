/** What is recorded of reveals, detriment, emergencies and reporters, written in the shape of the graph. */
import { dayInEngland } from "../../hub/day-in-england.js";
import { whoSpokeOpenly, whoSpokeUp } from "./a-report.js";
import type { Row, Tree } from "./recorded-truth.js";

/** What the reports of the access world say, since what is stored is sealed. */
const reporters: Readonly<Record<string, Tree>> = {
  OPEN: whoSpokeOpenly,
  CONFIDENTIAL: whoSpokeUp,
  ANONYMOUS: { identityMode: "ANONYMOUS" },
};

export function recordedReporter(mode: unknown): Tree {
  return { coarseRole: null, name: null, contact: null, ...reporters[text(mode)] };
}

export function revealFields(row: Row): Tree {
  const isOver = (instant: string): boolean => Date.parse(text(row[instant])) <= Date.now();
  const answered = row["is_approved"] === true ? (isOver("open_before") ? "LAPSED" : "APPROVED") : "REFUSED";
  return {
    id: row["id"],
    state: row["answered_at"] == null ? (isOver("answer_before") ? "LAPSED" : "REQUESTED") : answered,
    reason: row["reason"],
    requestedBy: row["subject"],
    requestedOn: day(row["requested_at"]),
    answeredBy: row["answered_by_subject"],
    answeredOn: day(row["answered_at"]),
    answerReason: row["answer_reason"],
    openUntil: instant(row["open_before"]),
  };
}

export function detrimentFields(row: Row): Tree {
  return {
    id: row["id"],
    kinds: row["kinds"],
    text: row["text"],
    noticedOn: row["noticed_on"],
    reportedOn: row["reported_on"],
    reportedBy: organisation(row["by_organisation"]),
    role: row["by_role"],
  };
}

export function emergencyFields(row: Row): Tree {
  return {
    id: row["id"],
    by: row["subject"],
    organisation: organisation(row["organisation"]),
    role: row["role"],
    reason: row["reason"],
    at: instant(row["opened_at"]),
    until: instant(row["closes_at"]),
  };
}

function instant(value: unknown): string | null {
  return value == null ? null : new Date(text(value)).toISOString();
}

function day(value: unknown): string | null {
  return value == null ? null : dayInEngland(Date.parse(text(value)));
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function organisation(code: unknown): Tree | null {
  return code == null ? null : { code };
}
