/**
 * Tells the stories of the demonstration in the database at an address: through the concerns subgraph, as their
 * personas, by the same commands, rules and audit as anybody's.
 */
import { Readable } from "node:stream";
import { getNamedType, isObjectType } from "graphql";
import type { Purpose } from "../authorisation/caller.js";
import type { Narrator } from "../demonstration/stories/narrator.js";
import { tellStories } from "../demonstration/stories/tell-stories.js";
import { StartRefusal } from "../database/start-refusal.js";
import { HubError } from "../errors/hub-error.js";
import { createLogger } from "../gateway/logger.js";
import type { Settings } from "../settings/structured-settings.js";
import { addDays } from "../subgraphs/calendar-day.js";
import { createSubgraphExecutor } from "../subgraphs/subgraph-executor.js";
import { dayInEngland } from "./day-in-england.js";
import { evidenceFiles } from "./evidence-files.js";
import { createPassingIssuer, type PassingIssuer } from "./passing-issuer.js";
import { contextDependencies, openHubDatabase, type HubDatabase } from "./subgraph-runtime.js";
import { subgraph } from "./subgraphs.js";

export async function tellDemonstrationStories(settings: Settings, url: string): Promise<void> {
  const issuer = await createPassingIssuer();
  const database = await openHubDatabase(settings, url, issuer.trust, createLogger(settings.logLevel));
  try {
    await tellStories(narratorOf(settings, database, issuer));
  } finally {
    await database.end();
  }
}

function narratorOf(settings: Settings, database: HubDatabase, issuer: PassingIssuer): Narrator {
  const files = evidenceFiles(database, settings, createLogger(settings.logLevel));
  const execute = createSubgraphExecutor(subgraph("concerns"), {
    ...contextDependencies(database, settings),
    logError: (error) => {
      throw error;
    },
  });
  const call = async (persona: string, purpose?: Purpose) => ({
    authorization: await issuer.authorizationOf(persona),
    purpose,
    requestId: "demonstration",
  });
  const ask = async (persona: string, document: string, variables: Variables, purpose?: Purpose) => {
    const request = { ...(await call(persona, purpose)), document, variables, operationName: undefined };
    const { data, errors = [] } = await execute(request);
    if (data == null || errors.length > 0) throw untold(persona, document, errors);
    return data;
  };
  return {
    day: (after = 0) => addDays(dayInEngland(), after),
    does: async (persona, mutation, input, purpose) => {
      const data = await ask(persona, mutationDocument(mutation), { input }, purpose);
      const { about, userErrors } = data[mutation] as Outcome;
      if (userErrors.length > 0) throw untold(persona, mutation, userErrors);
      return about?.id ?? "";
    },
    reads: async <Shown>(persona: string, id: string, selection: string) => {
      const { concern } = await ask(persona, `query($id: ID!) { concern(id: $id) { ${selection} } }`, { id });
      return concern as Shown;
    },
    sends: async (persona, name, text) => {
      const file = { mediaType: "text/plain", name, content: Readable.from([Buffer.from(text)]) };
      const { signal } = new AbortController();
      return (await files.receive({ ...(await call(persona)), signal, ...file })).upload;
    },
  };
}

type Variables = Readonly<Record<string, unknown>>;

interface Outcome {
  readonly about: { readonly id: string } | null;
  readonly userErrors: readonly object[];
}

/** The mutation with what it is about, a concern or a panel. */
function mutationDocument(name: string): string {
  const mutation = subgraph("concerns").schema.getMutationType()?.getFields()[name];
  const payload = mutation && getNamedType(mutation.type);
  if (!isObjectType(payload)) throw new HubError("INTERNAL", {}, { cause: `there is no mutation ${name}` });
  const about = "panel" in payload.getFields() ? "panel" : "concern";
  const input = String(mutation?.args[0]?.type);
  return `mutation($input: ${input}) { ${name}(input: $input) { about: ${about} { id } userErrors { code field message } } }`;
}

function untold(persona: string, what: string, errors: readonly object[]): StartRefusal {
  return new StartRefusal(`The demonstration stops: ${persona} could not ${what}: ${JSON.stringify(errors)}`);
}
