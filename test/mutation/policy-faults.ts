/**
 * Faults in the tables of the policy, each of one cell: a relation that opens a compartment no longer does, or under
 * another condition; one that does not does; a role or a purpose that may read it may not, and the other way round.
 */
import ts from "typescript";
import { purposes, roles } from "../../authorisation/caller.js";
import type { Compartment } from "../../authorisation/data-class.js";
import { conditionsOf, readableFor, readableInRole } from "../../authorisation/policy.js";
import { relations, type Relation } from "../../authorisation/relation.js";
import type { Fault } from "./mutant.js";
import { anotherWord } from "./words.js";

export function policyFaults(file: string, text: string): Fault[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isVariableStatement).flatMap(
    ({
      declarationList: {
        declarations: [table],
      },
    }) => {
      if (table?.initializer === undefined || !ts.isObjectLiteralExpression(table.initializer)) return [];
      const lines = table.initializer.properties.filter(ts.isPropertyAssignment);
      const faultsOf = faultsByTable[table.name.getText()];
      return faultsOf === undefined ? [] : lines.flatMap((line) => faultsOf(line));
    },
  );
}

const compartmentNamed = (name: ts.PropertyName): Compartment =>
  (ts.isStringLiteral(name) ? name.text : name.getText()) as Compartment;

const faultsByTable: Readonly<Record<string, (line: ts.PropertyAssignment) => Fault[]>> = {
  openedBy: (line) => relations.flatMap((relation) => withAnotherOpening(line, relation)),
  readableInRole: (line) => roles.map((role) => withOneTurned(line, readableInRole[compartmentNamed(line.name)], role)),
  readableFor: (line) =>
    purposes.map((purpose) => withOneTurned(line, readableFor[compartmentNamed(line.name)], purpose)),
};

/** Opened where it is closed, and under another condition where it is open. Of two lines the later one counts. */
function withAnotherOpening({ initializer, name }: ts.PropertyAssignment, relation: Relation): Fault[] {
  if (!ts.isObjectLiteralExpression(initializer)) return [];
  const [condition] = conditionsOf(compartmentNamed(name), relation);
  const opening = `${relation}: "${(condition && anotherWord(condition)) ?? "always"}"`;
  const last = initializer.properties.at(-1);
  return last === undefined
    ? [{ at: initializer.getStart() + 1, find: "", put: opening }]
    : [{ at: last.getEnd(), find: "", put: `, ${opening}` }];
}

function withOneTurned(line: ts.PropertyAssignment, now: readonly string[], word: string): Fault {
  const { initializer } = line;
  const text = initializer.getText();
  const turned = now.includes(word) ? `${text}.filter((one) => one !== "${word}")` : `[...${text}, "${word}"]`;
  return { at: initializer.getStart(), find: text, put: turned };
}
