/** Inputs of the mutations on review panels, with the class of what each field writes and the rule it has to keep. */
import { ID, Int } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { CommandInput } from "../../command-input.js";
import { Codes, Text } from "../../input-rules.js";
import { DateScalar } from "../../scalars.js";
import { ChangeInput } from "../concern-inputs.js";
import { InvitationAnswer, PanelActionStatus, PanelMode, PanelReason } from "./panel-codes.js";

const longText = 10_000;
const shortText = 200;

export abstract class PanelInput extends CommandInput {
  @Text(shortText)
  @InputField(() => ID, "DELIBERATION:invitation", { description: "The panel." })
  id!: string;
}

export abstract class PanelChangeInput extends PanelInput {
  @InputField(() => Int, "DELIBERATION", {
    nullable: true,
    description: "The version of the panel that you read. Where it has changed since, the answer is CONFLICT.",
  })
  expectedVersion?: number | null;
}

@Input(
  "ConvenePanelInput",
  "A body that holds a concern convenes a review panel on it. `id` is the concern that leads.",
)
export class ConvenePanelInput extends ChangeInput {
  @Codes(10)
  @InputField(() => [ID], "OPERATIONAL:headline", {
    nullable: true,
    description: "Further concerns that the panel is about.",
  })
  linkedConcerns?: string[] | null;

  @InputField(() => PanelReason, "DELIBERATION", { description: "Category of concern of the protocol." })
  reason!: PanelReason;

  @Text(longText)
  @InputField(() => String, "DELIBERATION", {
    description: "Why it is convened. Bodies read this before they answer; it names nobody and quotes no report.",
  })
  purpose!: string;

  @InputField(() => PanelMode, "DELIBERATION", { description: "How it meets." })
  mode!: PanelMode;

  @InputField(() => DateScalar, "DELIBERATION", { description: "When it is to meet." })
  meetsOn!: string;

  @Codes(30)
  @InputField(() => [ID], "DELIBERATION", { nullable: true, description: "Bodies to invite, by code." })
  invite?: string[] | null;
}

@Input("InviteToPanelInput", "The convenor invites further bodies, or asks one again that declined.")
export class InviteToPanelInput extends PanelChangeInput {
  @Codes(30)
  @InputField(() => [ID], "DELIBERATION", { description: "Bodies to invite, by code." })
  invite!: string[];
}

@Input("RespondToInvitationInput", "A body answers its invitation, or withdraws after it accepted.")
export class RespondToInvitationInput extends PanelInput {
  @InputField(() => InvitationAnswer, "DELIBERATION:invitation", { description: "The answer." })
  answer!: InvitationAnswer;

  @Text(longText)
  @InputField(() => String, "DELIBERATION", { nullable: true, description: "Why it does not attend." })
  reason?: string | null;
}

@Input("ContributeToPanelInput", "A body that attends tells the panel what it holds. It stays that body's.")
export class ContributeToPanelInput extends PanelChangeInput {
  @Text(longText)
  @InputField(() => String, "INTELLIGENCE:panel", { description: "What it holds about the matter." })
  text!: string;
}

@Input("RecordDissentInput", "A body that took part does not agree with the decision.")
export class RecordDissentInput extends PanelChangeInput {
  @Text(longText)
  @InputField(() => String, "DELIBERATION", { description: "In its own words." })
  text!: string;
}

@Input("CompletePanelActionInput", "A body has done what it undertook, or drops it.")
export class CompletePanelActionInput extends PanelChangeInput {
  @Text(shortText)
  @InputField(() => ID, "DELIBERATION", { description: "The action." })
  actionId!: string;

  @InputField(() => PanelActionStatus, "DELIBERATION", { description: "DONE or DROPPED." })
  status!: PanelActionStatus;

  @Text(longText)
  @InputField(() => String, "DELIBERATION", { nullable: true, description: "What came of it, or why it is dropped." })
  note?: string | null;
}

@Input("DecideDisclosureInput", "The convenor records whether those whom it concerns are told.")
export class DecideDisclosureInput extends PanelChangeInput {
  @InputField(() => Boolean, "DELIBERATION", { description: "Whether they are told." })
  tell!: boolean;

  @Text(shortText)
  @InputField(() => String, "DELIBERATION", { nullable: true, description: "Who is told." })
  whom?: string | null;

  @Text(12)
  @InputField(() => ID, "DELIBERATION", { nullable: true, description: "Code of the body that tells them." })
  by?: string | null;

  @InputField(() => DateScalar, "DELIBERATION", { nullable: true, description: "When." })
  on?: string | null;

  @Text(longText)
  @InputField(() => String, "DELIBERATION", { nullable: true, description: "Why they are not told." })
  because?: string | null;
}

@Input("ClosePanelInput", "The convenor closes a panel of which everything agreed is done or dropped.")
export class ClosePanelInput extends PanelChangeInput {}
