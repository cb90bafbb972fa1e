/** What is recorded of the providers that a concern was with before, in the shape of the graph. */
import { organisation, type Row, type Tree } from "./recorded-truth.js";

export function providerPeriod(row: Row): Tree {
  return {
    organisation: organisation(row["provider"]),
    from: row["from_date"],
    to: row["to_date"],
    successor: organisation(row["successor"]),
    among: (row["among"] as string[]).map((code) => ({ code })),
    reason: row["reason"],
  };
}
