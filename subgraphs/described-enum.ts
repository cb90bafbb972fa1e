/** Enums of the graph, with words for each of their values: one without does not compile. */
import { registerEnumType } from "type-graphql";

/** Of an enum that the code has. */
export function describedEnum<Value extends string>(
  values: Readonly<Record<Value, string>>,
  name: string,
  description: string,
  words: Readonly<Record<Value, string>>,
): void {
  const described = Object.entries<string>(words).map(([value, description]) => [value, { description }] as const);
  const valuesConfig = Object.fromEntries(described) as Record<Value, { readonly description: string }>;
  registerEnumType(values, { name, description, valuesConfig });
}

/** Of a union of strings, whose values are then those that have words. */
export function enumOfWords<Value extends string>(
  name: string,
  description: string,
  words: Readonly<Record<Value, string>>,
): Readonly<Record<Value, Value>> {
  const values = Object.fromEntries(Object.keys(words).map((value) => [value, value])) as Record<Value, Value>;
  describedEnum(values, name, description, words);
  return values;
}
