/** The bar above the editor: who is signed in, for what purpose, and how to become somebody else. */
import type { ExplorerConfig } from "../explorer-config.js";
import { capitalised, inWords } from "../in-words.js";
import type { Session } from "./session.js";

interface SessionBarProps {
  readonly config: ExplorerConfig;
  readonly session: Session | null;
  readonly purpose: string | null;
  readonly onPurpose: (purpose: string | null) => void;
  readonly onPersona: (persona: string) => void;
  readonly onSignOut: () => void;
}

export function SessionBar({ config, session, ...actions }: SessionBarProps) {
  return (
    <header className="bar">
      {config.demonstration && (
        <p className="banner">
          <strong>Demonstration</strong> Invented providers, people and concerns. Not a service of any body named here.
        </p>
      )}
      <div className="bar-row">
        <a className="bar-service" href="/">
          Quality Concerns Hub
        </a>
        <h1>Explorer</h1>
        {session !== null && <SessionControls config={config} session={session} {...actions} />}
      </div>
    </header>
  );
}

type SessionControlsProps = Omit<SessionBarProps, "session"> & { readonly session: Session };

function SessionControls({ config, session, purpose, onPurpose, onPersona, onSignOut }: SessionControlsProps) {
  return (
    <div className="controls">
      <p className="who">
        {session.organisation} <span>{inWords(session.role)}</span>
      </p>
      {config.personas.length > 0 ? (
        <label>
          Signed in as
          <select
            value={session.subject}
            onChange={(event) => {
              onPersona(event.target.value);
            }}
          >
            {personaNames(config, session).map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      ) : (
        <p className="who">Signed in as {session.subject}</p>
      )}
      <label>
        Purpose
        <select
          value={purpose ?? ""}
          onChange={(event) => {
            onPurpose(event.target.value || null);
          }}
        >
          <option value="">Usual for the role</option>
          {config.purposes.map((name) => (
            <option key={name} value={name}>
              {capitalised(inWords(name))}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={onSignOut}>
        Sign out
      </button>
    </div>
  );
}

/** The subject of a token made by hand may be none of the personas; it still has to be shown. */
function personaNames(config: ExplorerConfig, session: Session): readonly string[] {
  const names = config.personas.map(({ name }) => name);
  return names.includes(session.subject) ? names : [session.subject, ...names];
}
