/** Requests of nobody known: each is in the audit, until there are so many that they are summed up. */
import { expect, it } from "@jest/globals";
import type { AuditEntry } from "../../audit/audit-entry.js";
import { withFloodsSummedUp } from "../../audit/floods-summed-up.js";

const attempt: AuditEntry = {
  caller: null,
  requestId: "a-request",
  subgraph: "gateway",
  operationName: null,
  documentHash: null,
  variablesHash: null,
  outcome: "UNAUTHENTICATED",
  because: "EXPIRED",
  records: [],
};
const somebody = {
  issuer: "https://issuer.example",
  subject: "ada",
  organisation: "ZZN01",
  role: "QUALITY_LEAD",
  purpose: null,
} as const;

function watched() {
  const written: AuditEntry[] = [];
  let now = 0;
  const sink = withFloodsSummedUp({ record: (entry) => Promise.resolve(void written.push(entry)) }, () => now);
  const attempts = async (count: number, more: Partial<AuditEntry> = {}): Promise<void> => {
    for (let index = 0; index < count; index += 1) await sink.record({ ...attempt, ...more });
  };
  return { written, sink, attempts, pass: (milliseconds: number) => (now += milliseconds) };
}

it("each of a hundred in a minute has an entry of its own", async () => {
  const { written, sink, attempts } = watched();
  await attempts(100);
  await sink.settle();
  expect(written).toEqual(Array.from({ length: 100 }, () => attempt));
});

it("those after them are one entry that says how many there were, when the minute is over", async () => {
  const { written, attempts, pass } = watched();
  await attempts(5_000);
  expect(written).toHaveLength(100);
  pass(60_000);
  await attempts(1);
  expect(written.slice(100).map(({ because }) => because)).toEqual([
    "EXPIRED (and 4900 more in that minute)",
    "EXPIRED",
  ]);
});

it("a flood of one reason does not hide an attempt of another", async () => {
  const { written, attempts } = watched();
  await attempts(5_000);
  await attempts(1, { because: "SIGNATURE" });
  expect(written.at(-1)).toMatchObject({ because: "SIGNATURE" });
});

it("nothing that somebody known did is ever summed up", async () => {
  const { written, attempts } = watched();
  await attempts(500, { caller: somebody });
  await attempts(500, { caller: somebody, outcome: "REFUSED" });
  expect(written).toHaveLength(1_000);
});

it("what is counted is written when the hub stops", async () => {
  const { written, sink, attempts } = watched();
  await attempts(102);
  await sink.settle();
  expect(written.at(-1)).toMatchObject({ because: "EXPIRED (and 2 more in that minute)" });
});
