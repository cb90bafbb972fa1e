/** Values within the record of a review panel, read by whoever reads the field that holds them. */
import { Carrier, PlainType } from "../../annotations.js";
import { ProfessionScalar } from "../../code-scalar.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";
import { InviteeReason } from "./panel-codes.js";

@PlainType("PersonalDataShared", { description: "On what basis personal data were shared at a review panel." })
export class PersonalDataSharedValue {
  @Carrier(() => String, { description: "Lawful basis." })
  lawfulBasis!: string;

  @Carrier(() => String, { description: "Why it was necessary." })
  whyNecessary!: string;
}

@PlainType("PanelDisclosure", { description: "Whether those whom it concerns are told, and how; or why they are not." })
export class PanelDisclosure {
  @Carrier(() => Boolean, { description: "Whether they are told." })
  tell!: boolean;

  @Carrier(() => String, { nullable: true, description: "Who is told." })
  whom!: string | null;

  @Carrier(() => Organisation, { nullable: true, description: "The body that tells them." })
  by!: Organisation | null;

  @Carrier(() => DateScalar, { nullable: true, description: "When." })
  on!: string | null;

  @Carrier(() => String, { nullable: true, description: "Why they are not told." })
  because!: string | null;
}

@PlainType("SuggestedInvitee", {
  description:
    "A body that has to do with the place or a profession concerned. It says nothing of what that body holds.",
})
export class SuggestedInvitee {
  @Carrier(() => Organisation, { description: "The body." })
  organisation!: Organisation;

  @Carrier(() => InviteeReason, { description: "Why it is suggested." })
  because!: InviteeReason;

  @Carrier(() => [ProfessionScalar], { description: "Professions concerned that it regulates." })
  professions!: readonly string[];
}
