/**
 * Moves concerns to a successor of their provider. Who may know of them follows in the same transaction: the people of
 * the successor, and of its region and board, in the place of those before.
 */
import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { ConcernCommand } from "../concern-command.js";
import type { ConcernRow } from "../concern-tables.js";
import { organisationsByCode, sitesOf, successionsAfter, type PublishedOrganisation } from "../published-directory.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import type { MoveConcernInput } from "./move-inputs.js";
import { moveRefusals } from "./move-refusals.js";
import { ProviderPeriodRow } from "./merging-tables.js";
import { followersOf, successorAmong, type SuccessorRefusal } from "./succession-moves.js";

/** Where concerns go together, and why. */
export interface ProviderMove {
  readonly to: PublishedOrganisation;
  /** Codes of its sites: a site of another provider is left behind. */
  readonly sites: ReadonlySet<string>;
  readonly among: readonly string[];
  readonly reason: string;
  readonly run: string;
}

export const moveConcern: ConcernCommand<MoveConcernInput> = {
  action: "move",
  writes: ["provider", "site", "region", "providerHistory"],
  decide: async ({ manager, context, concern }, { to, reason }) => {
    const move = await planMove(manager, context, { provider: concern.provider, named: to, reason });
    if ("refused" in move) return { refused: moveRefusals.ofOne[move.refused] };
    await keepHistory(manager, context, [concern], move);
    return { changes: placeAfter(concern, move), happened: [{ kind: "PROVIDER_CHANGED" }] };
  },
};

interface WantedMove {
  readonly provider: string;
  readonly named: string | null;
  readonly reason: string;
}

/** Holds what is asked against the lineage of the directory. */
export async function planMove(
  manager: EntityManager,
  { today }: SubgraphContext,
  { provider, named, reason }: WantedMove,
): Promise<ProviderMove | { readonly refused: SuccessorRefusal }> {
  const followers = followersOf(provider, await successionsAfter(manager, provider), today);
  const directory = await organisationsByCode(manager, followers);
  const chosen = successorAmong(
    followers.filter((code) => directory.get(code)?.open === true),
    named,
  );
  if ("refused" in chosen) return chosen;
  const to = directory.get(chosen.to);
  if (to === undefined) return { refused: "NOT_A_SUCCESSOR" };
  return { to, sites: await sitesOf(manager, to.code), among: chosen.among, reason, run: randomUUID() };
}

/** Where a concern is after the move: at the same site, where the successor runs it now. */
export function placeAfter(
  { site }: ConcernRow,
  { to, sites }: ProviderMove,
): Pick<ConcernRow, "provider" | "site" | "region" | "icb"> {
  return {
    provider: to.code,
    site: site !== null && sites.has(site) ? site : null,
    region: to.region,
    icb: to.icb,
  };
}

/** Notes with whom concerns were until today. They are as before the move. */
export async function keepHistory(
  manager: EntityManager,
  { caller, today }: SubgraphContext,
  concerns: readonly ConcernRow[],
  { to, among, reason, run }: ProviderMove,
): Promise<void> {
  const earlier: { concern: string; moves: number; last: string }[] = await manager.query(
    `select concern, count(*)::integer as moves, max(to_date)::text as last from concerns.provider_period
     where concern = any($1) group by concern`,
    [concerns.map(({ key }) => key)],
  );
  const before = new Map(earlier.map((row) => [row.concern, row]));
  await manager.insert(
    ProviderPeriodRow,
    concerns.map(({ key, provider, raisedOn }) => ({
      id: randomUUID(),
      concern: key,
      sequence: (before.get(key)?.moves ?? 0) + 1,
      provider,
      from: before.get(key)?.last ?? raisedOn,
      to: today,
      successor: to.code,
      among: [...among],
      reason,
      run,
      byOrganisation: caller.organisation,
      byRole: caller.role,
    })),
  );
}
