/** Marks messages of the caller's own inbox as read. One of another inbox is refused as one that never was. */
import { answerOnce } from "../../answer-once.js";
import type { CommandAnswer } from "../../idempotency.js";
import { idShape } from "../../records.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { userError } from "../../user-error.js";
import type { MarkReadInput } from "./inbox-inputs.js";

const noMessage = userError("NOT_FOUND", "There is no such message.", "ids");

export function markRead(context: SubgraphContext, input: MarkReadInput): Promise<CommandAnswer> {
  const { caller, today } = context;
  const { ids } = input;
  const mutation = { subgraph: "concerns", typeName: "Message", name: "markRead", input } as const;
  return answerOnce(context, mutation, async (manager) => {
    const own: unknown[] = ids.every((id) => idShape.test(id))
      ? await manager.query(
          `select id from concerns.message where id = any ($1) and organisation = $2 and role = $3
           order by id for update`,
          [ids, caller.organisation, caller.role],
        )
      : [];
    if (own.length < ids.length) return { answer: { subject: null, userErrors: [noMessage] }, writes: [] };
    await manager.query("update concerns.message set read_on = $2 where id = any ($1) and read_on is null", [
      ids,
      today,
    ]);
    return { answer: { subject: null, userErrors: [] }, writes: ["read"], ids };
  });
}
