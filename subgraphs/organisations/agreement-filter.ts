/** Filter of lists of sharing agreements: the input of the graph, and the parameters that it stands for. */
import { HubError } from "../../errors/hub-error.js";
import { Input, InputField } from "../annotations.js";
import { DateTimeScalar } from "../scalars.js";
import { organisationCode } from "./organisation-code.js";
import { AgreementState } from "./sharing-agreement.js";

@Input("SharingAgreementFilter", "All conditions given have to hold. An absent or null condition does not restrict.")
export class AgreementFilter {
  @InputField(() => String, "OPERATIONAL:agreement", { nullable: true, description: "With this party, by code." })
  party?: string | null;

  @InputField(() => [AgreementState], "OPERATIONAL:agreement", {
    nullable: true,
    description: "In any of these states.",
  })
  state?: AgreementState[] | null;

  @InputField(() => DateTimeScalar, "OPERATIONAL:agreement", {
    nullable: true,
    description: "That end by the clock before this instant.",
  })
  expiringBefore?: Date | null;
}

/** Values for the conditions of a list, in the order of its parameters. */
export type AgreementFilterValues = readonly [
  party: string | null,
  states: readonly string[] | null,
  expiringBefore: string | null,
];

/** @throws HubError BAD_USER_INPUT with the condition that no agreement can meet. */
export function agreementFilterValues({
  party,
  state,
  expiringBefore,
}: Readonly<Partial<AgreementFilter>>): AgreementFilterValues {
  if (typeof party === "string" && !organisationCode.test(party))
    throw new HubError("BAD_USER_INPUT", { field: "filter.party", problem: "not an organisation code" });
  return [party ?? null, state ? [...new Set(state)] : null, expiringBefore?.toISOString() ?? null];
}
