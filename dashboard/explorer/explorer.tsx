/** The explorer: a session or the way to one, and the query editor, which is loaded only when somebody is signed in. */
import { lazy, Suspense, useCallback, useState } from "react";
import type { ExplorerConfig } from "../explorer-config.js";
import { SessionBar } from "./session-bar.js";
import { endSession, saveSession } from "./session-store.js";
import type { Session } from "./session.js";
import { SignInPanel } from "./sign-in-panel.js";
import { beginSignIn } from "./sign-in.js";
import { thisTab } from "./this-tab.js";

const QueryEditor = lazy(() => import("./query-editor.js"));

interface ExplorerProps {
  readonly config: ExplorerConfig;
  readonly initialSession: Session | null;
  readonly initialNotice: string | null;
}

export function Explorer({ config, initialSession, initialNotice }: ExplorerProps) {
  const [session, setSession] = useState(initialSession);
  const [notice, setNotice] = useState(initialNotice);
  const [purpose, setPurpose] = useState<string | null>(null);

  const leave = useCallback((reason: string | null) => {
    endSession();
    setSession(null);
    setNotice(reason);
  }, []);
  const refuse = useCallback(() => {
    leave("Your session has ended. Sign in again.");
  }, [leave]);
  const signIn = (persona?: string) => {
    beginSignIn(thisTab, config, persona).catch(() => {
      setNotice("The issuer cannot be reached. Try again shortly.");
    });
  };
  const accept = (accepted: Session) => {
    saveSession(accepted);
    setSession(accepted);
  };

  return (
    <>
      <SessionBar
        config={config}
        session={session}
        purpose={purpose}
        onPurpose={setPurpose}
        onPersona={signIn}
        onSignOut={() => {
          leave("You are signed out of the explorer.");
        }}
      />
      {session === null ? (
        <SignInPanel config={config} notice={notice} onPersona={signIn} onSession={accept} />
      ) : (
        <main className="editor">
          <Suspense fallback={<p className="loading">Loading the editor…</p>}>
            <QueryEditor key={session.subject} session={session} purpose={purpose} onSessionRefused={refuse} />
          </Suspense>
        </main>
      )}
    </>
  );
}
