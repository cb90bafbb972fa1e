import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Caller } from "../../../authorisation/caller.js";
import { compartments } from "../../../authorisation/data-class.js";
import { organisationsSubgraph } from "../../../subgraphs/organisations/organisations-subgraph.js";
import { anAnalyst, askerOf, type Ask } from "./ask-subgraph.js";
import { createDirectoryWorld, type DirectoryWorld } from "./directory-world.js";

let world: DirectoryWorld;
let ask: Ask;

beforeAll(async () => {
  world = await createDirectoryWorld();
  ask = askerOf(organisationsSubgraph().schema, world.reader);
});
afterAll(() => world.end());

const aCaseHolder: Caller = {
  ...anAnalyst,
  subject: "case-holder-1",
  organisation: "Y60",
  organisationKind: "REGION",
  role: "CASE_HOLDER",
  purpose: "EDUCATION_QUALITY",
};
const aRegulator: Caller = {
  ...anAnalyst,
  organisation: "GMC",
  organisationKind: "REGULATOR",
  role: "CASE_HOLDER",
  purpose: "REGULATION",
};

interface Unlock {
  readonly dataClass: string;
  readonly part: string | null;
  readonly relations: readonly string[];
}

async function unlocks(caller: Caller): Promise<readonly Unlock[]> {
  const { data, errors, statements } = await ask(`{ viewer { unlocks { dataClass part relations } } }`, { caller });
  expect(errors).toEqual([]);
  expect(statements).toEqual([]);
  return (data as { viewer: { unlocks: Unlock[] } }).viewer.unlocks;
}

describe("the viewer", () => {
  it("is who the token says, with the purposes that the role may declare", async () => {
    const { data, errors } = await ask(
      `{ viewer { subject role purpose purposes organisation { code name kind region { name } } } }`,
      { caller: aCaseHolder },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      viewer: {
        subject: "case-holder-1",
        role: "CASE_HOLDER",
        purpose: "EDUCATION_QUALITY",
        purposes: ["EDUCATION_QUALITY", "SAFEGUARDING", "BREAK_GLASS"],
        organisation: { code: "Y60", name: "Midlands", kind: "REGION", region: null },
      },
    });
  });

  it("learns of every class and part which relations open it, in the order of the policy", async () => {
    const shown = await unlocks(aCaseHolder);
    expect(shown.map(({ dataClass, part }) => (part === null ? dataClass : `${dataClass}:${part}`))).toEqual([
      ...compartments,
    ]);
    expect(shown).toContainEqual({ dataClass: "MANAGEMENT", part: "internal", relations: ["REGIONAL", "NATIONAL"] });
  });

  it("who regulates learns that its remit opens no narrative without an agreement", async () => {
    const narrative = (await unlocks(aRegulator)).filter(({ dataClass }) => dataClass === "NARRATIVE");
    expect(narrative.flatMap(({ relations }) => relations)).not.toContain("REMIT");
  });

  it("who reads statistics learns that no relation opens anything", async () => {
    expect((await unlocks(anAnalyst)).flatMap(({ relations }) => relations)).toEqual([]);
  });

  it("cannot be asked about somebody else", async () => {
    const { data, errors } = await ask(`{ viewer(subject: "case-holder-1") { role } }`);
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
  });
});
