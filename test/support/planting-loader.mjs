/** Plants a fault in what is loaded outside of jest's sandbox. */
import { fileURLToPath } from "node:url";
import { planted } from "./planted-fault.mjs";

export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context);
  if (!url.startsWith("file:") || loaded.source == null) return loaded;
  return { ...loaded, source: planted(loaded.source.toString(), fileURLToPath(url)) };
}
