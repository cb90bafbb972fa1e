/**
 * The access matrix: every party by every field, in words for sign-off, generated from the policy and from the classes
 * that the fields carry. What it says is what the guard and the masked views do, since they read the same policy.
 */
import { isProtected, type Classification, type PlaceClass } from "./classification.js";
import { compartments, dataClassOf, existence, type Compartment } from "./data-class.js";
import { conditionsOf, openedInRole, policyVersion, readableFor, readableInRole } from "./policy.js";
import { redactionReasons } from "./redaction.js";
import { relations } from "./relation.js";

const marks = { always: "yes", agreement: "agreement", share: "share", glass: "glass", owner: "owner" } as const;

export function accessMatrix(classification: Classification): string {
  const outputs = [...classification].filter(([coordinate]) => !coordinate.includes("(")).sort(byCoordinate);
  const fields = outputs.filter((entry): entry is [string, Compartment] => isProtected(entry[1]));
  return (
    [
      "# Access matrix",
      `Generated from the policy, version ${policyVersion}, and from the data class of every field: run \`npm run compose\`. Do not edit.`,
      "A caller reads a field on a concern where three tables agree: a **relation** of the caller's organisation to that concern opens it, the selected **role** may read it, and so may the declared **purpose of use**. What is not said here is closed. A concern to which the caller's organisation has no relation is absent. `PUBLIC` fields are open to every signed-in caller.",
      "`agreement`: only while a sharing agreement that covers the class, the purpose and the concern is in force. `share`: only where the share of the concern says so, until its last day. `glass`: only to one person, who holds the concern open in an emergency, for the purpose BREAK_GLASS and a few hours; never to an organisation that answers for the place. `owner`: only where the body that contributed it says so; what it keeps from others is absent for them.",
      "Who spoke up (`IDENTITY`) is opened by no relation. A case-holder of NHS England reads it of somebody who spoke up openly; of somebody who spoke up in confidence only after a reveal, which another person, a guardian, approves for that one reader and a limited time.",
      "## Data classes by relation",
      table(
        ["data class", ...relations],
        compartments.map((compartment) => [spoken(compartment), ...cells(compartment)]),
      ),
      "## Data classes by role and purpose",
      table(
        ["data class", "roles", "purposes of use"],
        compartments.map((compartment) => [
          spoken(compartment),
          readableInRole[compartment].join(", "),
          readableFor[compartment].join(", "),
        ]),
      ),
      "## Fields by relation",
      `Fields of ${spoken(existence)} go with existence: whoever may know of the concern reads them.`,
      table(
        ["field", "data class", ...relations],
        fields.map(([coordinate, compartment]) => [`\`${coordinate}\``, spoken(compartment), ...cells(compartment)]),
      ),
      "## Why a field is redacted",
      table(
        ["reason", "what to do about it"],
        Object.entries(redactionReasons).map(([reason, advice]) => [reason, advice]),
      ),
      "",
    ]
      .join("\n\n")
      .trimEnd() + "\n"
  );
}

function cells(compartment: Compartment): string[] {
  return relations.map((relation) => {
    const opening = conditionsOf(compartment, relation).map((condition) => marks[condition]);
    const inRoles = openedInRole[compartment]?.[relation];
    return `${opening.join(" or ")}${inRoles === undefined ? "" : `, to ${inRoles.join(" and ")}`}`;
  });
}

/** `NARRATIVE:released` is read as "NARRATIVE, released". */
function spoken(compartment: Compartment): string {
  return compartment.replace(dataClassOf(compartment) + ":", `${dataClassOf(compartment)}, `);
}

function byCoordinate([left]: [string, PlaceClass], [right]: [string, PlaceClass]): number {
  return left < right ? -1 : 1;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cellsOfLine: readonly string[]): string => `| ${cellsOfLine.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
