/** Steps of casework for tests: each is one mutation through the public endpoint. */
import { aReport, report } from "./a-report.js";
import type { Answer, TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

export interface Outcome {
  readonly concern: { readonly id: string; readonly version: number; readonly status: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string | null; readonly message: string }[];
}

function outcomeOf(answer: Answer, mutation: string): Outcome {
  const outcome = answer.data?.[mutation] as Outcome | null | undefined;
  if (outcome === null || outcome === undefined) throw new Error(`${mutation} was not answered: ${answer.text}`);
  return outcome;
}

/** Runs a mutation on a concern and gives its outcome, refused or not. */
export async function act(
  hub: TestHub,
  person: Person,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await hub.as(person).for(
    `mutation Act($input: ${type}!) {
       ${mutation}(input: $input) { concern { id version status } userErrors { code field message } }
     }`,
    { input },
  );
  return outcomeOf(answer, mutation);
}

/** Reports a concern and gives its id. */
export async function reported(
  hub: TestHub,
  person: Person,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const outcome = outcomeOf(await hub.as(person).for(report, { input: aReport(more) }), "reportConcern");
  if (outcome.concern === null) throw new Error(JSON.stringify(outcome.userErrors));
  return outcome.concern.id;
}

/** Reports a concern, accepts it and assesses it at a category; gives its id. */
export async function assessed(
  hub: TestHub,
  { reporter, lead, category }: { readonly reporter: Person; readonly lead: Person; readonly category: string },
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const id = await reported(hub, reporter, more);
  await done(hub, lead, "acceptConcern", { id, summary: "Supervision at night was reported to be missing." });
  const score = { likelihood: 4, impact: 3 };
  await done(hub, lead, "assessConcern", { id, inherent: score, residual: score, category, reason: "Four nights." });
  return id;
}

/** The region steps a concern down by one, to the category. */
export function steppedDown(hub: TestHub, lead: Person, id: string, category: string): Promise<Outcome> {
  const because = { reason: "The rota is mended.", evidence: "Review of 3 March." };
  return done(hub, lead, "changeCategory", { id, category, ...because });
}

/** Runs a mutation that has to succeed. */
export async function done(
  hub: TestHub,
  person: Person,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const outcome = await act(hub, person, mutation, input);
  if (outcome.userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(outcome.userErrors)}`);
  return outcome;
}
