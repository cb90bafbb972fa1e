/**
 * The two limits that must hold before a document is parsed: how many tokens it has and how deep its brackets nest.
 * The parser and everything after it descend by calling themselves, so without the second one they run out of stack.
 */
import { Lexer, Source, TokenKind } from "graphql";

export interface TextSize {
  readonly tokens: number;
  readonly nesting: number;
}

const opening = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Stops reading when there are more tokens than `most`. Throws a syntax error where there is no token. */
export function measureText(query: string, most: number): TextSize {
  const lexer = new Lexer(new Source(query));
  let tokens = 0;
  let open = 0;
  let nesting = 0;
  while (lexer.advance().kind !== TokenKind.EOF) {
    tokens += 1;
    if (tokens > most) break;
    if (opening.has(lexer.token.kind)) open += 1;
    if (closing.has(lexer.token.kind)) open -= 1;
    nesting = Math.max(nesting, open);
  }
  return { tokens, nesting };
}
