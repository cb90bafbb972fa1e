/**
 * One effect and one answer for a request sent again with its key. The key is claimed by inserting it in the
 * transaction of the command: the same key in parallel waits for the first and then finds its answer. Keys belong to
 * one caller, and are kept for a week.
 */
import canonicalize from "canonicalize";
import type { EntityManager } from "typeorm";
import type { SubgraphName } from "./define-subgraph.js";
import type { SubgraphContext } from "./subgraph-context.js";
import type { UserError } from "./user-error.js";

/** What a command answered: the id of what it is about, if the caller may know of it, and why it was refused. */
export interface CommandAnswer {
  readonly subject: string | null;
  readonly userErrors: readonly UserError[];
}

export type Claim =
  | { readonly kind: "new"; settle(answer: CommandAnswer): Promise<void> }
  | { readonly kind: "answered"; readonly answer: CommandAnswer }
  | { readonly kind: "other request" };

interface ClaimedRow {
  readonly request: Buffer;
  readonly subject: string | null;
  readonly userErrors: UserError[] | null;
}

type KeyKeeper = Exclude<SubgraphName, "standards">;
const keyKeepers: readonly KeyKeeper[] = ["concerns", "organisations"];

/** From then on a request with the key is a new one. Longer than a client that lost an answer goes on asking for it. */
const isOver = (row: string): string => `${row}.recorded_at <= now() - interval '7 days'`;

/** Whose a key or an upload is, in a form that names nobody. */
export function callerDigest({ caller, hashOf }: Pick<SubgraphContext, "caller" | "hashOf">): Buffer {
  return hashOf(JSON.stringify([caller.issuer, caller.subject, caller.organisation]));
}

/** Each subgraph keeps the keys of its own mutations, beside what they change. */
export async function claimKey(
  manager: EntityManager,
  subgraph: KeyKeeper,
  { caller, hashOf }: Pick<SubgraphContext, "caller" | "hashOf">,
  mutation: string,
  { idempotencyKey, ...content }: { readonly idempotencyKey?: string | null },
): Promise<Claim> {
  if (idempotencyKey === undefined || idempotencyKey === null) return { kind: "new", settle: () => Promise.resolve() };
  // Equal for equal content, in whatever order a client wrote it (RFC 8785).
  const digest = (value: unknown): Buffer => hashOf(canonicalize(value) ?? "");
  const key = [callerDigest({ caller, hashOf }), idempotencyKey];
  const request = digest([mutation, content]);
  const claimed: unknown[] = await manager.query(
    `insert into ${subgraph}.idempotency as earlier (caller, idempotency_key, request) values ($1, $2, $3)
     on conflict (caller, idempotency_key) do update
       set request = excluded.request, subject = null, user_errors = null, recorded_at = now()
       where ${isOver("earlier")} returning 1`,
    [...key, request],
  );
  if (claimed.length > 0) {
    return {
      kind: "new",
      settle: async ({ subject, userErrors }) => {
        await manager.query(
          `update ${subgraph}.idempotency set subject = $3, user_errors = $4 where caller = $1 and idempotency_key = $2`,
          [...key, subject, JSON.stringify(userErrors)],
        );
      },
    };
  }
  const [earlier]: ClaimedRow[] = await manager.query(
    `select request, subject, user_errors as "userErrors" from ${subgraph}.idempotency
     where caller = $1 and idempotency_key = $2`,
    key,
  );
  if (earlier?.request.equals(request) !== true) return { kind: "other request" };
  return { kind: "answered", answer: { subject: earlier.subject, userErrors: earlier.userErrors ?? [] } };
}

const step = 1_000;

/** Removes the keys whose time is over, in steps that hold nobody up. Gives how many. */
export async function forgetKeys(manager: EntityManager, stopping: AbortSignal): Promise<number> {
  let forgotten = 0;
  for (const subgraph of keyKeepers) {
    let removed = step;
    while (removed === step && !stopping.aborted) {
      // Said twice, since a key may be claimed anew between being found and being removed.
      const [, count]: [unknown[], number] = await manager.query(
        `delete from ${subgraph}.idempotency k where ${isOver("k")} and ctid = any(array(
           select ctid from ${subgraph}.idempotency k where ${isOver("k")} limit $1))`,
        [step],
      );
      removed = count;
      forgotten += count;
    }
  }
  return forgotten;
}
