/**
 * Runs a mutation once for its idempotency key and answers the same again: in one transaction with what it changes and
 * its audit entry. A refusal for the input's own sake is a value like every other.
 */
import type { EntityManager } from "typeorm";
import type { AuditOutcome } from "../audit/audit-entry.js";
import type { CommandInput } from "./command-input.js";
import type { SubgraphName } from "./define-subgraph.js";
import { claimKey, type CommandAnswer } from "./idempotency.js";
import { inputErrors } from "./input-rules.js";
import { auditEntryOf } from "./request-facts.js";
import type { SubgraphContext } from "./subgraph-context.js";
import { userError } from "./user-error.js";

export interface Mutation {
  readonly subgraph: Exclude<SubgraphName, "standards">;
  /** Type of what it changes, for the audit. */
  readonly typeName: string;
  readonly name: string;
  readonly input: CommandInput;
}

export interface Work {
  readonly answer: CommandAnswer;
  /** Names of what it wrote, for the audit. */
  readonly writes: readonly string[];
  /** Ids of what it changed, where that is not the subject of the answer. */
  readonly ids?: readonly string[];
}

const keyUsed = userError("CONFLICT", "This key was used for another request.", "idempotencyKey");

export async function answerOnce(
  context: SubgraphContext,
  { subgraph, typeName, name, input }: Mutation,
  work: (manager: EntityManager) => Promise<Work>,
): Promise<CommandAnswer> {
  const errors = inputErrors(input);
  return context.commands.run(async (manager) => {
    const record = (answer: CommandAnswer, work: Partial<Work> = {}, outcome = outcomeOf(answer)) => {
      const { writes = [], ids = answer.subject === null ? [] : [answer.subject] } = work;
      return {
        value: answer,
        audit: auditEntryOf(
          context,
          outcome,
          [{ type: typeName, ids, fields: writes, redacted: [] }],
          answer.userErrors[0]?.code ?? null,
        ),
      };
    };
    if (errors.length > 0) return record({ subject: null, userErrors: errors });

    const claim = await claimKey(manager, subgraph, context, name, input);
    if (claim.kind === "other request") return record({ subject: null, userErrors: [keyUsed] });
    if (claim.kind === "answered") return record(claim.answer, {}, "REPLAYED");

    const done = await work(manager);
    await claim.settle(done.answer);
    return record(done.answer, done);
  });
}

function outcomeOf({ userErrors }: CommandAnswer): AuditOutcome {
  return userErrors.length > 0 ? "REFUSED" : "CHANGED";
}
