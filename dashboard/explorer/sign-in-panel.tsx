/** What a visitor without a session meets: the personas to sign in as, or a field for a token from elsewhere. */
import { useState } from "react";
import type { ExplorerConfig } from "../explorer-config.js";
import { capitalised, inWords } from "../in-words.js";
import { sessionFromToken, type Session } from "./session.js";

interface SignInPanelProps {
  readonly config: ExplorerConfig;
  readonly notice: string | null;
  readonly onPersona: (persona?: string) => void;
  readonly onSession: (session: Session) => void;
}

export function SignInPanel({ config, notice, onPersona, onSession }: SignInPanelProps) {
  return (
    <main className="sign-in">
      <h2>Sign in to ask the graph</h2>
      {notice !== null && <p role="alert">{notice}</p>}
      {config.issuer === null ? (
        <TokenForm onSession={onSession} />
      ) : (
        <>
          <p>
            There is no anonymous access, not even to the schema. The same query gives each caller what the policy
            allows.
          </p>
          <PersonaList config={config} onPersona={onPersona} />
          <button
            type="button"
            className="primary"
            onClick={() => {
              onPersona();
            }}
          >
            Sign in
          </button>
        </>
      )}
    </main>
  );
}

function PersonaList({ config, onPersona }: Pick<SignInPanelProps, "config" | "onPersona">) {
  return (
    <ul className="personas">
      {config.personas.map((persona) => (
        <li key={persona.name}>
          <button
            type="button"
            onClick={() => {
              onPersona(persona.name);
            }}
          >
            <strong>{persona.name}</strong>
            <span>
              {persona.displayName}, {inWords(persona.role)}
            </span>
            <span>{persona.organisationName}</span>
            <span className="shows">{capitalised(persona.shows)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function TokenForm({ onSession }: Pick<SignInPanelProps, "onSession">) {
  const [isRefused, setRefused] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const token = new FormData(event.currentTarget).get("token");
        const session = typeof token === "string" ? sessionFromToken(token.trim()) : null;
        setRefused(session === null);
        if (session !== null) onSession(session);
      }}
    >
      <label htmlFor="token">Access token</label>
      <p id="token-hint">A JWT from your organisation’s sign-in. It stays in this tab and is forgotten with it.</p>
      {isRefused && <p role="alert">This is not an access token: three parts, separated by dots, with a subject.</p>}
      <textarea id="token" name="token" rows={5} aria-describedby="token-hint" spellCheck={false} required />
      <button type="submit" className="primary">
        Use this token
      </button>
    </form>
  );
}
