import { getEventListeners } from "node:events";
import { describe, expect, it } from "@jest/globals";
import { withDeadline } from "../../endpoint/deadline.js";

const forEver = () => new Promise<never>(() => undefined);

describe("work under a deadline", () => {
  it("is answered with its value, or with why it failed", async () => {
    const { signal } = new AbortController();
    expect(await withDeadline(50, signal, () => Promise.resolve(1))).toEqual({ kind: "answered", value: 1 });
    const cause = new Error("no");
    expect(await withDeadline(50, signal, () => Promise.reject(cause))).toEqual({ kind: "failed", cause });
  });

  it("is late when it ignores its signal, which says so all the same", async () => {
    let given: AbortSignal | undefined;
    const outcome = await withDeadline(10, new AbortController().signal, (signal) => {
      given = signal;
      return forEver();
    });
    expect([outcome, given?.aborted]).toEqual([{ kind: "late" }, true]);
  });

  it("is cancelled with its parent, and never begun after it", async () => {
    const parent = new AbortController();
    const outcome = withDeadline(1_000, parent.signal, forEver);
    parent.abort();
    expect(await outcome).toEqual({ kind: "cancelled" });
    let begun = false;
    await withDeadline(1_000, parent.signal, () => {
      begun = true;
      return forEver();
    });
    expect(begun).toBe(false);
  });

  it("leaves nothing behind on its parent", async () => {
    const { signal } = new AbortController();
    await withDeadline(50, signal, () => Promise.resolve(1));
    await withDeadline(5, signal, forEver);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});
