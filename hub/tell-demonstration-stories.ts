/**
 * Tells the stories of the demonstration in the database at an address: through the concerns subgraph, as their
 * personas, by the same commands, rules and audit as anybody's. The tokens are of an issuer that lives for the telling.
 */
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { getNamedType, isObjectType } from "graphql";
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from "jose";
import { authenticationDefaults } from "../authentication/authentication-settings.js";
import { createLocalKeySource } from "../authentication/key-source.js";
import { hubMapping } from "../authentication/ready-mappings.js";
import type { Purpose } from "../authorisation/caller.js";
import { personas } from "../demonstration/personas.js";
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
import { contextDependencies, openHubDatabase, type HubDatabase, type Trust } from "./subgraph-runtime.js";
import { subgraph } from "./subgraphs.js";

export async function tellDemonstrationStories(settings: Settings, url: string): Promise<void> {
  const { trust, tokenOf } = await passingIssuer();
  const database = await openHubDatabase(settings, url, trust, createLogger(settings.logLevel));
  try {
    await tellStories(narratorOf(settings, database, tokenOf));
  } finally {
    await database.end();
  }
}

type TokenOf = (persona: string) => Promise<string>;

async function passingIssuer(): Promise<{ readonly trust: Trust; readonly tokenOf: TokenOf }> {
  const [issuer, kid, alg] = ["urn:demonstration:stories", "stories", "ES256"];
  const { publicKey, privateKey } = await generateKeyPair(alg);
  const keys = createLocalKeySource({ keys: [{ ...(await exportJWK(publicKey)), kid, alg, use: "sig" }] });
  const settings = { ...authenticationDefaults, issuer, audience: issuer, jwksUri: null, mapping: hubMapping };
  return {
    trust: { settings, keys },
    tokenOf: (name) =>
      new SignJWT(claimsOf(name))
        .setProtectedHeader({ alg, typ: "at+jwt", kid })
        .setIssuer(issuer)
        .setAudience(issuer)
        .setSubject(name)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime("10m")
        .sign(privateKey),
  };
}

function claimsOf(name: string): JWTPayload {
  const persona = personas.find((each) => each.name === name);
  if (persona === undefined) throw new HubError("INTERNAL", {}, { cause: `there is no persona ${name}` });
  const { organisation: org, role } = persona;
  return { org, role, roles: [role] };
}

function narratorOf(settings: Settings, database: HubDatabase, tokenOf: TokenOf): Narrator {
  const files = evidenceFiles(database, settings, createLogger(settings.logLevel));
  const execute = createSubgraphExecutor(subgraph("concerns"), {
    ...contextDependencies(database, settings),
    logError: (error) => {
      throw error;
    },
  });
  const call = async (persona: string, purpose?: Purpose) => ({
    authorization: `Bearer ${await tokenOf(persona)}`,
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
