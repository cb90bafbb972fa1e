/** GraphiQL for one session: every request carries its token and the chosen purpose; a 401 ends the session. */
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { useEffect, useMemo, useRef } from "react";
import { isExampleFor, sortExamplesFor } from "../example-query.js";
import { examples, examplesPlugin } from "./examples.js";
import { editorStorage } from "./session-store.js";
import type { Session } from "./session.js";

interface QueryEditorProps {
  readonly session: Session;
  /** Null leaves the purpose to the hub, which takes the usual one of the caller's role. */
  readonly purpose: string | null;
  readonly onSessionRefused: () => void;
}

export default function QueryEditor({ session, purpose, onSessionRefused }: QueryEditorProps) {
  const { accessToken, subject } = session;
  // By reference: a new fetcher makes GraphiQL fetch the schema again, and a refused purpose would lose it.
  const declaredPurpose = useRef(purpose);
  useEffect(() => {
    declaredPurpose.current = purpose;
  }, [purpose]);
  const fetcher = useMemo(
    () => async (request: object, options?: { readonly headers?: Record<string, string> }) => {
      const response = await fetch("/graphql", {
        method: "POST",
        headers: {
          ...options?.headers,
          "content-type": "application/json",
          accept: "application/graphql-response+json, application/json;q=0.9",
          authorization: `Bearer ${accessToken}`,
          ...(declaredPurpose.current === null ? {} : { "x-purpose-of-use": declaredPurpose.current }),
        },
        body: JSON.stringify(request),
      });
      if (response.status === 401) onSessionRefused();
      return (await response.json()) as Record<string, unknown>;
    },
    [accessToken, onSessionRefused],
  );
  const examplesPane = useMemo(() => examplesPlugin(subject), [subject]);
  const plugins = useMemo(() => [examplesPane, HISTORY_PLUGIN], [examplesPane]);
  const storage = useMemo(() => editorStorage(subject), [subject]);
  const tabs = useMemo(
    () => sortExamplesFor(examples, subject).filter((example) => isExampleFor(example, subject)),
    [subject],
  );
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      plugins={plugins}
      {...(isWide() ? { visiblePlugin: examplesPane } : {})}
      defaultTabs={tabs.map(({ query }) => ({ query }))}
      defaultEditorToolsVisibility={false}
      shouldPersistHeaders={false}
    >
      {/* Keeps the editor's own mark, a link to another site, off the page. */}
      <GraphiQL.Logo>
        <span />
      </GraphiQL.Logo>
    </GraphiQL>
  );
}

/** On a narrow screen an open pane leaves no room for the editor. */
function isWide(): boolean {
  return window.matchMedia("(min-width: 60rem)").matches;
}
