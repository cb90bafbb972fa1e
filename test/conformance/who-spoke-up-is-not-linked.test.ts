/**
 * Two concerns that one person reported in confidence are to everybody, and in the database, as two that were reported by
 * different people: nothing is the same in the one pair that is not the same in the other.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { personas } from "../../demonstration/personas.js";
import { done, reported } from "../support/casework.js";
import { asAdministrator } from "../support/inboxes.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { everyFieldOf } from "../support/ways-of-reaching.js";

const IDENTITY_KEYS = `test:${Buffer.alloc(32, 11).toString("base64")}`;
const onePerson = { identityMode: "CONFIDENTIAL", name: "Ottoline Twice", contact: "ottoline@twice.example" };
const reporters = [
  onePerson,
  onePerson,
  { ...onePerson, name: "Jo", contact: "0121 496 0000" },
  { ...onePerson, name: "Bartholomew Featherstonehaugh", contact: "bartholomew@featherstonehaugh.example" },
];

let hub: TestHub;
let ids: readonly string[];
beforeAll(async () => {
  hub = await openTestHub({ environment: { IDENTITY_KEYS } });
  const made: string[] = [];
  for (const [index, reporter] of reporters.entries()) {
    const told = { title: `Report ${index}`, narrative: `What report ${index} tells.`, reporter };
    const id = await reported(hub, people.aUniversityLead, { ...told, idempotencyKey: `report-number-${index}` });
    await done(hub, people.aRegionalLead, "acceptConcern", { id, summary: `What is released of report ${index}.` });
    made.push(id);
  }
  ids = made;
});
afterAll(() => hub.close());

/** What a value is like when nothing that it says is looked at: its parts in their order, and how many. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value === "object" && value !== null)
    return Object.entries(value).map(([name, part]) => [name, shapeOf(part)]);
  return value === null ? null : typeof value;
}

/** Numbers but small ones, which are counts, and the same by chance. */
function saidIn(value: unknown): string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(saidIn);
  if (typeof value === "string") return [value];
  return typeof value === "number" && value > 1_000_000 ? [String(value)] : [];
}

/** What the two of one person say that neither of the others does. */
function linking(each: readonly unknown[]): string[] {
  const [first, second, ...others] = each.map((one) => new Set(saidIn(one)));
  return [...(first ?? [])].filter((said) => second?.has(said) === true && !others.some((other) => other.has(said)));
}

const whole = `query($id: ID!) { concern(id: $id) { ${everyFieldOf("Concern")} access { hidden { field because } } } }`;

async function readEach(person: Person) {
  const answers = [];
  for (const id of ids) answers.push(await hub.as(person).for(whole, { id }));
  return answers;
}

it.each(personas)("to $name they are of one shape, and say nothing that the others do not", async (person) => {
  const answers = await readEach(person);
  const [first, ...others] = answers.map(({ status, data, redactions }) => [status, shapeOf(data), redactions]);
  for (const other of others) expect(other).toEqual(first);
  expect(linking(answers.map(({ data }) => data))).toEqual([]);
});

it("to whoever reads nothing of it, the number of reports is that of reports, not of people", async () => {
  const answer = await hub.as(people.aProviderLead).for("{ concerns { totalCount } }");
  expect(answer.data).toEqual({ concerns: { totalCount: ids.length } });
});

describe("in the database", () => {
  it("what hangs on them has no value in common that the others do not have", async () => {
    const tables = await asAdministrator<{ name: string; column: string }>(
      hub,
      `select format('%I.%I', table_schema, table_name) as name, column_name as column
         from information_schema.columns
        where table_schema = 'concerns' and (column_name = 'concern' and data_type = 'bigint' or
              table_name = 'concern' and column_name = 'key')
          and table_name in (select tablename from pg_tables where schemaname = 'concerns')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    const rowsOf = async (id: string): Promise<unknown[]> => {
      const parts = tables.map(
        ({ name, column }) =>
          `select to_jsonb(t) as row from ${name} t
            where t.${column} = (select key from concerns.concern where id = '${id}')`,
      );
      return asAdministrator(hub, parts.join(" union all "));
    };
    const each = [];
    for (const id of ids) each.push(await rowsOf(id));
    expect(each.every((rows) => rows.length > 5)).toBe(true);
    expect(linking(each)).toEqual([]);
  });

  it("nor have the entries of the audit, nor what is kept of requests that may be sent again", async () => {
    const entries = async (id: string): Promise<unknown[]> => [
      ...(await asAdministrator(hub, "select to_jsonb(e) from audit.entry e where records::text like $1", [`%${id}%`])),
      ...(await asAdministrator(hub, "select to_jsonb(i) from concerns.idempotency i where i::text like $1", [
        `%${id}%`,
      ])),
    ];
    const each = [];
    for (const id of ids) each.push(await entries(id));
    expect(each.every((rows) => rows.length > 2)).toBe(true);
    expect(linking(each)).toEqual([]);
  });

  it("what is sealed is of one length, and no block of it is the same", async () => {
    const rows = await asAdministrator<{ sealed: Buffer }>(hub, "select sealed from concerns.reporter_identity");
    expect(rows).toHaveLength(reporters.length);
    expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1);
    const blocks = rows.flatMap(({ sealed }) =>
      Array.from({ length: Math.floor(sealed.length / 8) }, (_, at) => sealed.toString("hex", at * 8, at * 8 + 8)),
    );
    expect(new Set(blocks).size).toBe(blocks.length);
  });
});

it("what was the same in one pair alone would be found", () => {
  expect(linking([{ of: ["a", { who: "linked" }] }, ["linked", "a"], ["a"], ["c"]])).toEqual(["linked"]);
});
