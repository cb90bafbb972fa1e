/**
 * Faults in a program: a statement, member, element, operand or default left out, a condition that always or never
 * holds, a comparison that is off by one or turned round, a call left out of a chain, a word exchanged for another.
 * Types are passed over: they are gone when the program runs.
 */
import ts from "typescript";
import { sqlFaults } from "./sql-faults.js";
import type { Fault } from "./mutant.js";
import { anotherWord } from "./words.js";

export function codeFaults(file: string, text: string): Fault[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const faults: Fault[] = [];
  // There `and` and `or` are words of a sentence.
  const mayHoldSql = !file.startsWith("authorisation/");
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
    for (const operator of operators) faults.push(...operator(node));
    if (mayHoldSql && (ts.isTemplateLiteral(node) || ts.isStringLiteral(node)))
      faults.push(...sqlFaults(node.getText(), node.getStart()));
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return faults;
}

type Operator = (node: ts.Node) => readonly Fault[];

const operators: readonly Operator[] = [
  withoutStatement,
  withConditionDecided,
  withOneOperand,
  withAnotherComparison,
  withoutNegation,
  withoutMember,
  withoutCall,
  withoutDefault,
  withAnotherLiteral,
];

function put(node: ts.Node, text: string): Fault {
  return { at: node.getStart(), find: node.getText(), put: text };
}

function withoutStatement(node: ts.Node): readonly Fault[] {
  const stands = ts.isBlock(node.parent) || ts.isSourceFile(node.parent);
  const isLeftOut =
    ts.isExpressionStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isIfStatement(node) ||
    ts.isForOfStatement(node);
  return stands && isLeftOut ? [put(node, "")] : [];
}

/** An `if` that never holds is the one that was left out. */
function withConditionDecided(node: ts.Node): readonly Fault[] {
  if (ts.isConditionalExpression(node)) return [put(node.condition, "true"), put(node.condition, "false")];
  if (!ts.isIfStatement(node)) return [];
  const never = node.elseStatement === undefined && ts.isBlock(node.parent) ? [] : [put(node.expression, "false")];
  return [put(node.expression, "true"), ...never];
}

const joining: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

function withOneOperand(node: ts.Node): readonly Fault[] {
  if (!ts.isBinaryExpression(node) || !joining.has(node.operatorToken.kind)) return [];
  return [put(node, node.left.getText()), put(node, node.right.getText())];
}

const turned: Readonly<Record<string, string>> = {
  "===": "!==",
  "!==": "===",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
};

function withAnotherComparison(node: ts.Node): readonly Fault[] {
  if (!ts.isBinaryExpression(node)) return [];
  const operator = node.operatorToken.getText();
  // What is compared to be put in order is never the same.
  const other = isOfAnOrder(node) && operator === "<" ? ">" : turned[operator];
  return other === undefined ? [] : [put(node.operatorToken, other)];
}

function isOfAnOrder(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression))
    return parent.expression.name.text === "sort" && parent.expression !== node;
  return !ts.isSourceFile(parent) && !ts.isBlock(parent) && isOfAnOrder(parent);
}

function withoutNegation(node: ts.Node): readonly Fault[] {
  const isNegation = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;
  return isNegation ? [put(node, node.operand.getText())] : [];
}

/** With the comma before it or after it. */
function withoutMember(node: ts.Node): readonly Fault[] {
  const members = membersOf(node);
  return members.map((member, index) => {
    const [before, after] = [members[index - 1], members[index + 1]];
    const [begin, end] =
      after === undefined
        ? [before?.getEnd() ?? member.getStart(), before === undefined ? members.end : member.getEnd()]
        : [member.getStart(), after.getStart()];
    return { at: begin, find: node.getSourceFile().text.slice(begin, end), put: "" };
  });
}

/** Up to the comma after the last. */
function membersOf(node: ts.Node): ts.NodeArray<ts.Node> {
  if (ts.isArrayLiteralExpression(node)) return node.elements;
  return ts.isObjectLiteralExpression(node) ? node.properties : ts.factory.createNodeArray();
}

const leftOut: ReadonlySet<string> = new Set(["filter", "sort", "slice", "trim", "reverse"]);
const exchanged: Readonly<Record<string, string>> = { some: "every", every: "some" };

function withoutCall(node: ts.Node): readonly Fault[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  if (leftOut.has(name.text)) return [put(node, expression.getText())];
  const other = exchanged[name.text];
  return other === undefined ? [] : [put(name, other)];
}

function withoutDefault(node: ts.Node): readonly Fault[] {
  if (!(ts.isParameter(node) || ts.isBindingElement(node)) || node.initializer === undefined) return [];
  const begin = ((ts.isParameter(node) ? node.type : undefined) ?? node.name).getEnd();
  return [{ at: begin, find: node.getSourceFile().text.slice(begin, node.initializer.getEnd()), put: "" }];
}

function withAnotherLiteral(node: ts.Node): readonly Fault[] {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [put(node, "false")];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [put(node, "true")];
  if (ts.isNumericLiteral(node)) return isOfAnOrder(node) ? [] : [put(node, String(Number(node.text) + 1))];
  if (!ts.isStringLiteral(node) || (ts.isPropertyAssignment(node.parent) && node.parent.name === node)) return [];
  const other = anotherWord(node.text) ?? (node.text === "" ? "planted" : "");
  return [put(node, JSON.stringify(other))];
}
