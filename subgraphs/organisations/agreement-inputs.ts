/** Inputs of the mutations on sharing agreements. */
import { ID, Int } from "type-graphql";
import { Input, InputField } from "../annotations.js";
import { ProfessionScalar } from "../code-scalar.js";
import { CommandInput } from "../command-input.js";
import { Codes, Text } from "../input-rules.js";
import { DateTimeScalar } from "../scalars.js";
import { Purpose, Role } from "./caller-codes.js";

const longText = 10_000;
const shortText = 200;

@Input("AgreementPartyInput", "A party to the agreement, and who signs for it.")
export class AgreementPartyInput {
  @Text(12)
  @InputField(() => ID, "OPERATIONAL:agreement", { description: "Code of the organisation." })
  organisation!: string;

  @InputField(() => [Role], "OPERATIONAL:agreement", {
    description: "Roles that have to sign, all of them: QUALITY_LEAD, EXECUTIVE or both.",
  })
  signingRoles!: Role[];
}

@Input("ProposeAgreementInput", "The terms of an agreement, for its parties to sign.")
export class ProposeAgreementInput extends CommandInput {
  @Text(shortText)
  @InputField(() => String, "OPERATIONAL:agreement", { description: "What it is about, in a line." })
  title!: string;

  @Text(12)
  @InputField(() => ID, "OPERATIONAL:agreement", { description: "The party to which it opens something." })
  receiver!: string;

  @InputField(() => [AgreementPartyInput], "CARRIER", { description: "Two or more; yours is one of them." })
  parties!: AgreementPartyInput[];

  @Codes(20)
  @InputField(() => [String], "OPERATIONAL:agreement", { description: "Data classes, such as NARRATIVE." })
  dataClasses!: string[];

  @InputField(() => [Purpose], "OPERATIONAL:agreement", { description: "Purposes of use." })
  purposes!: Purpose[];

  @Codes(50)
  @InputField(() => [ProfessionScalar], "OPERATIONAL:agreement", {
    nullable: true,
    description: "Professions in scope. Absent: every profession.",
  })
  professions?: string[] | null;

  @Codes(20)
  @InputField(() => [ID], "OPERATIONAL:agreement", {
    nullable: true,
    description: "Regions in scope, by code. Absent: every region.",
  })
  regions?: string[] | null;

  @Text(longText)
  @InputField(() => String, "OPERATIONAL:agreement", { description: "Lawful basis of the sharing." })
  lawfulBasis!: string;

  @Text(shortText)
  @InputField(() => String, "OPERATIONAL:agreement", {
    description: "Reference of the data protection impact assessment.",
  })
  impactAssessment!: string;

  @Text(longText)
  @InputField(() => String, "OPERATIONAL:agreement", {
    nullable: true,
    description: "What the receiver may pass on. Absent: nothing.",
  })
  onwardSharing?: string | null;

  @InputField(() => DateTimeScalar, "OPERATIONAL:agreement", { description: "The first instant at which it opens." })
  validFrom!: Date;

  @InputField(() => DateTimeScalar, "OPERATIONAL:agreement", {
    description: "The first instant at which it has ended.",
  })
  validUntil!: Date;
}

export abstract class AgreementChangeInput extends CommandInput {
  @Text(shortText)
  @InputField(() => ID, "OPERATIONAL:agreement", { description: "The agreement." })
  id!: string;

  @InputField(() => Int, "OPERATIONAL:agreement", {
    nullable: true,
    description: "The version you read. Where the agreement has changed since, the answer is CONFLICT.",
  })
  expectedVersion?: number | null;
}

@Input("SignAgreementInput", "Sign for your organisation, in your role.")
export class SignAgreementInput extends AgreementChangeInput {}

export abstract class ReasonedAgreementInput extends AgreementChangeInput {
  @Text(longText)
  @InputField(() => String, "OPERATIONAL:agreement", { description: "Why; the other parties read it." })
  reason!: string;
}

@Input("SuspendAgreementInput", "Close what it opens, until your organisation lifts that.")
export class SuspendAgreementInput extends ReasonedAgreementInput {}

@Input("ResumeAgreementInput", "Lift the suspension of your organisation.")
export class ResumeAgreementInput extends ReasonedAgreementInput {}

@Input("TerminateAgreementInput", "End it for good.")
export class TerminateAgreementInput extends ReasonedAgreementInput {}
