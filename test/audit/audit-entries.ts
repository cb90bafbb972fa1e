/** What stands in the audit of a test's hub, looked at by an administrator of its database. */
import pg from "pg";
import type { TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

export interface Entry {
  readonly subject: string | null;
  readonly organisation: string | null;
  readonly role: string | null;
  readonly purpose: string | null;
  readonly outcome: string;
  readonly because: string | null;
  readonly subgraph: string;
  readonly records: readonly { type: string; ids: string[]; fields: string[]; redacted: string[] }[];
}

export interface AuditEntries {
  readonly administrator: pg.Client;
  of(requestId: string): Promise<Entry[]>;
  /** Entries of a question that is asked under an id of its own. */
  for(person: Person, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Entry[]>;
  close(): Promise<void>;
}

export async function openAuditEntries(hub: TestHub): Promise<AuditEntries> {
  const administrator = new pg.Client({ connectionString: hub.database.adminUrl });
  await administrator.connect();
  const of = async (requestId: string): Promise<Entry[]> => {
    const { rows } = await administrator.query<Entry>("select * from audit.entry where request_id = $1 order by id", [
      requestId,
    ]);
    return rows;
  };
  let asked = 0;
  return {
    administrator,
    of,
    for: async (person, query, variables) => {
      asked += 1;
      const requestId = `asked-for-the-audit-${asked}`;
      await hub.as(person).with({ "x-request-id": requestId }).for(query, variables);
      return of(requestId);
    },
    close: () => administrator.end(),
  };
}
