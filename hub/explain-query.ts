/**
 * What becomes of a query when a persona asks it: what it may cost, which subgraphs are asked for what, with which SQL
 * statements, and what is withheld by which rule. The query is asked in earnest, so the audit has it.
 */
import { randomUUID } from "node:crypto";
import { buildASTSchema, getOperationAST, OperationTypeNode, parse, type DocumentNode } from "graphql";
import type { Caller } from "../authorisation/caller.js";
import type { Redaction } from "../authorisation/redaction.js";
import { createLogger } from "../gateway/logger.js";
import { costOf, type OperationCost } from "../gateway/operation-cost.js";
import { defaultLimits } from "../gateway/limits.js";
import type { PublicError } from "../endpoint/public-error.js";
import { subgraphNames, type Settings } from "../settings/structured-settings.js";
import { committedComposition } from "./composition.js";
import { inProcessSubgraph } from "./in-process-subgraph.js";
import { openGateway } from "./open-gateway.js";
import { openedTogether } from "./opened-together.js";
import { createPassingIssuer } from "./passing-issuer.js";
import { executorOf, openHubDatabase } from "./subgraph-runtime.js";
import { subgraph } from "./subgraphs.js";
import { watchFetches, type Fetch } from "./watched-fetches.js";

export interface Explained {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly persona: string;
  /** Undefined is the role's usual one. */
  readonly purpose: string | undefined;
}

export interface Explanation {
  readonly caller: Pick<Caller, "organisation" | "role" | "purpose">;
  readonly cost: OperationCost & { readonly allowed: number };
  readonly fetches: readonly Fetch[];
  readonly redactions: readonly Redaction[];
  readonly errors: readonly PublicError[];
}

/** In words, why there is nothing to explain. */
export type Explaining = { readonly explanation: Explanation } | { readonly finding: string };

/** @param url the one database of the hub. */
export async function explainQuery(settings: Settings, url: string, asked: Explained): Promise<Explaining> {
  const document = readQuery(asked.query);
  if (typeof document === "string") return { finding: document };
  const issuer = await createPassingIssuer();
  const logger = createLogger("silent");
  const { close, ...explained } = await openedTogether(async (onClose) => {
    const database = await openHubDatabase(settings, url, issuer.trust, logger);
    onClose(() => database.end());
    const watch = watchFetches(database.pools.reader);
    const gateway = await openGateway({
      settings,
      logger,
      database,
      subgraphs: subgraphNames.map((name) =>
        watch.connection(inProcessSubgraph(subgraph(name), executorOf(name, database, settings, logger))),
      ),
    });
    onClose(() => gateway.close());
    const call = { authorization: await issuer.authorizationOf(asked.persona), purpose: asked.purpose };
    const authenticated = await database.authenticator.authenticate(call);
    if (!authenticated.ok) return { finding: `${asked.persona} may not ask for ${asked.purpose ?? "anything"}.` };
    const { caller } = authenticated;
    const { body } = await gateway.handle({
      caller,
      authorization: call.authorization,
      purposeHeader: call.purpose,
      requestId: randomUUID(),
      signal: new AbortController().signal,
      body: { query: asked.query, variables: asked.variables },
    });
    return {
      explanation: {
        caller: { organisation: caller.organisation, role: caller.role, purpose: caller.purpose },
        cost: { ...costIn(document, asked.variables), allowed: settings.limits.cost },
        fetches: watch.fetches,
        redactions: body.extensions.redactions ?? [],
        errors: body.errors ?? [],
      },
    };
  });
  await close();
  return explained;
}

/** The document, or why it is none that can be explained. */
function readQuery(text: string): DocumentNode | string {
  try {
    const document = parse(text, { maxTokens: defaultLimits.tokens });
    const operation = getOperationAST(document);
    if (operation == null) return "The document has to have exactly one operation.";
    return operation.operation === OperationTypeNode.QUERY ? document : "Only a query can be explained: it is asked.";
  } catch (error) {
    return `The document is not GraphQL: ${String(error)}`;
  }
}

function costIn(document: DocumentNode, variables: Explained["variables"]): OperationCost {
  const schema = buildASTSchema(parse(committedComposition().supergraphSdl), { assumeValidSDL: true });
  const operation = getOperationAST(document);
  if (operation == null) return { objects: 0, largestPage: 0 };
  return costOf(schema, document, operation, variables, defaultLimits);
}
