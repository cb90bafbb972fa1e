/** Inputs of the decision of a review panel. */
import { ID } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { Codes, Text } from "../../input-rules.js";
import { DateScalar } from "../../scalars.js";
import { PanelOutcomeScalar, PanelUrgencyScalar, PeopleAtRiskScalar } from "./panel-codes.js";
import { PanelChangeInput } from "./panel-inputs.js";

@Input("PanelActionInput", "What a body undertakes.")
export class PanelActionInput {
  @Text(12)
  @InputField(() => ID, "DELIBERATION", { description: "Code of the body; it took part." })
  owner!: string;

  @Text(2_000)
  @InputField(() => String, "DELIBERATION", { description: "What it does." })
  text!: string;

  @InputField(() => DateScalar, "DELIBERATION", { description: "By when." })
  dueOn!: string;
}

@Input("PanelDissentInput", "Dissent that a body voiced at the meeting.")
export class PanelDissentInput {
  @Text(12)
  @InputField(() => ID, "DELIBERATION", { description: "Code of the body; it took part." })
  organisation!: string;

  @Text(10_000)
  @InputField(() => String, "DELIBERATION", { description: "In its own words." })
  text!: string;
}

@Input("PersonalDataSharedInput", "On what basis personal data were shared at the meeting.")
export class PersonalDataSharedInput {
  @Text(500)
  @InputField(() => String, "DELIBERATION", { description: "Lawful basis." })
  lawfulBasis!: string;

  @Text(2_000)
  @InputField(() => String, "DELIBERATION", { description: "Why it was necessary." })
  whyNecessary!: string;
}

@Input("RecordPanelDecisionInput", "The convenor records what the panel found and decided.")
export class RecordPanelDecisionInput extends PanelChangeInput {
  @InputField(() => DateScalar, "DELIBERATION", { description: "When it met." })
  heldOn!: string;

  @Codes(30)
  @InputField(() => [ID], "DELIBERATION", { description: "Bodies that took part, by code, the convenor among them." })
  attended!: string[];

  @InputField(() => [PeopleAtRiskScalar], "DELIBERATION", { description: "Who is at risk; empty where nobody is." })
  atRisk!: string[];

  @InputField(() => PanelUrgencyScalar, "DELIBERATION", { description: "How urgent it is." })
  urgency!: string;

  @Codes(10)
  @InputField(() => [PanelOutcomeScalar], "DELIBERATION", { description: "What was decided." })
  outcomes!: string[];

  @Text(10_000)
  @InputField(() => String, "DELIBERATION", { description: "Why it was decided so." })
  rationale!: string;

  @InputField(() => [PanelActionInput], "CARRIER", { nullable: true, description: "Actions agreed." })
  actions?: PanelActionInput[] | null;

  @InputField(() => [PanelDissentInput], "CARRIER", { nullable: true, description: "Dissent voiced at the meeting." })
  dissents?: PanelDissentInput[] | null;

  @InputField(() => PersonalDataSharedInput, "CARRIER", {
    nullable: true,
    description: "Given where personal data were shared.",
  })
  personalData?: PersonalDataSharedInput | null;

  @InputField(() => DateScalar, "DELIBERATION", { nullable: true, description: "When it is looked at again." })
  reviewOn?: string | null;
}
