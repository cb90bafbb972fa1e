/** Start-up leaves more behind than the hub needs to serve, and V8 would keep it for minutes. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Takes some tenths of a second in which nothing is served; for the end of a start. */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  // What the first one emptied goes back to the system with the second.
  collect();
}
