/**
 * The session of this browser tab, kept in sessionStorage: it outlives a reload, is not shared with other tabs or
 * sites, and ends with the tab.
 */
import { isExpired, type Session } from "./session.js";

const storageKey = "hub.session";

export function loadSession(): Session | null {
  const stored = sessionStorage.getItem(storageKey);
  const session = stored === null ? null : (JSON.parse(stored) as Session);
  return session === null || isExpired(session) ? null : session;
}

/** The overview page reads the same entry to say who is signed in. */
export function saveSession(session: Session): void {
  sessionStorage.setItem(storageKey, JSON.stringify(session));
}

/** Forgets the token and everything that was typed in this tab. */
export function endSession(): void {
  sessionStorage.clear();
}

/** GraphiQL's tabs and history, kept apart for each subject, so that one persona never meets another's queries. */
export function editorStorage(
  subject: string,
): Pick<Storage, "getItem" | "setItem" | "removeItem" | "clear" | "length"> {
  const prefix = `${subject}|`;
  return {
    getItem: (key) => sessionStorage.getItem(prefix + key),
    // The editor saves a moment after a change, which may be after the session has ended.
    setItem: (key, value) => {
      if (sessionStorage.getItem(storageKey) !== null) sessionStorage.setItem(prefix + key, value);
    },
    removeItem: (key) => {
      sessionStorage.removeItem(prefix + key);
    },
    clear: () => {
      for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
    },
    get length() {
      return Object.keys(sessionStorage).filter((key) => key.startsWith(prefix)).length;
    },
  };
}
