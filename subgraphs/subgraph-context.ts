/** What every resolver of a subgraph gets: who asks, the one transaction for reads, and what was disclosed so far. */
import type { KeyedHash } from "../audit/keyed-hash.js";
import type { Caller } from "../authorisation/caller.js";
import type { GuardedContext } from "../authorisation/disclosure-log.js";
import type { RowStanding, Standing } from "../authorisation/standing.js";
import type { CallerTransaction } from "../database/caller-transaction.js";
import type { CommandRunner } from "../database/command-transaction.js";
import type { RequestFacts } from "./request-facts.js";

export interface SubgraphContext extends GuardedContext {
  readonly caller: Caller;
  readonly request: RequestFacts;
  /** Today in England, as an ISO date. One value for the whole request. */
  readonly today: string;
  readonly standingOf: (row: RowStanding) => Standing;
  readonly database: CallerTransaction;
  /** The day as of which everything is read, where that is not the present. */
  readonly asOf?: string;
  /** Seals the cursors of lists. */
  readonly cursorKey: Buffer;
  /** Hashes what is compared and not kept. */
  readonly hashOf: KeyedHash;
  readonly commands: CommandRunner;
  /** Keys that seal identities, the current one first; empty where the subgraph has none to seal. */
  readonly identityKeys: readonly { readonly id: string; readonly key: Buffer }[];
  /** What the hub offers to send messages by. */
  readonly channelOffer: { readonly email: boolean; readonly privateWebhooks: boolean };
  /** Loaders of this request by the function that loads, made on first use. */
  readonly loaders: Map<object, unknown>;
}
