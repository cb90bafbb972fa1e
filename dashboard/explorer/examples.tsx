/** The example queries of docs/queries, bundled, and the pane of GraphiQL that lists them for a persona. */
import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from "@graphiql/react";
import { isExampleFor, parseExampleQuery, sortExamplesFor, type ExampleQuery } from "../example-query.js";

const files = import.meta.glob<string>("../../docs/queries/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});

export const examples: readonly ExampleQuery[] = Object.entries(files).map(([path, query]) =>
  parseExampleQuery(path, query),
);

export function examplesPlugin(persona: string): GraphiQLPlugin {
  return { title: "Example queries", icon: ExamplesIcon, content: () => <ExamplesPane persona={persona} /> };
}

function ExamplesPane({ persona }: { readonly persona: string }) {
  const sorted = sortExamplesFor(examples, persona);
  const own = sorted.filter((example) => isExampleFor(example, persona));
  const others = sorted.filter((example) => !isExampleFor(example, persona));
  return (
    <section aria-label="Example queries" className="examples">
      <h2>Example queries</h2>
      <ExampleList heading={`For ${persona}`} examples={own} />
      <ExampleList heading="For others: run one and see what changes" examples={others} />
    </section>
  );
}

function ExampleList({ heading, examples }: { readonly heading: string; readonly examples: readonly ExampleQuery[] }) {
  const open = useOpenInNewTab();
  if (examples.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {examples.map((example) => (
          <li key={example.name}>
            <button
              type="button"
              onClick={() => {
                open(example.query);
              }}
            >
              {example.title}
            </button>
            <p>{example.description}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function useOpenInNewTab(): (query: string) => void {
  const actions = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  return (query) => {
    actions.addTab();
    queryEditor?.setValue(query);
  };
}

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5h16M4 12h10M4 19h13" strokeLinecap="round" />
    </svg>
  );
}
