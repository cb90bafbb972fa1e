/** Inputs of the mutations that move a concern between categories and sign such a move off. */
import { Input, InputField } from "../../annotations.js";
import { Text } from "../../input-rules.js";
import { IsfCategory } from "../concern-codes.js";
import { ChangeInput } from "../concern-inputs.js";

@Input("ChangeCategoryInput", "NHS England moves a concern to another category.")
export class ChangeCategoryInput extends ChangeInput {
  @InputField(() => IsfCategory, "OPERATIONAL:headline", { description: "The category decided on." })
  category!: IsfCategory;

  @Text(10_000)
  @InputField(() => String, "NARRATIVE", { description: "Why, in words the provider may read." })
  reason!: string;

  @Text(500)
  @InputField(() => String, "NARRATIVE", {
    nullable: true,
    description: "What it rests on: a review, a survey, a report, by title and date. The provider may read it.",
  })
  evidence?: string | null;
}

@Input("SignOffCategoryMoveInput", "NHS England nationally agrees to a step down by more than one category.")
export class SignOffCategoryMoveInput extends ChangeInput {
  @InputField(() => IsfCategory, "OPERATIONAL:headline", {
    description: "The category to step down to. The sign-off is for the next step alone.",
  })
  category!: IsfCategory;

  @Text(10_000)
  @InputField(() => String, "MANAGEMENT", { description: "Why; NHS England alone reads it." })
  reason!: string;
}
