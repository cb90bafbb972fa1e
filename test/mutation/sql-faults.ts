/**
 * Faults in the SQL of a template: a condition of several left out, `and` for `or`, a comparison that is off by one or
 * turned round, a word of the policy exchanged for another. What is inserted into the template counts as one piece.
 */
import type { Fault } from "./mutant.js";
import { anotherWord } from "./words.js";

interface Token {
  readonly at: number;
  readonly text: string;
  readonly depth: number;
}

/** @param template a text as it stands in the file, from its opening mark. */
export function sqlFaults(template: string, at: number): Fault[] {
  const tokens = tokensOf(template);
  if (!tokens.some(({ text }) => isJoining(text) || beginning.has(text))) return [];
  const others = tokens.flatMap((token, index) => exchanged(token, tokens[index + 1]));
  return [...conditionsLeftOut(template, tokens), ...others].map((fault) => ({
    ...fault,
    at: at + fault.at,
  }));
}

const isJoining = (text: string): boolean => text === "and" || text === "or";
/** Before the first condition of several. */
const beginning: ReadonlySet<string> = new Set(["where", "on", "when", "select"]);
/** After the last. */
const ending: ReadonlySet<string> = new Set([
  ...["then", "else", "end", "order", "group", "limit", "join", "cross", "where", "returning", "union", "as", ")", ","],
  ...["when", "select", "from", "offset", "`", '"'],
]);

function tokensOf(template: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (const { 0: text, index } of template.matchAll(/'[^']*'|[\w.]+|[<>=!&@|:?*+-]+|[^\s]/g)) {
    // What was inserted is one piece, brackets and all.
    const last = tokens.at(-1);
    const open = last !== undefined && last.text === "$" ? template.slice(last.at, index) : "";
    if (text === "{" && open === "$") {
      const end = endOfInserted(template, index);
      tokens[tokens.length - 1] = { at: last?.at ?? index, text: template.slice(last?.at ?? index, end), depth };
      continue;
    }
    const before = tokens.at(-1);
    if (before !== undefined && index < before.at + before.text.length) continue;
    if (text === ")") depth -= 1;
    tokens.push({ at: index, text, depth });
    if (text === "(") depth += 1;
  }
  return tokens;
}

function endOfInserted(template: string, from: number): number {
  let depth = 0;
  for (let at = from; at < template.length; at += 1) {
    if (template[at] === "{") depth += 1;
    if (template[at] === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return template.length;
}

/** Each condition of several with the word that joins it; and the other word in place of that. */
function conditionsLeftOut(template: string, tokens: readonly Token[]): Fault[] {
  return tokens.flatMap((token, index) => {
    if (!isJoining(token.text) || isOfBetween(tokens, index)) return [];
    const [first, last] = [operandBefore(tokens, index), operandAfter(tokens, index)];
    if (first === undefined || last === undefined) return [];
    const next = tokens[index + 1]?.at ?? token.at;
    const without = (begin: number, end: number): Fault => ({ at: begin, find: template.slice(begin, end), put: "" });
    return [
      without(first.at, next),
      without(token.at, last.at + last.text.length),
      { at: token.at, find: token.text, put: token.text === "and" ? "or" : "and" },
    ];
  });
}

function isOfBetween(tokens: readonly Token[], index: number): boolean {
  const before = tokens.slice(0, index).filter(({ depth }) => depth === tokens[index]?.depth);
  return before.findLastIndex(({ text }) => text === "between") > before.findLastIndex(({ text }) => isJoining(text));
}

function operandBefore(tokens: readonly Token[], index: number): Token | undefined {
  const joining = tokens[index];
  let first: Token | undefined;
  for (let before = index - 1; before >= 0; before -= 1) {
    const token = tokens[before];
    if (token === undefined || isOutside(token, joining)) break;
    if (isAside(token, joining)) continue;
    if (isJoining(token.text) && !isOfBetween(tokens, before)) break;
    if (beginning.has(token.text) || ["`", '"', ","].includes(token.text)) break;
    first = token;
  }
  return first;
}

function operandAfter(tokens: readonly Token[], index: number): Token | undefined {
  let last: Token | undefined;
  for (const token of tokens.slice(index + 1)) {
    if (isAside(token, tokens[index])) continue;
    const closesOwn = token.text === ")" && token.depth === tokens[index]?.depth && last?.text === "(";
    if (!closesOwn && (isOutside(token, tokens[index]) || isJoining(token.text) || ending.has(token.text))) break;
    last = token;
  }
  return last;
}

/** Within brackets that belong to a condition beside the joining word. */
const isAside = (token: Token, joining: Token | undefined): boolean => token.depth > (joining?.depth ?? 0);
const isOutside = (token: Token, joining: Token | undefined): boolean => token.depth < (joining?.depth ?? 0);

const turned: Readonly<Record<string, string>> = {
  "=": "<>",
  "<>": "=",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  min: "max",
  max: "min",
  not: "",
};

function exchanged({ at, text }: Token, next: Token | undefined): Fault[] {
  if (text === "is" && next?.text === "null") return [{ at, find: text, put: "is not" }];
  const word = /^'(.+)'$/.exec(text)?.[1];
  const other = word === undefined ? turned[text] : anotherWord(word);
  if (other === undefined) return [];
  return [{ at, find: text, put: word === undefined ? other : `'${other}'` }];
}
