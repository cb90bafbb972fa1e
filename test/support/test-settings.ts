/** Settings of a hub in a test, from what its environment would say. */
import { readSettings } from "../../settings/settings.js";
import type { Settings } from "../../settings/structured-settings.js";

/** Longer than what holds otherwise: that the machine is busy with other tests is no fault of what is tested. */
export const patience = {
  POOL_WAIT_MS: "8000",
  STATEMENT_TIMEOUT_MS: "10000",
  SUBGRAPH_TIMEOUT_MS: "12000",
  OPERATION_TIMEOUT_MS: "20000",
};

export function settingsFor(environment: NodeJS.ProcessEnv): Settings {
  const read = readSettings({ LOG_LEVEL: "silent", ...patience, ...environment });
  if ("findings" in read) throw new Error(read.findings.join("\n"));
  return read.settings;
}
