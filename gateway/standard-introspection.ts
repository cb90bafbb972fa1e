/**
 * The introspection query that GraphQL clients send, in each of the forms in which graphql-js writes it. It nests
 * deeper than other documents may, because it unwraps types by nesting; being known word for word, it is harmless.
 */
import { getIntrospectionQuery, stripIgnoredCharacters } from "graphql";

const options = [
  "descriptions",
  "specifiedByUrl",
  "directiveIsRepeatable",
  "schemaDescription",
  "inputValueDeprecation",
  "oneOf",
] as const;

/** A test for the standard query, whatever its line breaks and indentation. */
export function standardIntrospection(): (query: string) => boolean {
  const known = new Set<string>();
  for (let choice = 0; choice < 2 ** options.length; choice += 1) {
    const chosen = Object.fromEntries(options.map((option, bit) => [option, (choice & (1 << bit)) !== 0]));
    known.add(stripIgnoredCharacters(getIntrospectionQuery(chosen)));
  }
  return (query) => known.has(stripIgnoredCharacters(query));
}
