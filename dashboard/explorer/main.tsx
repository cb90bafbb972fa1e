/** Composition root of the explorer: settles the session from the address or this tab, then shows it. */
import { createRoot } from "react-dom/client";
import type { ExplorerConfig } from "../explorer-config.js";
import "./explorer.css";
import { Explorer } from "./explorer.js";
import { loadSession, saveSession } from "./session-store.js";
import { beginSignIn, completeSignIn } from "./sign-in.js";
import { thisTab } from "./this-tab.js";

const root = document.getElementById("explorer");
if (root === null) throw new Error("The page has no element #explorer.");

const response = await fetch("/explorer/config.json");
const config = (await response.json()) as ExplorerConfig;

if (config.issuer !== null && new URL(config.issuer).origin !== location.origin) {
  // The issuer redirects to one registered address, and to a browser 127.0.0.1 and localhost are different sites.
  location.replace(new URL(`/explorer${location.search}`, config.issuer));
} else {
  const notice = await settleSession(config).catch(() => "The issuer cannot be reached. Try again shortly.");
  createRoot(root).render(<Explorer config={config} initialSession={loadSession()} initialNotice={notice} />);
}

/** Returns what the reader has to be told, if anything. `?persona=gmc` is the overview page's "sign in as". */
async function settleSession(config: ExplorerConfig): Promise<string | null> {
  const address = new URLSearchParams(location.search);
  const persona = address.get("persona");
  if (persona !== null && config.issuer !== null) {
    thisTab.showAddress("/explorer");
    await beginSignIn(thisTab, config, persona);
    return null;
  }
  const result = await completeSignIn(thisTab, config, address);
  if (result.kind === "signed-in") saveSession(result.session);
  return result.kind === "failed" ? result.reason : null;
}
