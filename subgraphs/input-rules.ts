/**
 * Rules on the fields of inputs, beside the fields they are about (class-validator), and their answers as user errors.
 * Messages are constant: what was sent is never repeated.
 */
import { registerDecorator, validateSync } from "class-validator";
import { isStorable } from "./plain-text.js";
import { userError, type UserError } from "./user-error.js";

/** Text of 1 to `most` characters that any PostgreSQL can hold: no NUL, no lone surrogates, not blank. */
export function Text(most: number): PropertyDecorator {
  return rule(`must be plain text of 1 to ${most} characters`, (value) => isPlainText(value, most));
}

export function Codes(most: number, least = 1): PropertyDecorator {
  return distinctTexts("codes", most, least);
}

export function Ids(most: number): PropertyDecorator {
  return distinctTexts("ids", most);
}

/** `least` to `most` different texts of at most 60 characters. */
function distinctTexts(what: string, most: number, least = 1): PropertyDecorator {
  return rule(
    `must be ${least} to ${most} different ${what}`,
    (value) =>
      Array.isArray(value) &&
      value.length >= least &&
      value.length <= most &&
      new Set(value).size === value.length &&
      value.every((code) => isPlainText(code, 60)),
  );
}

/** At most `most` texts of at most `longest` characters; there may be none. */
export function Texts(most: number, longest: number): PropertyDecorator {
  return rule(
    `must be at most ${most} plain texts of 1 to ${longest} characters`,
    (value) => Array.isArray(value) && value.length <= most && value.every((text) => isPlainText(text, longest)),
  );
}

export function Whole(from: number, to: number): PropertyDecorator {
  return rule(
    `must be a whole number from ${from} to ${to}`,
    (value) => Number.isInteger(value) && Number(value) >= from && Number(value) <= to,
  );
}

/** One user error for each field at fault, in the order of the fields' names; those of a part as `part.field`. */
export function inputErrors(input: object, path = ""): UserError[] {
  const own = validateSync(input, { forbidUnknownValues: false, validationError: { target: false, value: false } }).map(
    ({ property, constraints }) =>
      userError("BAD_USER_INPUT", Object.values(constraints ?? {}).join("; "), `${path}${property}`),
  );
  const ofParts = Object.entries(input).flatMap(([field, part]: [string, unknown]) =>
    partsOf(part).flatMap((each) => inputErrors(each, `${path}${field}.`)),
  );
  return [...own, ...ofParts].sort((left, right) => String(left.field).localeCompare(String(right.field)));
}

/** Inputs within an input, alone or in a list. */
function partsOf(part: unknown): object[] {
  const parts: unknown[] = Array.isArray(part) ? part : [part];
  return parts.filter((each): each is object => typeof each === "object" && each !== null);
}

/** A rule on a field that may also be absent or null; that a field is required is said in the graph. */
function rule(message: string, holds: (value: unknown) => boolean): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      target: target.constructor,
      propertyName: String(property),
      options: { message },
      name: message,
      validator: { validate: (value: unknown) => value === undefined || value === null || holds(value) },
    });
  };
}

function isPlainText(value: unknown, most: number): boolean {
  return typeof value === "string" && value.length <= most && value.trim() !== "" && isStorable(value);
}
