/**
 * Reads review panels through the caller's visible views: one, a page, those on concerns, and what hangs on them. A
 * page costs one statement for each kind of thing that is asked for.
 */
import { recordsOf, type KeyedRecord, type Row } from "../../records.js";
import type { Position } from "../../cursor.js";
import type { LoadMany } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import type { ConcernRecord } from "../concern-reader.js";
import { grouped } from "../../grouped.js";
import { listsByConcern } from "../lists-by-concern.js";
import { PanelAction, PanelContribution, PanelDissent, PanelInvitation } from "./panel-parts.js";
import { ReviewPanel } from "./panel-record.js";

export type PanelRecord = ReviewPanel & KeyedRecord;
export type PanelActionRecord = PanelAction & KeyedRecord;

const panels = recordsOf(ReviewPanel);
const actions = recordsOf(PanelAction);
const concerns = recordsOf(Concern);

const toPanel = (context: SubgraphContext, row: Row): PanelRecord => panels.record(context, row) as PanelRecord;

/** By the id of their panel. */
export const loadInvitations = listsByConcern<PanelInvitation>(PanelInvitation, "v.organisation");
export const loadContributions = listsByConcern<PanelContribution>(PanelContribution, "v.sequence");
export const loadDissents = listsByConcern<PanelDissent>(PanelDissent, "v.sequence");
export const loadActions = listsByConcern<PanelActionRecord>(PanelAction, "v.due_on, v.id");

export const loadPanels: LoadMany<string, PanelRecord> = async (context, ids) => {
  const rows = await context.database.readByIndex<Row>(
    `select ${panels.select(panels.fields)} from ${panels.view} v where v.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [String(row["id"]), toPanel(context, row)]));
};

/** Panels that the caller attends, by the key of a concern; newest first. */
export const loadPanelsOfConcerns: LoadMany<string, PanelRecord[]> = async (context, keys) => {
  const rows = await context.database.read<Row>(
    `select ${panels.select(panels.fields)}, l.concern from ${panels.view} v
     join concerns.visible_panel_concern l on l.key = v.key
     where l.concern = any($1) order by v.convened_on desc, v.id`,
    [keys],
  );
  return grouped(keys, rows, "concern", (row) => toPanel(context, row));
};

/** Concerns of panels, of those that the caller may know of; the one that leads comes first. */
export const loadConcernsOfPanels: LoadMany<string, ConcernRecord[]> = async (context, ids) => {
  const rows = await context.database.readByIndex<Row>(
    `select ${concerns.select(concerns.fields)}, l.key as panel from concerns.visible_panel_concern l
     join ${concerns.view} v on v.key = l.concern
     where l.key = any($1) order by l.leads desc, v.id`,
    [ids],
  );
  return grouped(ids, rows, "panel", (row) => concerns.record(context, row) as ConcernRecord);
};

export interface PanelSelection {
  readonly state: readonly string[] | null;
  /** Those that this body convened, or those that others did. */
  readonly convenor: { readonly is: boolean; readonly organisation: string } | null;
}

export interface PageStart {
  readonly size: number;
  readonly after: Position | undefined;
}

const matching = `($1::text[] is null or v.state = any($1)) and ($2::boolean is null or (v.convenor = $3) = $2)`;
const matchingValues = ({ state, convenor }: PanelSelection): unknown[] => [
  state,
  convenor?.is ?? null,
  convenor?.organisation ?? null,
];

/** Newest first; one more than the page holds. */
export async function readPanelPage(
  context: SubgraphContext,
  selection: PanelSelection,
  { size, after }: PageStart,
): Promise<PanelRecord[]> {
  const rows = await context.database.read<Row>(
    `select ${panels.select(panels.fields)} from ${panels.view} v
     where ${matching} and ($4::date is null or (v.convened_on, v.id) < ($4::date, $5::uuid))
     order by v.convened_on desc, v.id desc limit ${size + 1}`,
    [...matchingValues(selection), after?.value ?? null, after?.key ?? null],
  );
  return rows.map((row) => toPanel(context, row));
}

export async function countPanels(context: SubgraphContext, selection: PanelSelection): Promise<number> {
  const [row] = await context.database.read<{ count: string }>(
    `select count(*) as count from ${panels.view} v where ${matching}`,
    matchingValues(selection),
  );
  return Number(row?.count ?? 0);
}

const outstanding = `v.owner = $1 and v.status = 'AGREED' and ($2::boolean is null or v.overdue = $2)`;

/** Outstanding actions of the caller's organisation over all panels, due first; one more than the page holds. */
export async function readOwnActions(
  context: SubgraphContext,
  overdue: boolean | null,
  { size, after }: PageStart,
): Promise<PanelActionRecord[]> {
  const rows = await context.database.read<Row>(
    `select ${actions.select(actions.fields)} from ${actions.view} v
     where ${outstanding} and ($3::date is null or (v.due_on, v.id) > ($3::date, $4::uuid))
     order by v.due_on, v.id limit ${size + 1}`,
    [context.caller.organisation, overdue, after?.value ?? null, after?.key ?? null],
  );
  return rows.map((row) => actions.record(context, row) as PanelActionRecord);
}

export async function countOwnActions(context: SubgraphContext, overdue: boolean | null): Promise<number> {
  const [row] = await context.database.read<{ count: string }>(
    `select count(*) as count from ${actions.view} v where ${outstanding}`,
    [context.caller.organisation, overdue],
  );
  return Number(row?.count ?? 0);
}
