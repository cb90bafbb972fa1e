/** Waits for what comes about beside the test; fails where it does not. */
import { setTimeout as wait } from "node:timers/promises";

export async function eventually(claim: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    if (await claim()) return;
    await wait(20);
  }
  throw new Error("It did not come about.");
}
