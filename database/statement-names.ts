/**
 * Names for statements that are sent again and again, so that the server analyses each once on a connection, and plans
 * once those of which it may keep the plan. Only so many get one, since a server keeps what is named for as long as the
 * connection lives; what is asked once in a while, or was made up to fill the memory, goes without.
 */
export interface StatementNames {
  /** The name under which to prepare the statement; undefined: send it without one. */
  nameFor(sql: string): string | undefined;
}

/** Uses after which a statement gets its name. */
const usesBefore = 3;
/** Statements without a name whose uses are counted. */
const mostCounted = 1_000;

export function createStatementNames(prefix: string, mostNames: number): StatementNames {
  const names = new Map<string, string>();
  const uses = new Map<string, number>();

  return {
    nameFor: (sql) => {
      const known = names.get(sql);
      if (known !== undefined || names.size >= mostNames) return known;
      const used = (uses.get(sql) ?? 0) + 1;
      if (used <= usesBefore) {
        if (uses.size >= mostCounted) uses.clear();
        uses.set(sql, used);
        return undefined;
      }
      uses.delete(sql);
      const name = `${prefix}_${names.size + 1}`;
      names.set(sql, name);
      return name;
    },
  };
}
