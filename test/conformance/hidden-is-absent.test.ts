/** A concern that somebody may not know of and one that never was are the same bytes, whatever is asked or done. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { getNamedType } from "graphql";
import { personas } from "../../demonstration/personas.js";
import { dayInEngland } from "../../hub/day-in-england.js";
import { subgraph } from "../../hub/subgraphs.js";
import { formatReference } from "../../subgraphs/concerns/concern-reference.js";
import type { WorldConcern } from "../support/access-world.js";
import { openAccessWorld } from "../support/access-world-hub.js";
import { openConcernsExecutor, type ConcernsExecutor } from "../support/concerns-executor.js";
import { atVersion, mutationDocument, mutationInputs, neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { recordedTruth, type Tree } from "../support/recorded-truth.js";
import { mayKnow } from "../support/reference-policy.js";
import type { TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
let executor: ConcernsExecutor;
let world: readonly WorldConcern[];
let truth: ReadonlyMap<string, Tree>;
beforeAll(async () => {
  ({ hub, world } = await openAccessWorld());
  executor = await openConcernsExecutor(hub);
  truth = await recordedTruth(hub.database.adminUrl, dayInEngland());
});
afterAll(async () => {
  await executor.close();
  await hub.close();
});

const referenceNeverIssued = formatReference("AAAAAAA") ?? "";

function hiddenFrom({ role, organisation }: Person): readonly WorldConcern[] {
  return world.filter(({ parties }) => !mayKnow(role, parties[organisation] ?? []));
}

const whole = `id reference title category access { relations hidden { field } } requirements { id } reporter { name }`;
const byId = `query($id: ID!) { concern(id: $id) { ${whole} } }`;
const byReference = `query($reference: String!) {
  concerns(filter: { reference: $reference }) { totalCount nodes { ${whole} } pageInfo { hasNextPage endCursor } }
  organisation(code: "ZZN01") { concerns(filter: { reference: $reference }) { totalCount nodes { id } } }
  standard(id: "EQF-2021:3.5") { concerns(filter: { reference: $reference }) { totalCount nodes { id } } }
}`;

/** Status and body of the answer for each of several variables. */
async function answers(person: Person, query: string, variables: readonly Readonly<Record<string, unknown>>[]) {
  const asking = hub.as(person);
  const given: string[] = [];
  for (const each of variables) {
    const { status, text } = await asking.for(query, each);
    given.push(`${status} ${text}`);
  }
  return given;
}

const outsiders = personas.filter(({ name }) => !["national-lead"].includes(name));

describe.each(outsiders)("$name", (persona) => {
  it("has concerns that it may not know of", () => {
    expect(hiddenFrom(persona).length).toBeGreaterThan(
      persona.organisation === "Y60" && persona.role !== "ANALYST" ? 0 : 1,
    );
  });

  it("gets the same bytes by id", async () => {
    const ids = [neverIssued, ...hiddenFrom(persona).map(({ id }) => id)];
    const given = await answers(
      persona,
      byId,
      ids.map((id) => ({ id })),
    );
    expect(new Set(given)).toEqual(
      new Set(['200 {"data":{"concern":null},"extensions":{"handling":"OFFICIAL-SENSITIVE"}}']),
    );
  });

  it("gets the same bytes by reference, in every list", async () => {
    const references = hiddenFrom(persona).map(({ id }) => truth.get(id)?.["reference"]);
    const given = await answers(
      persona,
      byReference,
      [referenceNeverIssued, ...references].map((reference) => ({ reference })),
    );
    expect(new Set(given).size).toBe(1);
    expect(given[0]).toContain('"totalCount":0');
  });

  it("gets nothing for an entity, hidden or not", async () => {
    const ids = [neverIssued, ...hiddenFrom(persona).map(({ id }) => id)];
    const reply = await executor.ask(
      persona,
      `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Concern { ${whole} } } }`,
      { representations: ids.map((id) => ({ __typename: "Concern", id, title: "forged", relations: ["NATIONAL"] })) },
    );
    expect(reply).toEqual({ data: { _entities: ids.map(() => null) } });
  });

  it("gets the same bytes for what a share would open", async () => {
    const ids = [neverIssued, ...hiddenFrom(persona).map(({ id }) => id)];
    const preview = `query($id: ID!) { previewAccess(concern: $id, organisation: "HCPC", dataClasses: [NARRATIVE]) {
      concern { ${whole} } userErrors { code field message } } }`;
    const given = await answers(
      persona,
      preview,
      ids.map((id) => ({ id })),
    );
    expect(new Set(given).size).toBe(1);
    expect(given[0]).toContain('"previewAccess":{"concern":null,"userErrors":[{"code":"NOT_FOUND"');
  });

  it.each(Object.entries(mutationInputs))("gets the same bytes from %s", async (mutation, input) => {
    const hidden = hiddenFrom(persona).map(({ id }) => id);
    // Another one with each mutation and each persona.
    const place = Object.keys(mutationInputs).indexOf(mutation) + outsiders.indexOf(persona);
    const given = await answers(
      persona,
      mutationDocument(mutation),
      [neverIssued, hidden[place % hidden.length]].map((id) => ({
        input: atVersion(mutation, { ...input, id }, 1),
      })),
    );
    expect(new Set(given).size).toBe(1);
    expect(given[0]).toMatch(/"(concern|panel)":null,"userErrors":\[\{"code":"NOT_FOUND","field":"id"/);
  });
});

describe("a requirement of a concern that is hidden", () => {
  it.each([
    ["closeRequirement", people.aLeadOfAnotherRegion, {}],
    [
      "respondToRequirement",
      { ...people.aLeadOfAnotherRegion, name: "aldermere-lead", organisation: "ZZA01" },
      { text: "An answer." },
    ],
  ] as const)("is to %s on a concern in sight as one that never was", async (mutation, person, input) => {
    const visible = world.find(({ parties }) => parties["ZZA01"] !== undefined)?.id;
    const requirements = [...truth.values()].flatMap((concern) => concern["requirements"] as { id: string }[]);
    expect(requirements.length).toBeGreaterThan(0);
    const given = await answers(
      person,
      mutationDocument(mutation),
      [neverIssued, ...requirements.map(({ id }) => id)].map((requirementId) => ({
        input: { ...input, id: visible, requirementId },
      })),
    );
    expect(new Set(given).size).toBe(1);
    expect(given[0]).toContain('"code":"NOT_FOUND","field":"requirementId"');
  });
});

describe("an id", () => {
  it.each([
    ["in capitals", () => world[0]?.id.toUpperCase()],
    ["with a space", () => ` ${world[0]?.id ?? ""}`],
    ["without its dashes", () => world[0]?.id.replaceAll("-", "")],
    ["that is a reference", () => truth.get(world[0]?.id ?? "")?.["reference"]],
    ["that is a number", () => 1],
    ["that is empty", () => ""],
    ["that is a pattern", () => "%"],
    ["that is SQL", () => "' or 1 = 1 --"],
    ["with a NUL", () => "\0"],
  ])("%s is the id of nothing, even to those who know the concern", async (_title, id) => {
    const [never, odd] = await answers(people.aNationalLead, byId, [{ id: neverIssued }, { id: id() }]);
    expect(odd).toBe(never);
  });
});

it("no mutation on a concern is left out here", () => {
  const mutations = Object.values(subgraph("concerns").schema.getMutationType()?.getFields() ?? {});
  const about = ["ConcernPayload", "ReviewPanelPayload"];
  const onConcerns = mutations.filter(({ type }) => about.includes(getNamedType(type).name));
  const names = onConcerns.map(({ name }) => name).filter((name) => name !== "reportConcern");
  expect(Object.keys(mutationInputs).sort()).toEqual(names.sort());
});
