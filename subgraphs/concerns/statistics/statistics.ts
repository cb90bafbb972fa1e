/** Published statistics in the graph: a table of figures from one snapshot, with the rule by which figures are hidden. */
import { Float, ID, Int } from "type-graphql";
import { Input, InputField, PlainType, Public } from "../../annotations.js";
import { describedEnum } from "../../described-enum.js";
import { DateScalar } from "../../scalars.js";
import { IsfCategory } from "../concern-codes.js";

export enum StatisticsMeasure {
  OPEN_CONCERNS = "OPEN_CONCERNS",
  RAISED = "RAISED",
  CLOSED = "CLOSED",
  MEDIAN_DAYS_TO_CLOSE = "MEDIAN_DAYS_TO_CLOSE",
}
describedEnum(
  StatisticsMeasure,
  "StatisticsMeasure",
  "What is counted. Reports that NHS England did not accept are not.",
  {
    OPEN_CONCERNS: "Concerns open on the last day of the quarter.",
    RAISED: "Concerns reported in the quarter.",
    CLOSED: "Concerns closed in the quarter.",
    MEDIAN_DAYS_TO_CLOSE: "Days from report to closure of those closed in the quarter: the median.",
  },
);

export enum StatisticsDimension {
  QUARTER = "QUARTER",
  REGION = "REGION",
  PROVIDER = "PROVIDER",
  ISF_CATEGORY = "ISF_CATEGORY",
  EQF_DOMAIN = "EQF_DOMAIN",
  PROFESSION = "PROFESSION",
}
describedEnum(StatisticsDimension, "StatisticsDimension", "By what the figures are broken down.", {
  QUARTER: "Quarter of the calendar year, such as `2026-Q3`.",
  REGION: "NHS England region of the provider, by code.",
  PROVIDER: "Responsible provider, by code.",
  ISF_CATEGORY: "Category of the Intensive Support Framework on the last day of the quarter.",
  EQF_DOMAIN: "Domain of the Education Quality Framework of which a standard is cited, by id.",
  PROFESSION: "Professions by their regulator: its code.",
});

export enum ControlSignal {
  BEYOND_LIMITS = "BEYOND_LIMITS",
  SHIFT = "SHIFT",
  TREND = "TREND",
  NEAR_LIMITS = "NEAR_LIMITS",
}
describedEnum(ControlSignal, "ControlSignal", "Why a figure is more than common variation.", {
  BEYOND_LIMITS: "It lies outside the limits.",
  SHIFT: "It is one of seven or more in a row on one side of the mean.",
  TREND: "It is one of seven or more in a row that rise, or that fall.",
  NEAR_LIMITS: "It is one of two out of three in the outer third towards a limit.",
});

@Input("StatisticsFilter", "One member of a dimension to which the figures are held. At most two dimensions in all.")
export class StatisticsFilter {
  @InputField(() => ID, "PUBLIC", { nullable: true, description: "A region, by code." })
  region?: string | null;

  @InputField(() => ID, "PUBLIC", { nullable: true, description: "A provider, by code." })
  provider?: string | null;

  @InputField(() => IsfCategory, "PUBLIC", { nullable: true, description: "A category." })
  category?: string | null;

  @InputField(() => ID, "PUBLIC", { nullable: true, description: "A domain, by the id of its heading." })
  domain?: string | null;

  @InputField(() => ID, "PUBLIC", { nullable: true, description: "Professions of this regulator, by its code." })
  profession?: string | null;
}

@PlainType("StatisticsSnapshot", { description: "Figures that were published together, and never change." })
export class StatisticsSnapshot {
  @Public(() => ID, { description: "Random identifier." })
  id!: string;

  @Public(() => DateScalar, { description: "When it was published." })
  publishedOn!: string;

  @Public(() => String, { description: "First and last quarter, such as `2024-Q1/2026-Q3`." })
  period!: string;
}

@PlainType("StatisticsCell", { description: "One figure." })
export class StatisticsCell {
  @Public(() => [String], { description: "A member of each dimension that was asked for, in that order." })
  key!: readonly string[];

  @Public(() => Int, { nullable: true, description: "Rounded to the nearest 5; null where it is suppressed." })
  value!: number | null;

  @Public(() => Boolean, {
    description: "Whether it is withheld: because it is small, or would give another one away.",
  })
  suppressed!: boolean;
}

@PlainType("DisclosureRule", { description: "By what rule figures are withheld and rounded." })
export class DisclosureRule {
  @Public(() => Int, { description: "The smallest count that is shown; 0 is shown too." })
  smallestShown!: number;

  @Public(() => Int, { description: "To what counts are rounded." })
  roundedTo!: number;
}

@PlainType("ControlPoint", { description: "A figure of the series, and whether it is more than common variation." })
export class ControlPoint {
  @Public(() => String, { description: "The quarter." })
  key!: string;

  @Public(() => Int, { nullable: true, description: "The figure; null where it is suppressed." })
  value!: number | null;

  @Public(() => [ControlSignal], { description: "Why it is more than common variation; empty where it is not." })
  signals!: readonly string[];
}

@PlainType("ControlChart", {
  description: "Statistical process control (XmR): mean and natural limits of a series of at least eight quarters.",
})
export class ControlChart {
  @Public(() => Float, { description: "Mean of the figures that are shown." })
  mean!: number;

  @Public(() => Float, { description: "Mean less 2.66 mean moving ranges, not below 0." })
  lower!: number;

  @Public(() => Float, { description: "Mean and 2.66 mean moving ranges." })
  upper!: number;

  @Public(() => [ControlPoint], { description: "The series, oldest first." })
  points!: readonly ControlPoint[];
}

@PlainType("StatisticsTable", { description: "A table of published figures. It is the same for everybody." })
export class StatisticsTable {
  @Public(() => StatisticsSnapshot, { description: "The snapshot that the figures are from." })
  snapshot!: StatisticsSnapshot;

  @Public(() => [StatisticsCell], {
    description: "All cells of the table, those that are 0 too, in order of their keys.",
  })
  cells!: readonly StatisticsCell[];

  @Public(() => DisclosureRule, { description: "By what rule figures are withheld." })
  rule!: DisclosureRule;

  @Public(() => ControlChart, {
    nullable: true,
    description: "Trend with limits, where the table is by quarter alone and eight figures are shown.",
  })
  trend!: ControlChart | null;
}
