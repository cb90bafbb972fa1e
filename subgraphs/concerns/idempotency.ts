/**
 * One effect and one answer for a request sent again with its key. The key is claimed by inserting it in the
 * transaction of the command: the same key in parallel waits for the first and then finds its answer. Keys belong to
 * one caller.
 */
import canonicalize from "canonicalize";
import type { EntityManager } from "typeorm";
import type { SubgraphContext } from "../subgraph-context.js";
import type { UserError } from "../user-error.js";
import { IdempotencyRow } from "./concern-tables.js";

/** What a command answered: the concern it is about, if the caller may know of one, and why it was refused. */
export interface CommandAnswer {
  readonly concern: string | null;
  readonly userErrors: readonly UserError[];
}

export type Claim =
  | { readonly kind: "new"; settle(answer: CommandAnswer): Promise<void> }
  | { readonly kind: "answered"; readonly answer: CommandAnswer }
  | { readonly kind: "other request" };

export async function claimKey(
  manager: EntityManager,
  { caller, hashOf }: Pick<SubgraphContext, "caller" | "hashOf">,
  mutation: string,
  { idempotencyKey, ...content }: { readonly idempotencyKey?: string | null },
): Promise<Claim> {
  if (idempotencyKey === undefined || idempotencyKey === null) return { kind: "new", settle: () => Promise.resolve() };
  // Equal for equal content, in whatever order a client wrote it (RFC 8785).
  const digest = (value: unknown): Buffer => hashOf(canonicalize(value) ?? "");
  const key = { caller: digest([caller.issuer, caller.subject, caller.organisation]), idempotencyKey };
  const request = digest([mutation, content]);
  const claimed: unknown[] = await manager.query(
    `insert into concerns.idempotency (caller, idempotency_key, request) values ($1, $2, $3)
     on conflict do nothing returning 1`,
    [key.caller, key.idempotencyKey, request],
  );
  if (claimed.length > 0) {
    return {
      kind: "new",
      settle: async ({ concern, userErrors }) => {
        await manager.update(IdempotencyRow, key, { concern, userErrors: [...userErrors] });
      },
    };
  }
  const earlier = await manager.findOneByOrFail(IdempotencyRow, key);
  if (!earlier.request.equals(request)) return { kind: "other request" };
  return {
    kind: "answered",
    answer: { concern: earlier.concern, userErrors: (earlier.userErrors ?? []) as UserError[] },
  };
}
