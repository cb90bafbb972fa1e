/**
 * Runs work under a time limit and a parent signal. The caller gets an answer when the time is up even if the work
 * ignores its signal; nothing is left behind on the parent signal.
 */
import { setMaxListeners } from "node:events";

export type Outcome<T> =
  | { readonly kind: "answered"; readonly value: T }
  | { readonly kind: "failed"; readonly cause: unknown }
  | { readonly kind: "late" }
  | { readonly kind: "cancelled" };

export async function withDeadline<T>(
  milliseconds: number,
  parent: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<Outcome<T>> {
  if (parent.aborted) return { kind: "cancelled" };
  const controller = new AbortController();
  // Each part of a plan listens, however many there are; none is left behind when it has answered.
  setMaxListeners(0, controller.signal);
  const { promise: stopped, resolve: stop } = deferred<Outcome<T>>();
  const cancel = () => {
    stop({ kind: "cancelled" });
    controller.abort();
  };
  const timer = setTimeout(() => {
    stop({ kind: "late" });
    controller.abort();
  }, milliseconds);
  parent.addEventListener("abort", cancel, { once: true });
  try {
    return await Promise.race([stopped, outcomeOf(work, controller.signal)]);
  } finally {
    clearTimeout(timer);
    parent.removeEventListener("abort", cancel);
  }
}

async function outcomeOf<T>(work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<Outcome<T>> {
  try {
    return { kind: "answered", value: await work(signal) };
  } catch (cause) {
    return { kind: "failed", cause };
  }
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
