/** The concerns subgraph of a test hub asked directly, as a router would, past the public endpoint. */
import { pino } from "pino";
import { dayInEngland } from "../../hub/day-in-england.js";
import type * as SubgraphRuntime from "../../hub/subgraph-runtime.js";
import type { SubgraphReply } from "../../subgraphs/subgraph-executor.js";
import { outside } from "./outside.js";
import type { TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

export interface ConcernsExecutor {
  ask(
    person: Person,
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    signal?: AbortSignal,
  ): Promise<SubgraphReply>;
  close(): Promise<void>;
}

/** @param today the day it takes it to be. */
export async function openConcernsExecutor(hub: TestHub, today = dayInEngland): Promise<ConcernsExecutor> {
  const { executorOf, openHubDatabase } = await outside<typeof SubgraphRuntime>("../../hub/subgraph-runtime.ts");
  const logger = pino({ level: "silent" });
  const database = await openHubDatabase(hub.settings, hub.database.url, hub.issuer.trust, logger);
  const execute = executorOf("concerns", database, hub.settings, logger, today);
  return {
    ask: async (person, document, variables = {}, signal?) =>
      execute({
        signal,
        document,
        operationName: undefined,
        variables,
        authorization: `Bearer ${await hub.issuer.tokenFor(person)}`,
        purpose: person.purpose,
        requestId: "test",
      }),
    close: () => database.end(),
  };
}
