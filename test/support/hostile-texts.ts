/** Texts that have broken other systems, and what a plain answer to them looks like. */
import { expect } from "@jest/globals";
import type { Answer } from "./test-hub.js";

export interface HostileText {
  readonly title: string;
  readonly text: string;
  /** Whether PostgreSQL can hold it; what it cannot has to be refused. */
  readonly storable: boolean;
}

const texts: readonly (readonly [title: string, text: string])[] = [
  ["the end of a statement", "'); drop table concerns.concern; --"],
  ["a condition that always holds", "' or '1'='1"],
  ["a quoted name", '"concerns"."concern"'],
  ["a dollar quote", "$$ || pg_sleep(5) || $$"],
  ["a parameter", "$1"],
  ["a comment", "/* */ --"],
  ["any text", "%"],
  ["any letter", "_"],
  ["an escape at the end", "50\\"],
  ["a cast", "1::regclass"],
  ["right to left", "\u202etxet eht fo dne"],
  ["zero width", "in\u200bvisi\u200dble\ufeff"],
  ["signs on signs", "Z\u0351\u036b\u0343a\u0300\u0301l\u0334go"],
  ["beyond the first plane", "\u{1f9d1}\u200d\u2695\ufe0f\u{10ffff}"],
  ["line ends of all kinds", "one\r\ntwo\rthree\u2028four\tfive"],
  ["control characters", "\u0001\u001b[31m\u0085\u007f"],
  ["markup", "<script>alert(1)</script>&amp;<!--"],
  ["a template", "{{7*7}} ${7*7} <%= 7 %>"],
  ["a prototype", "__proto__"],
  ["a constructor", "constructor"],
  ["a method of every object", "toString"],
  ["a word for nothing", "null"],
  ["a number too large", "1e400"],
  ["another concern's reference", "See QC-2222-2222 and QC-AAAA-AAAA."],
];

const unstorable: readonly (readonly [title: string, text: string])[] = [
  ["a NUL", "before\0after"],
  ["the first half of a pair", "before\ud800after"],
  ["the second half of a pair", "\udc00"],
  ["a pair the wrong way round", "\udc00\ud800"],
];

export const hostileTexts: readonly HostileText[] = [
  ...texts.map(([title, text]) => ({ title, text, storable: true })),
  ...unstorable.map(([title, text]) => ({ title, text, storable: false })),
];

/** Longer than any text may be, and still within a request. */
export const tooLong = "long ".repeat(12_000);

const plainCodes: readonly string[] = ["BAD_USER_INPUT", "LIMIT_EXCEEDED"];
const plainUserErrors: readonly string[] = ["BAD_USER_INPUT", "NOT_FOUND", "CONFLICT"];

/** Words of the machinery; none of them is in anything that was sent. */
const machinery =
  /syntax error|at position|invalid byte|node_modules|\.ts:|\.js:|Did you mean|violates|duplicate key|Cannot |undefined/;

/** An answer, or a refusal in words that are the same for everybody: never a fault, never the insides. */
export function expectPlain(answer: Answer): void {
  expect([200, 400]).toContain(answer.status);
  for (const { extensions } of answer.errors) expect(plainCodes).toContain(extensions.code);
  for (const { code } of userErrorsOf(answer)) expect(plainUserErrors).toContain(code);
  expect(JSON.stringify(answer.errors)).not.toMatch(machinery);
}

/** Whether it was refused: by an error of the request or by one of the user. */
export function isRefused(answer: Answer): boolean {
  return answer.errors.length > 0 || userErrorsOf(answer).length > 0;
}

function userErrorsOf({ data }: Answer): readonly { readonly code: string }[] {
  const payloads: ({ readonly userErrors?: readonly { readonly code: string }[] } | null)[] = Object.values(data ?? {});
  return payloads.flatMap((payload) => payload?.userErrors ?? []);
}
