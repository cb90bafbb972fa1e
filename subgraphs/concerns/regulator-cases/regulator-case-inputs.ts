/** Inputs of the mutations by which a regulator records a case of its own, and says how it goes on. */
import { ID } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { Codes, Text } from "../../input-rules.js";
import { DateScalar } from "../../scalars.js";
import { ChangeInput } from "../concern-inputs.js";
import { CaseKindScalar, CaseStatusEnum } from "./regulator-case-codes.js";
import type { CaseStatus } from "./regulator-case-rules.js";

@Input("RecordRegulatorCaseInput", "A regulator records a case of its own beside the concern.")
export class RecordRegulatorCaseInput extends ChangeInput {
  @InputField(() => CaseKindScalar, "OPERATIONAL", { description: "What kind of case." })
  kind!: string;

  @Text(200)
  @InputField(() => String, "OPERATIONAL", { nullable: true, description: "Your own reference." })
  reference?: string | null;

  @InputField(() => DateScalar, "OPERATIONAL", { description: "When it was opened, or first considered." })
  openedOn!: string;

  @InputField(() => CaseStatusEnum, "OPERATIONAL", { description: "Where it stands." })
  status!: CaseStatus;

  @InputField(() => Boolean, "OPERATIONAL", {
    description: "Whether you have published it: then all who may know of the concern read it.",
  })
  publishedByRegulator!: boolean;

  @Text(10_000)
  @InputField(() => String, "OPERATIONAL", {
    nullable: true,
    description: "Conditions, and what else there is to say.",
  })
  note?: string | null;

  @Codes(20, 0)
  @InputField(() => [ID], "INTELLIGENCE", {
    nullable: true,
    description: "Codes of the bodies that may read it while it is not published; absent: nobody else.",
  })
  sharedWith?: string[] | null;
}

@Input("UpdateRegulatorCaseInput", "A regulator says how a case of its own goes on. What is absent stays as it is.")
export class UpdateRegulatorCaseInput extends ChangeInput {
  @Text(200)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "The case, which has to be your own." })
  caseId!: string;

  @InputField(() => CaseStatusEnum, "OPERATIONAL", { nullable: true, description: "Where it stands now." })
  status?: CaseStatus | null;

  @InputField(() => Boolean, "OPERATIONAL", { nullable: true, description: "Whether you have published it." })
  publishedByRegulator?: boolean | null;

  @Text(10_000)
  @InputField(() => String, "OPERATIONAL", {
    nullable: true,
    description: "Conditions, and what else there is to say.",
  })
  note?: string | null;

  @Codes(20, 0)
  @InputField(() => [ID], "INTELLIGENCE", {
    nullable: true,
    description: "Codes of all that may read it while it is not published, instead of those before; [] for none.",
  })
  sharedWith?: string[] | null;
}
