/**
 * Filters of lists of standards: the input of the graph, and the parameters that it stands for. What gets past here is
 * bounded and can be sent to the database; a condition that was not given is null.
 */
import { HubError } from "../../errors/hub-error.js";
import { Input, InputField } from "../annotations.js";
import { containing, isStorable } from "../plain-text.js";
import { DateScalar } from "../scalars.js";
import { frameworkIdShape, standardCodeShape, standardIdShape } from "./standard-keys.js";

const mostCodes = 100;
const mostTextLength = 200;

@Input("StandardFilter", "All conditions given have to hold. An absent or null condition does not restrict.")
export class StandardFilter {
  @InputField(() => String, "PUBLIC", { nullable: true, description: "In this framework, by id, such as `EQF-2021`." })
  framework?: string | null;

  @InputField(() => [String], "PUBLIC", {
    nullable: true,
    description: "Any of these codes within their frameworks, such as `1.7`; at most 100.",
  })
  codes?: string[] | null;

  @InputField(() => DateScalar, "PUBLIC", { nullable: true, description: "In force on this day." })
  inForceOn?: string | null;

  @InputField(() => DateScalar, "PUBLIC", { nullable: true, description: "No longer in force after this day." })
  endsBy?: string | null;

  @InputField(() => String, "PUBLIC", {
    nullable: true,
    description: "Anywhere under this standard, by id (`EQF-2021:1`) or by code in whichever framework has it (`1`).",
  })
  domain?: string | null;

  @InputField(() => String, "PUBLIC", {
    nullable: true,
    description: "Found in the title or the note, in capitals or not; at most 200 characters.",
  })
  text?: string | null;
}

/** Values for the conditions of a list, in the order of its parameters. */
export type FilterValues = readonly [
  framework: string | null,
  codes: readonly string[] | null,
  inForceOn: string | null,
  domain: string | null,
  textPattern: string | null,
  endsBy: string | null,
];

/** @throws HubError BAD_USER_INPUT with the condition that cannot be met by any standard. */
export function filterValues({
  framework,
  codes,
  inForceOn,
  domain,
  text,
  endsBy,
}: Readonly<Partial<StandardFilter>>): FilterValues {
  if (typeof framework === "string" && !frameworkIdShape.test(framework))
    refuse("framework", "not the id of a framework");
  if (codes && codes.length > mostCodes) refuse("codes", `at most ${mostCodes} values`);
  if (codes?.some((code) => !standardCodeShape.test(code))) refuse("codes", "not the code of a standard");
  if (typeof domain === "string" && !standardIdShape.test(domain) && !standardCodeShape.test(domain))
    refuse("domain", "not the id or code of a standard");
  return [
    framework ?? null,
    codes ?? null,
    inForceOn ?? null,
    domain ?? null,
    textPattern(text ?? null),
    endsBy ?? null,
  ];
}

function textPattern(text: string | null): string | null {
  if (text === null) return null;
  if (text.length > mostTextLength) refuse("text", `at most ${mostTextLength} characters`);
  if (!isStorable(text)) refuse("text", "not plain text");
  return containing(text);
}

function refuse(condition: string, problem: string): never {
  throw new HubError("BAD_USER_INPUT", { field: `filter.${condition}`, problem });
}
