/** Times every list on the smaller and the larger database in turns, as the persona who asks for it. */
import type { HubContestant } from "./contestants.js";
import { createGraphClient, type GraphClient, type Question } from "./graph-client.js";
import { byId, pageAfter, timedLists, walkTo, withAllParts, type TimedList } from "./lists.js";
import { timeInTurns, type Rounds, type Timing } from "./measuring.js";
import type { ListTiming, Report } from "./report.js";
import { HubError } from "../errors/hub-error.js";

export interface TwoSizes<Item> {
  readonly small: Item;
  readonly large: Item;
}

const persona = "national-lead";

/** Page 500 of 20; where there are not so many, the last but one. */
function concernsBeforeDeepPage(concerns: number): number {
  return Math.min(499 * 20, Math.max(0, concerns - 40));
}

export async function timeLists(
  hubs: TwoSizes<HubContestant>,
  sizes: Report["sizes"],
  rounds: Rounds,
): Promise<ListTiming[]> {
  const clients = new Map<string, Promise<TwoSizes<GraphClient>>>();
  const clientsOf = (name: string): Promise<TwoSizes<GraphClient>> => {
    const known = clients.get(name) ?? openClients(hubs, name);
    clients.set(name, known);
    return known;
  };
  const timings: ListTiming[] = [];
  for (const list of timedLists)
    timings.push(
      await timeList(list, await clientsOf(list.persona), { small: list.question, large: list.question }, rounds),
    );

  const both = await clientsOf(persona);
  const found = {
    small: await walkTo(both.small, concernsBeforeDeepPage(sizes.small)),
    large: await walkTo(both.large, concernsBeforeDeepPage(sizes.large)),
  };
  const inBoth = (make: (at: typeof found.small) => Question) => ({
    small: make(found.small),
    large: make(found.large),
  });
  const more = [
    {
      name: "page 500 by its cursor (the last where there are fewer)",
      questions: inBoth(({ after }) => pageAfter(after)),
    },
    { name: "one concern by its id", questions: inBoth(({ id }) => byId(id)) },
    { name: "one concern with all that hangs on it", questions: inBoth(({ id }) => withAllParts(id)) },
  ];
  for (const { name, questions } of more)
    timings.push(await timeList({ name, persona, mostTimes: null }, both, questions, rounds));
  for (const opened of clients.values()) {
    const { small, large } = await opened;
    await small.close();
    await large.close();
  }
  return timings;
}

async function openClients({ small, large }: TwoSizes<HubContestant>, name: string): Promise<TwoSizes<GraphClient>> {
  return {
    small: createGraphClient(small.endpoint, await small.tokenOf(name)),
    large: createGraphClient(large.endpoint, await large.tokenOf(name)),
  };
}

async function timeList(
  { name, persona, mostTimes }: Omit<TimedList, "question">,
  clients: TwoSizes<GraphClient>,
  questions: TwoSizes<Question>,
  rounds: Rounds,
): Promise<ListTiming> {
  const taken = await timeInTurns(
    [
      { name: "small", run: () => clients.small.ask(questions.small) },
      { name: "large", run: () => clients.large.ask(questions.large) },
    ],
    rounds,
  ).catch((cause: unknown) => {
    throw new HubError("INTERNAL", {}, { cause: `${name} as ${persona}: ${causeOf(cause)}` });
  });
  const [small, large] = [timing(taken, "small"), timing(taken, "large")];
  return { name, persona, small, large, times: large.median / small.median, mostTimes };
}

function timing(taken: ReadonlyMap<string, Timing>, name: string): Timing {
  return taken.get(name) ?? { median: Number.NaN, p95: Number.NaN, runs: 0 };
}

function causeOf(error: unknown): string {
  return String(error instanceof Error ? (error.cause ?? error.message) : error);
}
