/**
 * One transaction for one command, as the writer: the change, its rows of the access index and its audit entry become
 * durable together or not at all.
 */
import type { DataSource, EntityManager } from "typeorm";
import { insertSql } from "../audit/audit-sink.js";
import { auditValues, type AuditEntry } from "../audit/audit-entry.js";
import { asHubError } from "./database-error.js";

export interface CommandResult<Value> {
  readonly value: Value;
  /** What is written to the audit of it, in the same transaction. */
  readonly audit: AuditEntry;
}

export interface CommandRunner {
  run<Value>(work: (manager: EntityManager) => Promise<CommandResult<Value>>): Promise<Value>;
}

export function createCommandRunner(source: DataSource): CommandRunner {
  return {
    run: async (work) => {
      try {
        return await source.transaction(async (manager) => {
          const { value, audit } = await work(manager);
          await manager.query(insertSql(1), auditValues(audit));
          return value;
        });
      } catch (cause) {
        throw asHubError(cause);
      }
    },
  };
}
