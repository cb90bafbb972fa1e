/** A whole hub for a test file: its own database, all three subgraphs and the gateway, asked over real HTTP. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino, type Logger } from "pino";
import type { Redaction } from "../../authorisation/redaction.js";
import type { Settings } from "../../settings/structured-settings.js";
import { createTestDatabase, type TestDatabase } from "./database.js";
import { outside } from "./outside.js";
import type * as ServedGraph from "./served-graph.js";
import { createTestIssuer, type Person, type TestIssuer } from "./test-issuer.js";
import { settingsFor } from "./test-settings.js";

export interface Answer {
  readonly status: number;
  readonly data: Record<string, never> | null | undefined;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly redactions: readonly Redaction[];
  /** The body as it came. */
  readonly text: string;
}

export interface Asking {
  /** Declares a purpose of use other than the role's own. */
  with(headers: Readonly<Record<string, string>>): Asking;
  for(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
}

export interface TestHub {
  readonly url: string;
  /** Where its figures are read by whoever runs it. */
  readonly metricsUrl: string;
  readonly database: TestDatabase;
  readonly issuer: TestIssuer;
  readonly settings: Settings;
  as(person: Person): Asking;
  close(): Promise<void>;
}

export interface TestHubOptions {
  /** Settings as they stand in the environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where the hub logs; nowhere unless told. */
  readonly logger?: Logger;
  /** Goes with the hub; one with the directory alone where none is given. */
  readonly database?: TestDatabase;
  /** Stands between the gateway and each subgraph. */
  readonly watch?: ServedGraph.Watch;
}

export async function openTestHub({
  environment = {},
  logger = pino({ level: "silent" }),
  database: given,
  watch,
}: TestHubOptions = {}): Promise<TestHub> {
  const folder = mkdtempSync(path.join(tmpdir(), "hub-settings-"));
  const { directoryTemplate, serveGraph } = await outside<typeof ServedGraph>("./served-graph.ts");
  const settings = settingsFor({ HUB_DATA_DIR: folder, ...environment });
  const issuer = await createTestIssuer();
  const database = given ?? (await createTestDatabase({ template: await directoryTemplate() }));
  const { url, metricsUrl, close } = await serveGraph(settings, database.url, issuer.trust, logger, watch);
  return {
    url,
    metricsUrl,
    database,
    issuer,
    settings,
    as: askingAt(url, issuer),
    close: async () => {
      await close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks the graph at an address, each person with one token. */
export function askingAt(url: string, issuer: TestIssuer): TestHub["as"] {
  const tokens = new Map<string, Promise<string>>();
  return (person) => {
    const key = JSON.stringify(person);
    const token = tokens.get(key) ?? issuer.tokenFor(person);
    tokens.set(key, token);
    return asking(`${url}/graphql`, token, declared(person));
  };
}

/** The personas of the demonstration name the usual purpose of their role, which needs no declaration. */
function declared({ purpose }: Person): Record<string, string> {
  return purpose === undefined ? {} : { "x-purpose-of-use": purpose };
}

function asking(url: string, token: Promise<string>, headers: Readonly<Record<string, string>> = {}): Asking {
  return {
    with: (more) => asking(url, token, { ...headers, ...more }),
    for: async (query, variables) => {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${await token}`, ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return readAnswer(response.status, await response.text());
    },
  };
}

function readAnswer(status: number, text: string): Answer {
  const { data, errors, extensions } = JSON.parse(text) as {
    data?: Answer["data"];
    errors?: Answer["errors"];
    extensions?: { redactions?: Answer["redactions"] };
  };
  return { status, text, data, errors: errors ?? [], redactions: extensions?.redactions ?? [] };
}
