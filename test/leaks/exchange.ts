/** One request and the whole of its answer: status, headers and body, with the statements and calls that it took. */
import type { ConcernsExecutor } from "../support/concerns-executor.js";
import type { TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { withoutDisclosed } from "./disclosed-on-purpose.js";
import type { Recorder } from "./recorder.js";

export type Asked =
  | { readonly get: string }
  | { readonly query: string; readonly variables?: Readonly<Record<string, unknown>>; readonly isInside?: true };

export interface Exchange {
  readonly asked: Asked;
  /** All that came back and has to be the same. */
  readonly answer: string;
  /** What it took: subgraph calls and SQL statements, in no order, since some run at once. */
  readonly took: readonly string[];
  readonly body: string;
}

/** A hub that is hunted in, with the way past its public endpoint. */
export interface HuntedHub {
  readonly hub: TestHub;
  readonly executor: ConcernsExecutor;
  readonly recorder: Recorder;
}

/** Another at each request, whoever asks. */
const ownToEach: readonly string[] = ["date", "x-request-id"];

const tokens = new WeakMap<TestHub, Map<string, Promise<string>>>();

function tokenOf(hub: TestHub, person: Person): Promise<string> {
  const known = tokens.get(hub) ?? new Map<string, Promise<string>>();
  tokens.set(hub, known);
  const token = known.get(person.name) ?? hub.issuer.tokenFor(person);
  known.set(person.name, token);
  return token;
}

/** What a busy machine answers says nothing of what was asked. */
const isBusy = /"code":"(?:UNAVAILABLE|OVERLOADED)"/;
const mostTries = 3;

export async function exchange(hunted: HuntedHub, person: Person, asked: Asked, tries = mostTries): Promise<Exchange> {
  const answered = await exchangeOnce(hunted, person, asked);
  return isBusy.test(answered.body) && tries > 1 ? exchange(hunted, person, asked, tries - 1) : answered;
}

async function exchangeOnce({ hub, executor, recorder }: HuntedHub, person: Person, asked: Asked): Promise<Exchange> {
  recorder.start();
  if ("query" in asked && asked.isInside === true) {
    const reply = JSON.stringify(await executor.ask(person, asked.query, asked.variables));
    return { asked, answer: reply, body: reply, took: recorder.taken() };
  }
  const headers = { authorization: `Bearer ${await tokenOf(hub, person)}` };
  const response =
    "get" in asked
      ? await fetch(`${hub.url}${asked.get}`, { headers })
      : await fetch(`${hub.url}/graphql`, {
          method: "POST",
          headers: { ...headers, "content-type": "application/json" },
          body: JSON.stringify(asked),
        });
  // An error of the hub's own repeats the number of the request.
  const id = response.headers.get("x-request-id") ?? "";
  const body = withoutDisclosed(await response.text()).replaceAll(id, "the request");
  const told = [...response.headers].filter(([name]) => !ownToEach.includes(name)).map((header) => header.join(": "));
  return { asked, answer: [response.status, ...told, "", body].join("\n"), body, took: recorder.taken() };
}
