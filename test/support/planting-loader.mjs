/** Plants a fault in what is loaded outside of jest's sandbox. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { isPlanted, planted } from "./planted-fault.mjs";

/** The text itself: where tsx stands behind this as well as before it, what comes from there is compiled already. */
export async function load(url, context, nextLoad) {
  const file = url.startsWith("file:") ? fileURLToPath(url) : "";
  if (!isPlanted(file)) return nextLoad(url, context);
  return { format: "module", source: planted(await readFile(file, "utf8"), file), shortCircuit: true };
}
