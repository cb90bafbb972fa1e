/**
 * Filters of lists of organisations: the input of the graph, and the parameters that it stands for. What gets past
 * here is bounded and can be sent to the database; a condition that was not given is null.
 */
import { HubError } from "../../errors/hub-error.js";
import { Input, InputField } from "../annotations.js";
import { containing, isStorable } from "../plain-text.js";
import { OrganisationKind, OrganisationStatus } from "./organisation-codes.js";
import { organisationCode } from "./organisation-code.js";

const mostFilterValues = 100;
const mostNameLength = 100;

@Input("OrganisationFilter", "All conditions given have to hold. An absent or null condition does not restrict.")
export class OrganisationFilter {
  @InputField(() => [OrganisationKind], "PUBLIC", { nullable: true, description: "Any of these kinds." })
  kind?: OrganisationKind[] | null;

  @InputField(() => [String], "PUBLIC", { nullable: true, description: "In any of these regions, by code." })
  region?: string[] | null;

  @InputField(() => [OrganisationStatus], "PUBLIC", { nullable: true, description: "Any of these states." })
  status?: OrganisationStatus[] | null;

  @InputField(() => String, "PUBLIC", {
    nullable: true,
    description: "Part of the name, in capitals or not; at most 100 characters.",
  })
  nameContains?: string | null;

  @InputField(() => Boolean, "PUBLIC", {
    nullable: true,
    description:
      "Whether they take part in the Emerging Concerns Protocol today: its signatories, and NHS England nationally and in its regions.",
  })
  inProtocol?: boolean | null;
}

/** Values for the conditions of a list, in the order of its parameters. */
export type FilterValues = readonly [
  kinds: readonly string[] | null,
  regions: readonly string[] | null,
  statuses: readonly string[] | null,
  namePattern: string | null,
  inProtocol: boolean | null,
];

/** @throws HubError BAD_USER_INPUT with the condition that cannot be met by any organisation. */
export function filterValues({
  kind,
  region,
  status,
  nameContains,
  inProtocol,
}: Readonly<Partial<OrganisationFilter>>): FilterValues {
  for (const [field, values] of Object.entries({ kind, region, status }))
    if (values && values.length > mostFilterValues) refuse(field, `at most ${mostFilterValues} values`);
  if (region?.some((code) => !organisationCode.test(code))) refuse("region", "not an organisation code");
  if (nameContains && nameContains.length > mostNameLength)
    refuse("nameContains", `at most ${mostNameLength} characters`);
  if (nameContains && !isStorable(nameContains)) refuse("nameContains", "not plain text");
  const namePattern = typeof nameContains === "string" ? containing(nameContains) : null;
  return [kind ?? null, region ?? null, status ?? null, namePattern, inProtocol ?? null];
}

function refuse(condition: string, problem: string): never {
  throw new HubError("BAD_USER_INPUT", { field: `filter.${condition}`, problem });
}
