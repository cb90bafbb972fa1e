/**
 * What was known of a concern of the demonstration on each day: since when its rows are as they are, and the versions
 * that casework replaced, as triggers would have kept them, had it been recorded as it happened.
 */
import { accessRowsOf, type AccessRow } from "../authorisation/access-rows.js";
import type { Bodies } from "../authorisation/relations-of.js";
import { indexedConcern } from "../subgraphs/concerns/access/indexed-concern.js";
import type { DemonstrationConcern } from "./demonstration-concern.js";
import { atNoon, type Recorded } from "./copy-target.js";
import { concernTarget, requirementTarget, reviewTarget } from "./demonstration-tables.js";
import type { FormerAccess, FormerVersion } from "./past-tables.js";

type Concern = DemonstrationConcern["concern"];
type Requirement = DemonstrationConcern["requirements"][number];
type Review = DemonstrationConcern["reviews"][number];
type Version<Row> = Row & Recorded;

export interface RecordedPast {
  readonly access: readonly Version<AccessRow>[];
  readonly requirements: readonly Version<Requirement>[];
  readonly reviews: readonly Version<Review>[];
  readonly formerVersions: readonly FormerVersion[];
  readonly formerAccess: readonly FormerAccess[];
}

export interface PastOptions {
  readonly bodies: Bodies;
  /** What still lies ahead was recorded on it. */
  readonly lastDay: string;
  /** Whether what casework replaced is kept, or only since when the rows are as they are. */
  readonly withVersions: boolean;
}

export function pastOf(made: DemonstrationConcern, { bodies, lastDay, withVersions }: PastOptions): RecordedPast {
  const before = withVersions ? made.before() : [];
  const concerns = inOrder([...before, made.concern].map((row) => version(row, row.changedOn)));
  const requirements = made.requirements.map((row) => requirementVersions(row, made));
  const reviews = made.reviews.map((row) => reviewVersions(row, lastDay));
  return {
    ...accessOver(concerns, bodies),
    requirements: requirements.flatMap((versions) => versions.slice(-1)),
    reviews: reviews.flatMap((versions) => versions.slice(-1)),
    formerVersions: withVersions
      ? [
          ...replaced(concerns, (row) => concernTarget.record(row)),
          ...requirements.flatMap((versions) => replaced(versions, (row) => requirementTarget.record(row))),
          ...reviews.flatMap((versions) => replaced(versions, (row) => reviewTarget.record(row))),
        ]
      : [],
  };
}

function version<Row extends object>(row: Row, on: string): Version<Row> {
  return { ...row, recordedFrom: atNoon(on) };
}

/** Of the versions of a day the last, as it was at the end of that day. */
function inOrder<Row extends Recorded>(versions: readonly Row[]): Row[] {
  return [...new Map(versions.map((one) => [one.recordedFrom, one])).values()];
}

function requirementVersions(row: Requirement, { responses }: DemonstrationConcern): Version<Requirement>[] {
  const answers = responses.filter(({ requirement }) => requirement === row.id).map(({ respondedOn }) => respondedOn);
  const answered = answers.sort()[0];
  return inOrder([
    version({ ...row, status: "OPEN", closedOn: null }, row.issuedOn),
    ...(answered === undefined ? [] : [version({ ...row, status: "RESPONDED" as const, closedOn: null }, answered)]),
    version(row, row.closedOn ?? answered ?? row.issuedOn),
  ]);
}

function reviewVersions(row: Review, lastDay: string): Version<Review>[] {
  const { heldOn, publishedOn } = row;
  if (heldOn === null) return [version(row, lastDay)];
  const unpublished = { finalReportOn: null, summary: null, publishedOn: null };
  return inOrder([version({ ...row, ...unpublished, state: "RECORDED" }, heldOn), version(row, publishedOn ?? heldOn)]);
}

function replaced<Row extends { readonly id: string } & Recorded>(
  versions: readonly Row[],
  recordOf: (row: Row) => object,
): FormerVersion[] {
  return versions.flatMap((row, index) => {
    const next = versions[index + 1];
    if (next === undefined) return [];
    return [{ id: row.id, recordedFrom: row.recordedFrom, recordedUntil: next.recordedFrom, record: recordOf(row) }];
  });
}

/** The rows of the access index over time, of which only why an organisation knows of a concern is kept. */
function accessOver(
  concerns: readonly Version<Concern>[],
  bodies: Bodies,
): Pick<RecordedPast, "access" | "formerAccess"> {
  let access: readonly Version<AccessRow>[] = [];
  const formerAccess: FormerAccess[] = [];
  for (const concern of concerns) {
    const rows = accessRowsOf(indexedConcern(concern, { shares: [], atPanels: [], learnersFrom: [] }), bodies);
    const kept = rows.map((row) => ({ row, before: access.find((one) => isSame(one, row)) }));
    const ended = access.filter((one) => !kept.some(({ before }) => before === one));
    for (const { organisation, relations, recordedFrom } of ended)
      formerAccess.push({
        organisation,
        concern: concern.key,
        relations: [...relations],
        recordedFrom,
        recordedUntil: concern.recordedFrom,
      });
    access = kept.map(({ row, before }) => ({ ...row, recordedFrom: before?.recordedFrom ?? concern.recordedFrom }));
  }
  return { access, formerAccess };
}

function isSame(one: AccessRow, other: AccessRow): boolean {
  return one.organisation === other.organisation && one.relations.join() === other.relations.join();
}
