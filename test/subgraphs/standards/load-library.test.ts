import { describe, expect, it } from "@jest/globals";
import type { LibraryCheck } from "../../../subgraphs/standards/library-file.js";
import type { StandardsLibrary } from "../../../subgraphs/standards/library-schema.js";
import type { LibraryClient } from "../../../subgraphs/standards/load-library.js";
import { loadLibrary } from "../../../subgraphs/standards/load-library.js";
import { readLibrary } from "../../../subgraphs/standards/read-library.js";

const library = sound(await readLibrary());
const nothing: StandardsLibrary = { frameworks: [], standards: [], mappings: [] };
const size = library.frameworks.length + library.standards.length + library.mappings.length;

describe("loading the shipped library", () => {
  it("writes all of it with three statements in one transaction", async () => {
    const { client, statements } = holding(nothing);
    expect(await loadLibrary(client, library)).toEqual({ inserted: size, updated: 0, unchanged: 0 });
    expect(statements).toEqual([
      ...["begin", "lock table", "select id", "select id", "select from_id"],
      ...["insert into", "insert into", "insert into", "commit"],
    ]);
  });

  it("writes nothing the second time", async () => {
    const { client, statements } = holding(library);
    expect(await loadLibrary(client, library)).toEqual({ inserted: 0, updated: 0, unchanged: size });
    expect(statements).toEqual(["begin", "lock table", "select id", "select id", "select from_id", "commit"]);
  });

  it("writes nothing at all when one standard would be edited in place", async () => {
    const [first] = library.standards;
    const stored = { ...nothing, standards: first === undefined ? [] : [{ ...first, title: "What it said before" }] };
    const { client, statements } = holding(stored);
    expect(await loadLibrary(client, library)).toEqual({
      findings: [`${first?.id ?? ""} is stored with another title: add a new dated version instead`],
    });
    expect(statements).toEqual(["begin", "lock table", "select id", "select id", "select from_id", "rollback"]);
  });

  it("rolls back and passes on a failure of the database", async () => {
    const { client, statements } = holding(nothing, "insert into standards.standard_mapping");
    await expect(loadLibrary(client, library)).rejects.toThrow("the database failed");
    expect(statements.at(-1)).toBe("rollback");
  });
});

/** A database that holds the library, notes the first words of each statement, and fails at one of them if told to. */
function holding(stored: StandardsLibrary, failsAt?: string) {
  const statements: string[] = [];
  const rowsOf = (sql: string): readonly unknown[] => {
    if (/^select .* from standards\.framework$/.test(sql)) return stored.frameworks;
    if (/^select .* from standards\.standard$/.test(sql)) return stored.standards;
    if (/^select .* from standards\.standard_mapping$/.test(sql)) return stored.mappings;
    return [];
  };
  const query = (text: string) => {
    const sql = text.trim().replace(/\s+/g, " ");
    statements.push(sql.split(" ").slice(0, 2).join(" ").replace(/,$/, ""));
    if (failsAt !== undefined && sql.startsWith(failsAt)) return Promise.reject(new TypeError("the database failed"));
    return Promise.resolve({ rows: rowsOf(sql) });
  };
  return { client: { query } as unknown as LibraryClient, statements };
}

function sound(check: LibraryCheck): StandardsLibrary {
  if ("library" in check) return check.library;
  throw new TypeError(check.findings.join("\n"));
}
