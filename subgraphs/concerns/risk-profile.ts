/** The concerns at an organisation in figures: of those, and of what of them, the caller may read. */
import { Int } from "type-graphql";
import { Carrier, PlainType } from "../annotations.js";
import { DateScalar } from "../scalars.js";
import { IsfCategory } from "./concern-codes.js";

@PlainType("CategoryCount", { description: "How many open concerns stand in a category." })
export class CategoryCount {
  @Carrier(() => IsfCategory, { description: "The category." })
  category!: IsfCategory;

  @Carrier(() => Int, { description: "How many." })
  count!: number;
}

@PlainType("TrendMonth", { description: "Concerns reported and closed in a month." })
export class TrendMonth {
  @Carrier(() => DateScalar, { description: "First day of the month." })
  time!: string;

  @Carrier(() => Int, { description: "Reported in the month." })
  opened!: number;

  @Carrier(() => Int, { description: "Closed in the month." })
  closed!: number;
}

@PlainType("RiskProfile", {
  description: "The concerns at an organisation in figures. A figure is null where you may not read what it rests on.",
})
export class RiskProfile {
  @Carrier(() => Int, { nullable: true, description: "Concerns that are neither closed, declined nor merged." })
  open!: number | null;

  @Carrier(() => [CategoryCount], { nullable: true, description: "The open ones by category, most serious first." })
  byCategory!: CategoryCount[] | null;

  @Carrier(() => Int, { nullable: true, description: "Open ones whose review is overdue." })
  overdue!: number | null;

  @Carrier(() => Int, { nullable: true, description: "Days since the oldest open one was reported." })
  oldestOpenDays!: number | null;

  @Carrier(() => [TrendMonth], { nullable: true, description: "The last twelve months, oldest first." })
  trend!: TrendMonth[] | null;
}
