/** Runs work in one transaction of the client: all of it stands, or none of it. The client is not in one already. */
import type { ClientBase } from "pg";

export async function inTransaction<Result>(client: ClientBase, work: () => Promise<Result>): Promise<Result> {
  await client.query("begin");
  try {
    const result = await work();
    await client.query("commit");
    return result;
  } catch (cause) {
    // A connection that broke has rolled back already; what broke it is worth more than that it cannot say so.
    await client.query("rollback").catch(() => undefined);
    throw cause;
  }
}
