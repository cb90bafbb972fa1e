/** Inputs of the mutations on concerns, with the class of what each field writes and the rule it has to keep. */
import { ID, Int } from "type-graphql";
import { Input, InputField } from "../annotations.js";
import { ProfessionScalar, ThemeScalar } from "../code-scalar.js";
import { CommandInput } from "../command-input.js";
import { Codes, Text, Whole } from "../input-rules.js";
import { DateScalar } from "../scalars.js";
import { IdentityMode, IsfCategory, SourceType, SubjectLevel } from "./concern-codes.js";

const longText = 10_000;
const shortText = 200;

export abstract class ChangeInput extends CommandInput {
  @Text(shortText)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "The concern." })
  id!: string;

  @InputField(() => Int, "OPERATIONAL", {
    nullable: true,
    description: "The version you read. Where the concern has changed since, the answer is CONFLICT.",
  })
  expectedVersion?: number | null;
}

@Input("ReporterInput", "The person who speaks up. Nothing but the mode is stored of an anonymous one.")
export class ReporterInput {
  @InputField(() => IdentityMode, "OPERATIONAL", { description: "What the person chooses." })
  identityMode!: IdentityMode;

  @Text(shortText)
  @InputField(() => String, "IDENTITY", { nullable: true, description: "Name; sealed." })
  name?: string | null;

  @Text(shortText)
  @InputField(() => String, "IDENTITY", { nullable: true, description: "How to reach them; sealed." })
  contact?: string | null;

  @Text(shortText)
  @InputField(() => String, "IDENTITY", { nullable: true, description: "Learner, educator, staff or public; sealed." })
  coarseRole?: string | null;
}

@Input("ReportConcernInput", "A report that a standard is at risk or not met.")
export class ReportConcernInput extends CommandInput {
  @Text(shortText)
  @InputField(() => String, "OPERATIONAL", { description: "What it is about, in a line, without names of people." })
  title!: string;

  @Text(longText)
  @InputField(() => String, "NARRATIVE", { description: "What happened, in your own words." })
  narrative!: string;

  @Text(12)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "Code of the provider that is responsible." })
  provider!: string;

  @Text(12)
  @InputField(() => ID, "OPERATIONAL", { nullable: true, description: "Code of the site." })
  site?: string | null;

  @Text(12)
  @InputField(() => ID, "OPERATIONAL", { nullable: true, description: "Code of the university or college." })
  educationProvider?: string | null;

  @InputField(() => SubjectLevel, "OPERATIONAL", { description: "What it is about." })
  subjectLevel!: SubjectLevel;

  @Text(shortText)
  @InputField(() => String, "OPERATIONAL", { nullable: true, description: "Department or specialty." })
  department?: string | null;

  @Text(shortText)
  @InputField(() => String, "OPERATIONAL", { nullable: true, description: "Programme of education." })
  programme?: string | null;

  @Codes(20)
  @InputField(() => [ProfessionScalar], "OPERATIONAL", { description: "Professions concerned." })
  professions!: string[];

  @Codes(10)
  @InputField(() => [ThemeScalar], "OPERATIONAL", { description: "Themes." })
  themes!: string[];

  @Codes(20)
  @InputField(() => [ID], "OPERATIONAL", { description: "Standards at risk or not met, by id." })
  standards!: string[];

  @InputField(() => SourceType, "OPERATIONAL", { description: "Where it comes from." })
  sourceType!: SourceType;

  @InputField(() => DateScalar, "OPERATIONAL", { nullable: true, description: "When it was first noticed." })
  identifiedOn?: string | null;

  @InputField(() => Boolean, "OPERATIONAL", { nullable: true, description: "Patients may be at risk." })
  patientSafetyRisk?: boolean | null;

  @InputField(() => Boolean, "OPERATIONAL", { nullable: true, description: "Learners may be at risk." })
  learnerSafetyRisk?: boolean | null;

  @InputField(() => Boolean, "OPERATIONAL", { nullable: true, description: "The risk is immediate." })
  immediateRisk?: boolean | null;

  @Whole(0, 10_000)
  @InputField(() => Int, "LEARNERS", { nullable: true, description: "How many learners are affected." })
  learnersAffected?: number | null;

  @InputField(() => ReporterInput, "CARRIER", { description: "The person who speaks up." })
  reporter!: ReporterInput;
}

@Input("AcceptConcernInput", "NHS England takes a report on as a concern.")
export class AcceptConcernInput extends ChangeInput {
  @Text(longText)
  @InputField(() => String, "NARRATIVE", { description: "The text released to the provider; nothing that identifies." })
  summary!: string;

  @Text(shortText)
  @InputField(() => String, "OPERATIONAL", { nullable: true, description: "A better title; the provider reads it." })
  title?: string | null;
}

@Input("DeclineConcernInput", "NHS England does not take a report on.")
export class DeclineConcernInput extends ChangeInput {
  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "Why." })
  reason!: string;
}

@Input("RiskScoreInput", "Likelihood by impact.")
export class RiskScoreInput {
  @Whole(1, 5)
  @InputField(() => Int, "OPERATIONAL", { description: "1 rare to 5 almost certain." })
  likelihood!: number;

  @Whole(1, 5)
  @InputField(() => Int, "OPERATIONAL", { description: "1 negligible to 5 catastrophic." })
  impact!: number;
}

@Input("AssessConcernInput", "NHS England rates the risk and sets the category.")
export class AssessConcernInput extends ChangeInput {
  @InputField(() => RiskScoreInput, "CARRIER", { description: "Risk before controls." })
  inherent!: RiskScoreInput;

  @InputField(() => RiskScoreInput, "CARRIER", { description: "Risk with the controls in place." })
  residual!: RiskScoreInput;

  @InputField(() => IsfCategory, "OPERATIONAL:headline", { description: "The category decided on." })
  category!: IsfCategory;

  @Text(longText)
  @InputField(() => String, "NARRATIVE", { description: "Why this category, in words the provider may read." })
  reason!: string;
}

@Input("SubmitProgressInput", "The provider reports on its progress.")
export class SubmitProgressInput extends ChangeInput {
  @Text(500)
  @InputField(() => String, "MANAGEMENT", { description: "Progress in a sentence or two." })
  summary!: string;

  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { nullable: true, description: "The whole account." })
  detail?: string | null;
}

@Input("ConfirmResolutionInput", "The provider says that the concern is resolved.")
export class ConfirmResolutionInput extends ChangeInput {
  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "How it was resolved." })
  statement!: string;
}

@Input("VerifyResolutionInput", "NHS England verifies the resolution and closes the concern.")
export class VerifyResolutionInput extends ChangeInput {}

@Input("RejectResolutionInput", "NHS England finds that the concern is not resolved.")
export class RejectResolutionInput extends ChangeInput {
  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "What is missing, in words the provider may read." })
  reason!: string;
}

@Input("ReopenConcernInput", "NHS England opens a closed concern again.")
export class ReopenConcernInput extends ChangeInput {
  @Text(longText)
  @InputField(() => String, "NARRATIVE", { description: "Why, in words the provider may read." })
  reason!: string;
}

@Input("AddInternalNoteInput", "NHS England's team writes a note to itself.")
export class AddInternalNoteInput extends ChangeInput {
  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "The note." })
  text!: string;
}
