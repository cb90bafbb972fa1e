/** Questions as their askers put them: one request, answered without an error, with the whole body to look through. */
import { expect } from "@jest/globals";
import type { TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

/** The shape of what the question selects is the test's to know. */
export interface Answered<Data> {
  readonly data: Data;
  /** The body as it came. */
  readonly text: string;
}

export async function answered<Data>(
  hub: TestHub,
  asker: Person,
  question: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answered<Data>> {
  const { data, errors, text } = await hub.as(asker).for(question, variables);
  expect(errors).toEqual([]);
  return { data: data as unknown as Data, text };
}

/** Names and addresses of those who spoke up in the access world. */
export const whoSpokeUp = ["Ottoline", "ottoline@planted", "Odile", "odile@open"] as const;

export function expectNothingOf(text: string, hidden: readonly string[]): void {
  for (const each of hidden) {
    expect(each.length).toBeGreaterThan(2);
    expect(text).not.toContain(each);
  }
}

export const open = ["REPORTED", "ACCEPTED", "IN_PROGRESS", "RESOLUTION_CONFIRMED", "REOPENED"] as const;

/** For a hook that may be the first to want the access world, which then has to be made. */
export const twoMinutes = 120_000;
