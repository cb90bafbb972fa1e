/** Whether what one subgraph publishes has arrived in a database where another one relies on it. */
import type { ClientBase } from "pg";

/** A view's full name, written in the code. */
export type ViewName = `${string}.published_${string}`;

export async function emptyViews(client: ClientBase, views: readonly ViewName[]): Promise<readonly ViewName[]> {
  const empty: ViewName[] = [];
  for (const view of views) {
    const { rows } = await client.query<{ filled: boolean }>(`select exists (select from ${view}) as filled`);
    if (rows[0]?.filled !== true) empty.push(view);
  }
  return empty;
}
