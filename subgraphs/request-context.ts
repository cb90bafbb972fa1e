/**
 * Who asks, verified, and the one transaction in which they are answered. A refusal is in the audit before it is thrown.
 */
import type { Pool } from "pg";
import { outcomeOfRefusal } from "../audit/audit-entry.js";
import type { AuditSink } from "../audit/audit-sink.js";
import type { KeyedHash } from "../audit/keyed-hash.js";
import type { Authenticator } from "../authentication/authenticate.js";
import { createDisclosureLog } from "../authorisation/disclosure-log.js";
import { createStandings } from "../authorisation/standing.js";
import { openCallerTransaction } from "../database/caller-transaction.js";
import type { CommandRunner } from "../database/command-transaction.js";
import { HubError } from "../errors/hub-error.js";
import type { SubgraphName } from "./define-subgraph.js";
import { requestFacts, type AccountableRequest } from "./request-facts.js";
import type { SubgraphContext } from "./subgraph-context.js";

export interface SubgraphRequest extends AccountableRequest {
  readonly authorization: string | undefined;
  readonly purpose: string | undefined;
  /** Aborted when nobody waits for the answer any more; absent where whoever asks always does. */
  readonly signal?: AbortSignal | undefined;
}

export interface ContextDependencies {
  readonly authenticator: Authenticator;
  readonly reader: Pool;
  readonly commands: CommandRunner;
  readonly audit: AuditSink;
  readonly cursorKey: Buffer;
  readonly hashOf: KeyedHash;
  readonly identityKeys: SubgraphContext["identityKeys"];
  readonly channelOffer: SubgraphContext["channelOffer"];
  /** Today in England, as an ISO date. */
  readonly today: () => string;
}

export async function contextOf(
  subgraph: SubgraphName,
  dependencies: ContextDependencies,
  request: SubgraphRequest,
): Promise<SubgraphContext> {
  const { authenticator, audit, reader, commands, cursorKey, hashOf, identityKeys, channelOffer } = dependencies;
  const facts = requestFacts(subgraph, request, hashOf);
  const authenticated = await authenticator.authenticate(request);
  if (!authenticated.ok) {
    const { code, because, identity } = authenticated;
    await audit.record({ caller: identity, ...facts, outcome: outcomeOfRefusal(code), because, records: [] });
    throw new HubError(code);
  }
  const { caller } = authenticated;
  const today = dependencies.today();
  return {
    caller,
    today,
    commands,
    cursorKey,
    hashOf,
    identityKeys,
    channelOffer,
    request: facts,
    standingOf: createStandings(caller),
    disclosures: createDisclosureLog(),
    database: openCallerTransaction(reader, caller, today),
    loaders: new Map(),
  };
}
