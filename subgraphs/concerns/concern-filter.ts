/**
 * Filters of lists of concerns: the input of the graph, and the conditions over the visible view that it stands for.
 * Every condition compares a masked column with a bound parameter, so a filter sees what the caller sees.
 */
import { Input, InputField } from "../annotations.js";
import { ProfessionScalar, ThemeScalar } from "../code-scalar.js";
import { containing, isStorable } from "../plain-text.js";
import { DateScalar } from "../scalars.js";
import { ConcernStatus, IsfCategory, RequirementKind } from "./concern-codes.js";
import { enhancedMonitoring, monitoredWhile } from "./regulator-cases/regulator-case-rules.js";

export const mostFilterValues = 100;
export const mostTextLength = 200;

@Input("ConcernFilter", "All conditions given have to hold. An absent or null condition does not restrict.")
export class ConcernFilter {
  @InputField(() => [ConcernStatus], "OPERATIONAL", { nullable: true, description: "Any of these states." })
  status?: ConcernStatus[] | null;

  @InputField(() => [IsfCategory], "OPERATIONAL:headline", { nullable: true, description: "Any of these categories." })
  category?: IsfCategory[] | null;

  @InputField(() => IsfCategory, "OPERATIONAL:headline", { nullable: true, description: "This category or above." })
  categoryAtLeast?: IsfCategory | null;

  @InputField(() => [String], "OPERATIONAL:headline", {
    nullable: true,
    description: "Responsible providers, by code; concerns of their predecessors are included.",
  })
  provider?: string[] | null;

  @InputField(() => [String], "OPERATIONAL", { nullable: true, description: "Sites, by code." })
  site?: string[] | null;

  @InputField(() => [String], "OPERATIONAL", {
    nullable: true,
    description: "Universities and colleges whose learners are concerned, by code.",
  })
  educationProvider?: string[] | null;

  @InputField(() => [String], "OPERATIONAL", { nullable: true, description: "Regions, by code." })
  region?: string[] | null;

  @InputField(() => [ProfessionScalar], "OPERATIONAL", { nullable: true, description: "Any of these professions." })
  profession?: string[] | null;

  @InputField(() => [String], "OPERATIONAL", {
    nullable: true,
    description: "Standards cited, by id; concerns that cite a standard mapped to one of them are included.",
  })
  standard?: string[] | null;

  @InputField(() => [ThemeScalar], "OPERATIONAL", { nullable: true, description: "Any of these themes." })
  theme?: string[] | null;

  @InputField(() => Boolean, "OPERATIONAL", { nullable: true, description: "Whether the review is overdue." })
  overdue?: boolean | null;

  @InputField(() => Boolean, "OPERATIONAL", {
    nullable: true,
    description: "Whether a removal of learners is decided and has not ended.",
  })
  removalInForce?: boolean | null;

  @InputField(() => DateScalar, "OPERATIONAL", {
    nullable: true,
    description: "With a requirement that the provider has to answer by this day or before; overdue ones are included.",
  })
  requirementDueBy?: string | null;

  @InputField(() => [RequirementKind], "OPERATIONAL", {
    nullable: true,
    description: "With a requirement of any of these kinds, whether or not it is closed.",
  })
  requirementKind?: RequirementKind[] | null;

  @InputField(() => DateScalar, "OPERATIONAL", { nullable: true, description: "Reported on this day or later." })
  raisedFrom?: string | null;

  @InputField(() => DateScalar, "OPERATIONAL", { nullable: true, description: "Reported on this day or earlier." })
  raisedTo?: string | null;

  @InputField(() => DateScalar, "OPERATIONAL", {
    nullable: true,
    description: "Not changed since before this day: stale, where it is open.",
  })
  changedBefore?: string | null;

  @InputField(() => Boolean, "OPERATIONAL", {
    nullable: true,
    description: "Whether a case of enhanced monitoring is open, of those that you may see.",
  })
  hasEnhancedMonitoring?: boolean | null;

  @InputField(() => String, "OPERATIONAL", { nullable: true, description: "The whole reference." })
  reference?: string | null;

  @InputField(() => String, "NARRATIVE", {
    nullable: true,
    description: "Found in the title, summary or narrative, of those the caller may read.",
  })
  text?: string | null;
}

/** A condition of a `where` clause; `$` stands for the parameter. */
export interface Condition {
  readonly sql: string;
  readonly value: unknown;
}

type ConditionOf<Value> = (value: Value) => Condition;

const anyOf =
  (column: string): ConditionOf<readonly string[]> =>
  (value) => ({ sql: `v.${column} = any($)`, value });

const overlaps =
  (column: string): ConditionOf<readonly string[]> =>
  (value) => ({ sql: `v.${column} && $`, value });

/** Over requirements as the caller sees them: one whose columns are withheld meets no condition. */
const hasRequirement = (condition: string): string =>
  `exists (select from concerns.visible_requirement k where k.key = v.key and ${condition})`;

/**
 * One line for each condition; a filter without a line here does not compile. Where the access index has the key of a
 * filter, the key finds the rows and the masked column has the last word, so a condition never says more than the mask.
 */
const conditionsByFilter: { readonly [Name in keyof ConcernFilter]-?: ConditionOf<NonNullable<ConcernFilter[Name]>> } =
  {
    status: (value) => ({
      // One state alone is an equation, after which the index is in the order of the list.
      sql: `v.status = any($::text[]) and v.status_key ${value.length === 1 ? "= ($::text[])[1]" : "= any($::text[])"}`,
      value,
    }),
    category: anyOf("category"),
    categoryAtLeast: (value) => ({ sql: "v.category >= $", value }),
    provider: anyOf("provider"),
    site: anyOf("site"),
    educationProvider: anyOf("education_provider"),
    region: anyOf("region"),
    profession: overlaps("professions"),
    standard: overlaps("standards"),
    theme: overlaps("themes"),
    overdue: (value) => ({ sql: "v.overdue = $", value }),
    removalInForce: (value) => ({ sql: "v.removal_in_force = $", value }),
    requirementDueBy: (value) => ({ sql: hasRequirement("k.status = 'OPEN' and k.due_on <= $"), value }),
    requirementKind: (value) => ({ sql: hasRequirement("k.kind = any($::text[])"), value }),
    raisedFrom: (value) => ({ sql: "v.raised_on >= $ and v.raised_order >= $", value }),
    raisedTo: (value) => ({ sql: "v.raised_on <= $ and v.raised_order <= $", value }),
    // A key that is withheld stands before every day, and is found by none.
    changedBefore: (value) => ({ sql: "v.changed_order < $ and v.changed_order > '-infinity'", value }),
    // Where the state is masked, so is every case, and nothing is said.
    hasEnhancedMonitoring: (value) => ({
      sql: `v.status is not null and $ = exists (
        select from concerns.visible_regulator_case k where k.key = v.key
          and k.kind = '${enhancedMonitoring}' and k.status = '${monitoredWhile}')`,
      value,
    }),
    reference: (value) => ({
      sql: "v.reference = $ and v.reference_key = $",
      value: value.trim().toUpperCase(),
    }),
    text: (value) => ({
      sql: "(v.title ilike $ or v.summary ilike $ or v.narrative ilike $)",
      value: containing(value),
    }),
  };

export function conditionsOf(filter: ConcernFilter): Condition[] {
  return Object.entries(conditionsByFilter).flatMap(([name, condition]) => {
    const value = filter[name as keyof ConcernFilter];
    return value === undefined || value === null ? [] : [(condition as ConditionOf<unknown>)(value)];
  });
}

/** Which condition asks for more than a filter may, or for text that cannot be stored and so not be found. */
export function filterProblem(filter: ConcernFilter): { readonly field: string; readonly problem: string } | undefined {
  for (const [name, value] of Object.entries(filter) as [string, unknown][]) {
    const field = `filter.${name}`;
    if (Array.isArray(value) && value.length > mostFilterValues)
      return { field, problem: `at most ${mostFilterValues} values` };
    for (const text of (Array.isArray(value) ? value : [value]) as unknown[]) {
      if (typeof text !== "string") continue;
      if (text.length > mostTextLength) return { field, problem: `at most ${mostTextLength} characters` };
      if (!isStorable(text)) return { field, problem: "not plain text" };
    }
  }
  return undefined;
}
