/**
 * What of the world somebody may not see, row by row and field by field: from the reference policy and what is recorded,
 * and never from what the hub answers.
 */
import pg from "pg";
import { dayInEngland } from "../../hub/day-in-england.js";
import type { WorldConcern } from "../support/access-world.js";
import { recordedTruth, type Tree } from "../support/recorded-truth.js";
import { learnsOf } from "../support/reference-events.js";
import { fieldsOf, mayKnow, verdictOn, type Held, type RecordType } from "../support/reference-policy.js";
import { recordsIn, viewOf } from "../support/reference-view.js";
import type { Person } from "../support/test-issuer.js";
import { storedRecords, storedTypes, type StoredType } from "./stored-fields.js";

export interface StoredRow {
  readonly type: StoredType;
  readonly id: string;
  /** Key of its concern, or id of its panel. */
  readonly parent: string;
}

export interface RecordedWorld {
  readonly concerns: readonly WorldConcern[];
  readonly truth: ReadonlyMap<string, Tree>;
  readonly keys: ReadonlyMap<string, string>;
  readonly rows: readonly StoredRow[];
  /** Bodies that are told that a concern is gone, by its key: they knew of it, and may no longer. */
  readonly formerly: ReadonlyMap<string, readonly string[]>;
  /** Bodies that convened or were invited, by panel. */
  readonly atPanels: ReadonlyMap<string, readonly string[]>;
}

export interface HiddenRow extends StoredRow {
  /** The row is not there for the caller; otherwise some of its fields are withheld. */
  readonly isAbsent: boolean;
  /** The caller does not know of the concern or the panel at all. */
  readonly isUnknown: boolean;
  /** The caller knew of the concern once, and is told that it is gone. */
  readonly wasKnown: boolean;
  readonly fields: readonly string[];
  /** Of these, counts that are withheld for being below five. */
  readonly small: readonly string[];
}

export async function recordWorld(adminUrl: string, concerns: readonly WorldConcern[]): Promise<RecordedWorld> {
  const truth = await recordedTruth(adminUrl, dayInEngland());
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const rows: StoredRow[] = [];
    for (const type of storedTypes) {
      const { table, parent, order = "id" } = storedRecords[type];
      const above = table === "review_panel" ? "id" : parent;
      const found = await client.query<{ id: string; parent: string }>(
        `select id, ${above}::text as parent from concerns.${table} order by ${order}`,
      );
      rows.push(...found.rows.map((row) => ({ type, ...row })));
    }
    const keys = await client.query<{ id: string; key: string }>("select id, key::text from concerns.concern");
    const gone = await client.query<{ key: string; bodies: string[] }>(
      "select concern::text as key, array_agg(organisation) as bodies from concerns.concern_gone group by concern",
    );
    const bodies = await client.query<{ id: string; bodies: string[] }>(
      `select p.id, array_append(array(select i.organisation from concerns.panel_invitation i where i.panel = p.id),
         p.convenor) as bodies from concerns.review_panel p`,
    );
    return {
      concerns,
      truth,
      rows,
      keys: new Map(keys.rows.map(({ id, key }) => [id, key])),
      formerly: new Map(gone.rows.map((row) => [row.key, row.bodies])),
      atPanels: new Map(bodies.rows.map((row) => [row.id, row.bodies])),
    };
  } finally {
    await client.end();
  }
}

export function heldBy({ name, organisation }: Person, { parties, persons = {} }: WorldConcern): readonly Held[] {
  return [...(parties[organisation] ?? []), ...(persons[name] ?? [])];
}

export function hiddenFrom(person: Person, world: RecordedWorld): readonly HiddenRow[] {
  return [...world.concerns.flatMap((concern) => hiddenOn(person, world, concern)), ...hiddenOfPanels(person, world)];
}

function hiddenOn(person: Person, world: RecordedWorld, concern: WorldConcern): HiddenRow[] {
  const key = world.keys.get(concern.id);
  const rows = world.rows.filter(({ type, parent }) => parent === key && storedRecords[type].parent !== "panel");
  const held = heldBy(person, concern);
  const wasKnown = world.formerly.get(key ?? "")?.includes(person.organisation) === true;
  if (!mayKnow(person.role, held)) return rows.map((row) => ({ ...absent(row, true), wasKnown }));

  const truth = world.truth.get(concern.id) ?? {};
  const { tree } = viewOf(person, held, truth);
  const told = (truth["timeline"] as readonly { kind: string; bodies: readonly string[] }[]).map(({ kind, bodies }) =>
    learnsOf(person, held, kind, bodies),
  );
  const places = new Map<StoredType, number>();
  return rows.flatMap((row) => {
    const { type } = row;
    const place = places.get(type) ?? 0;
    places.set(type, place + 1);
    const isShown = type === "TimelineEntry" ? told[place] === true : isIn(tree, row);
    if (!isShown) return [absent(row, false)];
    if (type === "InternalNote") return [];
    const recorded = recordsIn(truth, type).find(({ id }) => id === row.id) ?? {};
    return withheld(row, person.role, held, recorded);
  });
}

function isIn(tree: Tree, { type, id }: StoredRow): boolean {
  const { list, order } = storedRecords[type];
  if (list !== undefined && order !== undefined) return tree[list] !== null;
  return recordsIn(tree, type as RecordType).some((record) => record["id"] === id);
}

function absent(row: StoredRow, isUnknown: boolean): HiddenRow {
  const fields = row.type === "InternalNote" ? ["text"] : fieldsOf(row.type);
  return { ...row, isAbsent: true, isUnknown, wasKnown: false, fields, small: [] };
}

function withheld(row: StoredRow, role: string, held: readonly Held[], recorded: Tree): HiddenRow[] {
  const type = row.type as RecordType;
  const verdicts = fieldsOf(type).map((field) => ({ field, ...verdictOn(role, held, type, field) }));
  const small = verdicts
    .filter(({ field, reads }) => reads === "from five" && isBelowFive(recorded[field]))
    .map(({ field }) => field);
  const fields = verdicts.filter(({ reads }) => reads === "nothing").map(({ field }) => field);
  if (fields.length + small.length === 0) return [];
  return [{ ...row, isAbsent: false, isUnknown: false, wasKnown: false, fields: [...fields, ...small], small }];
}

function isBelowFive(value: unknown): boolean {
  return typeof value === "number" && value < 5;
}

/** Roles that read no casework see no panel, and whoever takes no part in one does not; the invited read a part. */
function hiddenOfPanels({ organisation, role }: Person, world: RecordedWorld): HiddenRow[] {
  const isCaseworker = ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"].includes(role);
  return world.rows
    .filter(({ type }) => storedRecords[type].parent === "panel")
    .filter(({ parent }) => !isCaseworker || world.atPanels.get(parent)?.includes(organisation) !== true)
    .map((row) => absent(row, true));
}
