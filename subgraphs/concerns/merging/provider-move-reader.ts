/** Reads with whom concerns were before, and how far a move of all concerns of a provider has come. */
import type { SubgraphContext } from "../../subgraph-context.js";
import { listsByConcern } from "../lists-by-concern.js";
import { ProviderPeriod } from "./provider-period.js";
import { movingStates } from "./succession-moves.js";

export const loadProviderHistory = listsByConcern<ProviderPeriod>(ProviderPeriod, "v.sequence desc");

/** How many concerns were moved together, as its caller sees them. */
export async function countMoved({ database }: SubgraphContext, run: string): Promise<number> {
  const [row] = await database.read<{ moved: number }>(
    "select count(*)::integer as moved from concerns.visible_provider_period v where v.run = $1",
    [run],
  );
  return row?.moved ?? 0;
}

/** How many open concerns are still with a provider. */
export async function countOpen({ database }: SubgraphContext, provider: string): Promise<number> {
  const [row] = await database.read<{ open: number }>(
    `select count(*)::integer as open from concerns.visible_concern v
     where v.provider = $1 and v.status = any($2)`,
    [provider, movingStates],
  );
  return row?.open ?? 0;
}
