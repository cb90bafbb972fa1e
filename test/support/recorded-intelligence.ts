/** What is recorded of what bodies hold of their own, in the shape of the graph as the owner sees it. */
import { organisation, type ReadRows, type Row, type Tree } from "./recorded-truth.js";

/** What bodies hold beside concerns. */
export interface Owned {
  ofConcern(concern: Row): Tree;
  /** Whose event of this kind it is, about the record that is wanted. */
  bodiesOf(kind: string, isWanted: (row: Row) => boolean): unknown[];
}

export async function ownedBy(rowsOf: ReadRows): Promise<Owned> {
  const cases = await rowsOf("regulator_case", "opened_on desc, id", "concern");
  const contributions = await rowsOf("contribution", "received_on desc, id", "concern");
  const of = (rows: readonly Row[], { key }: Row): Row[] => rows.filter(({ concern }) => concern === key);
  return {
    ofConcern: (row) => ({
      intelligence: of(contributions, row).map(contributionFields),
      regulatorCases: of(cases, row).map(caseFields),
    }),
    bodiesOf: (kind, isWanted) => {
      const row = [...contributions, ...cases].find(isWanted);
      if (row === undefined) return [];
      const isTold = ["CONTRIBUTION_SHARED", "CASE_RECORDED"].includes(kind);
      return [row["owner"], ...(isTold ? (row["shared_with"] as string[]) : [])];
    },
  };
}

function caseFields(row: Row): Tree {
  return {
    id: row["id"],
    regulator: organisation(row["owner"]),
    kind: row["kind"],
    reference: row["reference"],
    openedOn: row["opened_on"],
    closedOn: row["closed_on"],
    status: row["status"],
    publishedByRegulator: row["published_by_regulator"],
    note: row["note"],
    sharedWith: (row["shared_with"] as string[]).map(organisation),
  };
}

function contributionFields(row: Row): Tree {
  return {
    id: row["id"],
    owner: organisation(row["owner"]),
    receivedOn: row["received_on"],
    text: row["text"],
    sharedWith: (row["shared_with"] as string[]).map(organisation),
  };
}
