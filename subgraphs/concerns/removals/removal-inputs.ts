/** Inputs of the mutations that propose a removal of learners, hear those concerned and decide. */
import { ID, Int } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { ProfessionScalar } from "../../code-scalar.js";
import { Codes, Text, Whole } from "../../input-rules.js";
import { DateScalar, DateTimeScalar } from "../../scalars.js";
import { ChangeInput } from "../concern-inputs.js";
import { RemovalAnswer, RemovalExtentCode, RemovalScopeCode } from "./removal-codes.js";

const codeText = 60;
const shortText = 200;
const longText = 10_000;

@Input("RemovedLearnersInput", "Learners of one profession, stage and university.")
export class RemovedLearnersInput {
  @InputField(() => ProfessionScalar, "LEARNERS", { description: "Their profession." })
  profession!: string;

  @Text(codeText)
  @InputField(() => String, "LEARNERS", {
    description: "Their stage: `UNDERGRADUATE`, `POSTGRADUATE` or `APPRENTICE`.",
  })
  stage!: string;

  @Text(12)
  @InputField(() => ID, "LEARNERS", {
    nullable: true,
    description: "Code of who teaches them; null for those whom NHS England placed itself.",
  })
  educationProvider?: string | null;

  @Whole(1, 10_000)
  @InputField(() => Int, "LEARNERS", { description: "How many they are." })
  learners!: number;
}

@Input("ProposeRemovalInput", "NHS England proposes to remove learners, with the risks weighed both ways.")
export class ProposeRemovalInput extends ChangeInput {
  @Text(codeText)
  @InputField(() => String, "OPERATIONAL", {
    description: "`SERIOUS_CONCERN`. Other kinds of change are no removal: see `recordPlacementChange`.",
  })
  kindOfChange!: string;

  @InputField(() => RemovalScopeCode, "OPERATIONAL", { description: "Which learners it is about." })
  scope!: RemovalScopeCode;

  @Text(shortText)
  @InputField(() => String, "OPERATIONAL", {
    nullable: true,
    description: "The profession, programme, specialty, site or stage; nothing for all learners.",
  })
  scopeDetail?: string | null;

  @InputField(() => RemovalExtentCode, "OPERATIONAL", { description: "Whether all of them are to go." })
  extent!: RemovalExtentCode;

  @Codes(10)
  @InputField(() => [String], "NARRATIVE", { description: "Codes of the reasons, such as `SUPERVISION`." })
  reasons!: string[];

  @InputField(() => [RemovedLearnersInput], "CARRIER", { description: "The learners concerned, group by group." })
  learners!: RemovedLearnersInput[];

  @Text(longText)
  @InputField(() => String, "NARRATIVE", {
    description: "The risk if learners stay, in words that the provider and the university may read.",
  })
  riskOfStaying!: string;

  @Text(longText)
  @InputField(() => String, "NARRATIVE", {
    description: "The risk if they go: to the service, to patients, to their progress.",
  })
  riskOfRemoval!: string;

  @Text(longText)
  @InputField(() => String, "MANAGEMENT", {
    nullable: true,
    description: "What was tried locally; left out only where safety cannot wait.",
  })
  localResolution?: string | null;

  @Text(longText)
  @InputField(() => String, "MANAGEMENT", {
    nullable: true,
    description: "What has to be so before learners can return.",
  })
  returnConditions?: string | null;

  @InputField(() => Boolean, "OPERATIONAL", { nullable: true, description: "Safety does not allow to wait." })
  urgent?: boolean | null;

  @InputField(() => DateScalar, "OPERATIONAL", { description: "Day from which it is planned." })
  startsOn!: string;
}

export abstract class RemovalInput extends ChangeInput {
  @Text(shortText)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "The removal." })
  removalId!: string;
}

@Input("RecordConsultationInput", "Somebody who has to be heard on a removal was heard.")
export class RecordConsultationInput extends RemovalInput {
  @Text(codeText)
  @InputField(() => String, "MANAGEMENT", {
    description: "Who, such as `PROVIDER`. The provider and the universities see the proposal from then on.",
  })
  consultee!: string;

  @InputField(() => Boolean, "MANAGEMENT", { nullable: true, description: "They are found not to be concerned." })
  notApplicable?: boolean | null;

  @Text(longText)
  @InputField(() => String, "MANAGEMENT", {
    nullable: true,
    description: "What they said. NHS England alone reads it.",
  })
  answer?: string | null;
}

@Input("WithdrawRemovalProposalInput", "NHS England no longer proposes to remove learners.")
export class WithdrawRemovalProposalInput extends RemovalInput {
  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "Why." })
  reason!: string;
}

@Input(
  "DecideRemovalInput",
  "An authority consents to a removal of learners, declines it, or consents to their return.",
)
export class DecideRemovalInput extends RemovalInput {
  @InputField(() => RemovalAnswer, "OPERATIONAL", { description: "What it says." })
  answer!: RemovalAnswer;

  @Text(codeText)
  @InputField(() => String, "OPERATIONAL", {
    description: "As which authority: `POSTGRADUATE_DEAN`, `EDUCATION_PROVIDER`, `REGION` or `NATIONAL`.",
  })
  decider!: string;

  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { nullable: true, description: "Why, where it declines." })
  reason?: string | null;
}

@Input("RecordRemovalNoticeInput", "Somebody was told of a removal of learners in writing.")
export class RecordRemovalNoticeInput extends RemovalInput {
  @Text(codeText)
  @InputField(() => String, "MANAGEMENT", { description: "Who was told, such as `LEARNERS`." })
  told!: string;

  @InputField(() => Boolean, "MANAGEMENT", { nullable: true, description: "They are found not to be concerned." })
  notApplicable?: boolean | null;

  @InputField(() => DateTimeScalar, "MANAGEMENT", { nullable: true, description: "When; now where it is left out." })
  toldAt?: Date | null;
}

@Input("RecordRelocationInput", "Where removed learners go.")
export class RecordRelocationInput extends RemovalInput {
  @Text(12)
  @InputField(() => ID, "MANAGEMENT", {
    nullable: true,
    description: "Code of who teaches them; null for those whom NHS England placed itself.",
  })
  educationProvider?: string | null;

  @Text(12)
  @InputField(() => ID, "MANAGEMENT", { description: "Code of the organisation or site that takes them." })
  place!: string;

  @Whole(1, 10_000)
  @InputField(() => Int, "LEARNERS", { description: "How many of them it takes." })
  places!: number;

  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "How it is arranged." })
  plan!: string;

  @InputField(() => Boolean, "MANAGEMENT", { description: "Their pay is protected." })
  payProtected!: boolean;

  @InputField(() => Boolean, "MANAGEMENT", { description: "Their progress in training is protected." })
  progressionProtected!: boolean;
}

@Input("StartRemovalInput", "The learners go.")
export class StartRemovalInput extends RemovalInput {}
