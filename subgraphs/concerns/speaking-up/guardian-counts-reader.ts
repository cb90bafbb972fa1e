/** Reads what a guardian counts: of their own organisation, and nationally of every region. */
import type { SubgraphContext } from "../../subgraph-context.js";

export interface GuardianCountRow {
  readonly body: string;
  readonly element: string;
  readonly value: number | null;
}

export function readGuardianCounts({ database }: SubgraphContext, quarter: string): Promise<GuardianCountRow[]> {
  return database.read<GuardianCountRow>(
    "select body, element, value from concerns.visible_guardian_count where quarter = $1",
    [quarter],
  );
}
