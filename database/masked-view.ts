/**
 * Generates the views through which records are read. A view joins the access index with the record, shows the rows
 * of the caller's organisation only, and shows a column only where a relation on the row unlocks its compartment. The
 * caller is in transaction-local settings; with none set there are no rows and no values.
 */
import { compartments, dataClassOf, existence, type Compartment } from "../authorisation/data-class.js";
import { conditionsOf as policyConditions, type Condition } from "../authorisation/policy.js";
import { relations } from "../authorisation/relation.js";
import { classesByGlass, isRevealed, purposeSetting } from "./held-by-a-person.js";
import { acting, isOfReader, unlockSetting, today } from "./view-settings.js";

export interface MaskedColumn {
  /** Name of the column in the view. */
  readonly name: string;
  readonly compartment: Compartment;
  /** SQL over `r` (the record) and `a` (its row of the access index). Constant text of ours, never input. */
  readonly expression: string;
  /** A count shown only from this number up, unless the further compartment is unlocked as well. */
  readonly suppressed?: { readonly below: number; readonly unless: Compartment };
}

/** Column of a record that holds the key of its concern, or of its review panel: by that index it is known of. */
export type IndexedBy =
  | { readonly concernKey: string; readonly panelKey?: undefined }
  | { readonly panelKey: string; readonly concernKey?: undefined };

export type MaskedView = IndexedBy & {
  /** Schema-qualified name, `concerns.visible_concern`. */
  readonly name: string;
  /** Table of the records, aliased `r`, with a random `id`. */
  readonly table: string;
  readonly columns: readonly MaskedColumn[];
  /** Rows shown beside the rule of existence: those of a condition, and all where a compartment is unlocked. */
  readonly rows?: { readonly sql?: string; readonly otherwise?: Compartment } | undefined;
  /** Each row says itself what has to be read to see it. */
  readonly rowsSayWho?: RowsSayWho | undefined;
  /** SQL that says whether the owner of a row lets the organisation of `a` read it; without it no owner does. */
  readonly audience?: string | undefined;
  /** What stands in for the access index: SQL of the same columns, for what is no longer in it. */
  readonly access?: string | undefined;
  readonly history?: History | undefined;
};

/** How the past of records is kept: rows that are only ever added, or with the versions that were replaced. */
export type History = "APPENDED" | "VERSIONED";

/** A row is shown to who reads the compartment in its column `compartment`, where the condition holds. */
export interface RowsSayWho {
  readonly where: string;
  /** A column with a compartment that opens the row as well, whatever the condition says. */
  readonly otherwise?: string;
}

/** Conditions, other than none, under which some relation opens the compartment. */
export function conditionsOf(compartment: Compartment): readonly RecordCondition[] {
  return recordConditions.filter((condition) =>
    relations.some((relation) => policyConditions(compartment, relation).includes(condition)),
  );
}

type RecordCondition = Exclude<Condition, "always">;
export const recordConditions: readonly RecordCondition[] = ["agreement", "share", "glass", "owner"];

/**
 * A share ends by the clock, without a write; beside it the other relations of the row stand. SQL over `a`, a row of the
 * access index, and the day as SQL; where there is no day there is no share.
 */
export function standsOn(day: string): { readonly relations: string; readonly isLive: string } {
  const isShared = `a.shared_until is null or a.shared_until >= ${day}`;
  return {
    relations: `case when ${isShared} then a.relations else array_remove(a.relations, 'SHARED') end`,
    isLive: `(${isShared} or cardinality(a.relations) > 1)`,
  };
}

const { relations: liveRelations, isLive } = standsOn(today);

/** SQL: whether the caller may know of the concern whose key an expression gives, as well as of the one of the row. */
export function knowsOf(concern: string): string {
  return `exists (select from concerns.concern_access a where a.concern = ${concern}
    and a.organisation = ${acting} and ${isLive})`;
}

/** The classes that are opened by the word of an owner. */
const ownedClasses = [...new Set(compartments.filter((each) => conditionsOf(each).includes("owner")).map(dataClassOf))];

/**
 * What a condition opens on a row, as an array: data classes, and of a share the compartments. What is in force is read,
 * never kept. `further`: SQL over `s`, a share, and `g`, an agreement, of what else has to be so.
 */
export const classesUnder = (
  audience: string,
  further: { readonly share: string; readonly agreement: string } = { share: "true", agreement: "true" },
): Readonly<Record<RecordCondition, string>> => ({
  share: `case when 'SHARED' = any(a.relations) then array(
      select unnest(s.compartments) from concerns.concern_share s
      where s.concern = a.concern and s.organisation = a.organisation
        and s.withdrawn_on is null and s.until >= ${today} and ${further.share}) end`,
  agreement: overAgreements("unnest(g.classes)", further.agreement),
  glass: classesByGlass,
  owner: `case when ${audience} then array[${ownedClasses.map((each) => `'${each}'`).join()}] end`,
});

/** Of the agreements in force that cover a row, whose receiver reads it in its remit. */
function overAgreements(selected: string, further: string): string {
  return `case when 'REMIT' = any(a.relations) then array(
      select ${selected} from organisations.published_agreement g join concerns.concern k on k.key = a.concern
      where g.receiver = a.organisation
        and (select current_setting('${purposeSetting}', true)) = any(g.purposes)
        and g.valid_from <= now() and now() < g.valid_until
        and (g.professions is null or g.professions && k.professions)
        and (g.regions is null or k.region = any(g.regions)) and ${further}) end`;
}

/** Each class that an agreement opens, with the agreement's id: what comes with a row, so that the audit can name it. */
export const agreementsNamed = (further = "true"): string =>
  overAgreements("unnest(g.classes) || ' ' || g.id", further);

/** Rows that say who may know of records: those of concerns, and those of review panels. */
export interface AccessIndex {
  readonly table: string;
  readonly key: string;
  /** SQL over `a`, a row of the index. */
  readonly relations: string;
  readonly isShown: string;
  /** None where nothing is opened under a condition. */
  readonly classesUnder?: Readonly<Partial<Record<RecordCondition, string>>>;
  /** None where records are opened by no agreement. */
  readonly agreementsNamed?: string;
  /** Whether the caller may have the identity of who spoke up. */
  readonly isRevealed: string;
}

/** @param audience whether the owner of a row lets the organisation read it; where rows have no owner nobody does. */
const indexOfConcerns = (audience = "false"): AccessIndex => ({
  table: "concerns.concern_access",
  key: "concern",
  relations: liveRelations,
  isShown: isLive,
  classesUnder: classesUnder(audience),
  agreementsNamed: agreementsNamed(),
  isRevealed,
});
const concernIndex = indexOfConcerns();

/** Whoever reads no invitation does not know of a panel; nothing of one is opened under a condition. */
const panelIndex: AccessIndex = {
  table: "concerns.panel_access",
  key: "panel",
  relations: "a.relations",
  isShown: holds("DELIBERATION:invitation", "always", "a.relations"),
  isRevealed: "false",
};

// Not a security barrier: that would hide order and limit from the planner. The masks are expressions of the view and
// cannot be pushed past, and no predicate that a caller can write runs code of theirs.
export function maskedViewSql(
  view: MaskedView,
  index: AccessIndex = view.panelKey === undefined ? indexOfConcerns(view.audience) : panelIndex,
): string {
  const comesWithIt = { ...index.classesUnder, agreement: index.agreementsNamed };
  const fixed = [
    `  a.${index.key} as key`,
    `  ${index.relations} as relations`,
    ...recordConditions.map((condition) => `  ${comesWithIt[condition] ?? "null::text[]"} as by_${condition}`),
    "  r.id",
  ];
  const columns = view.columns.map((column) => `  ${maskedExpression(column, index)} as ${column.name}`);
  return [
    `create or replace view ${view.name} as`,
    "select",
    [...fixed, ...columns].join(",\n"),
    `from ${view.access ?? index.table} a`,
    `join ${view.table} r on r.${view.panelKey ?? view.concernKey} = a.${index.key}`,
    `where ${isOfReader} and ${index.isShown}`,
    ...(view.rows === undefined ? [] : [`and (${shownRows(view.rows, index)})`]),
    ...(view.rowsSayWho === undefined ? [] : [`and (${isToldBy(view.rowsSayWho, index)})`]),
  ].join("\n");
}

function shownRows({ sql = "false", otherwise }: NonNullable<MaskedView["rows"]>, index: AccessIndex): string {
  return otherwise === undefined ? sql : `${sql} or ${isUnlocked(otherwise, index)}`;
}

function maskedExpression({ compartment, expression, suppressed }: MaskedColumn, index: AccessIndex): string {
  if (compartment === existence) return expression;
  const shown =
    suppressed === undefined
      ? isUnlocked(compartment, index)
      : `${isUnlocked(compartment, index)} and (${expression} >= ${suppressed.below} or ${isUnlocked(suppressed.unless, index)})`;
  return `case when ${shown} then ${expression} end`;
}

/** SQL over `a`, a row of an index, that of concerns unless told: whether the row opens the compartment to the caller. */
export function isUnlocked(
  compartment: Compartment,
  { relations, classesUnder, isRevealed }: AccessIndex = concernIndex,
): string {
  if (compartment === "IDENTITY") return isRevealed;
  const conditional = conditionsOf(compartment).flatMap((condition) => {
    const classes = classesUnder?.[condition];
    const opened = condition === "share" ? compartment : dataClassOf(compartment);
    return classes === undefined
      ? []
      : [`(${holds(compartment, condition, relations)} and '${opened}' = any(${classes}))`];
  });
  const alternatives = [holds(compartment, "always", relations), ...conditional];
  return `(${alternatives.join(" or ")})`;
}

/** The sub-select is not correlated: the setting is worked out once for a query, not for each row. */
function holds(compartment: Compartment, condition: Condition, relations: string): string {
  const setting = unlockSetting(compartment, condition);
  return `${relations} && (select string_to_array(current_setting('${setting}', true), ','))`;
}

/** Of a compartment that stands in a column of a row; none, and one that the policy does not know, opens nothing. */
function isUnlockedBy(column: string, index: AccessIndex): string {
  const cases = compartments.map((one) => `when '${one}' then ${one === existence ? "true" : isUnlocked(one, index)}`);
  return `case ${column} ${cases.join("\n    ")} else false end`;
}

function isToldBy({ where, otherwise }: RowsSayWho, index: AccessIndex): string {
  const named = `${isUnlockedBy("r.compartment", index)} and (${where})`;
  return otherwise === undefined ? named : `${named} or ${isUnlockedBy(otherwise, index)}`;
}
