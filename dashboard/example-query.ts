/**
 * An example query is a `.graphql` file that explains itself: the first comment line is its title, `For:` names the
 * personas it is for (or `everyone`), and the remaining comment lines describe it. Pure: the explorer bundles it.
 */

export interface ExampleQuery {
  /** File name without its folder and extension. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Names of personas, or `everyone`. */
  readonly audience: readonly string[];
  /** The whole text, comments included: they are what a reader sees in the editor. */
  readonly query: string;
}

const audienceLine = /^For:\s*(.+)$/;

export function parseExampleQuery(path: string, query: string): ExampleQuery {
  const comments = leadingComments(query);
  const [title = "", ...rest] = comments;
  const audience = rest.flatMap((line) => audienceLine.exec(line)?.[1]?.split(/,\s*/) ?? []);
  const description = rest.filter((line) => !audienceLine.test(line)).join(" ");
  const name = path.replace(/^.*\//, "").replace(/\.graphql$/, "");
  return { name, title, description, audience, query: query.trimEnd() };
}

export function isExampleFor(example: ExampleQuery, persona: string): boolean {
  return example.audience.includes(persona) || example.audience.includes("everyone");
}

/** The persona's own examples before those for everyone, and those before the rest. */
export function sortExamplesFor(examples: readonly ExampleQuery[], persona: string): readonly ExampleQuery[] {
  const rank = ({ audience }: ExampleQuery) => (audience.includes(persona) ? 0 : audience.includes("everyone") ? 1 : 2);
  return [...examples].sort((left, right) => rank(left) - rank(right) || left.name.localeCompare(right.name));
}

function leadingComments(text: string): readonly string[] {
  const lines = text.split("\n").map((line) => line.trim());
  const end = lines.findIndex((line) => !line.startsWith("#"));
  return lines.slice(0, end).map((line) => line.replace(/^#\s*/, ""));
}
