import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { organisationsSubgraph } from "../../../subgraphs/organisations/organisations-subgraph.js";
import { askerOf, type Ask } from "./ask-subgraph.js";
import { createDirectoryWorld, type DirectoryWorld } from "./directory-world.js";

let world: DirectoryWorld;
let ask: Ask;

beforeAll(async () => {
  world = await createDirectoryWorld();
  ask = askerOf(organisationsSubgraph().schema, world.reader);
});
afterAll(() => world.end());

describe("an organisation by its code", () => {
  it("tells what the directory knows, in one statement with the columns asked for", async () => {
    const { data, errors, statements } = await ask(
      `{ organisation(code: "ZZ020") { code name kind status openedOn closedOn postcode ukprn everySetting } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      organisation: {
        code: "ZZ020",
        name: "Invented Trust 020",
        kind: "TRUST",
        status: "ACTIVE",
        openedOn: "2001-04-01",
        closedOn: null,
        postcode: "ZZ1 1ZZ",
        ukprn: null,
        everySetting: false,
      },
    });
    expect(statements).toHaveLength(1);
  });

  it("does not read what was not asked for", async () => {
    const { statements } = await ask(`{ organisation(code: "ZZ020") { name } }`);
    expect(statements).toEqual([expect.not.stringMatching(/postcode|status|\*/)]);
  });

  it.each([
    ["a university is found by its UKPRN, written as a number", "10007759", "Aston University"],
    ["a regulator is found by its initials", `"GMC"`, "General Medical Council"],
  ])("%s", async (_title, code, name) => {
    expect((await ask(`{ organisation(code: ${code}) { name } }`)).data).toEqual({ organisation: { name } });
  });

  it("leads to its region, board, parent, sites, lineage and quality team", async () => {
    const { data, errors } = await ask(`{
      organisation(code: "ZZ020") {
        region { name parent { name } qualityTeam { code name mailbox } } icb { code name } parent { code kind }
        sites { code }
        predecessors { predecessor { name } successor { code } on }
        successors { predecessor { name } successor { name } on }
      }
    }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      organisation: {
        region: {
          name: "Midlands",
          parent: { name: "NHS England" },
          qualityTeam: { code: "QTY60", name: "Midlands education quality team", mailbox: null },
        },
        icb: null,
        parent: { code: "X24", kind: "NATIONAL_BODY" },
        sites: [{ code: "ZZ020A" }, { code: "ZZ020B" }, { code: "ZZ020C" }],
        predecessors: [{ predecessor: { name: "Invented Trust 001" }, successor: { code: "ZZ020" }, on: "2024-04-01" }],
        successors: [{ predecessor: { name: "Invented Trust 020" }, successor: null, on: "2026-04-01" }],
      },
    });
  });

  it("has the code of an organisation it refers to at hand, and reads nothing more for that alone", async () => {
    const { data, statements } = await ask(`
      { organisation(code: "ZZ020") { region { ...key } icb { ... { code } } parent { __typename of: code } } }
      fragment key on Organisation { code }`);
    expect(data).toEqual({
      organisation: {
        region: { code: "Y60" },
        icb: { code: "ZZGONE" },
        parent: { __typename: "Organisation", of: "X24" },
      },
    });
    expect(statements).toHaveLength(1);
  });

  it("regulates professions, or every setting, or nothing", async () => {
    const { data } = await ask(`{
      gmc: organisation(code: "GMC") { remit everySetting }
      cqc: organisation(code: "CQC") { remit everySetting }
      trust: organisation(code: "ZZ020") { remit everySetting }
    }`);
    expect(data).toEqual({
      gmc: { remit: ["ANAESTHESIA_ASSOCIATE", "DOCTOR", "PHYSICIAN_ASSOCIATE"], everySetting: false },
      cqc: { remit: [], everySetting: true },
      trust: { remit: [], everySetting: false },
    });
  });

  it("signed the Emerging Concerns Protocol on a day, or never", async () => {
    const { data } = await ask(`{
      gmc: organisation(code: "GMC") { protocolSignature { from until } }
      national: organisation(code: "X24") { protocolSignature { from } }
      gone: organisation(code: "ZZ001") { protocolSignature { from until } }
      trust: organisation(code: "ZZ020") { protocolSignature { from } }
    }`);
    expect(data).toEqual({
      gmc: { protocolSignature: { from: "2018-07-01", until: null } },
      national: { protocolSignature: null },
      gone: { protocolSignature: { from: "2021-06-15", until: "2023-03-31" } },
      trust: { protocolSignature: null },
    });
  });

  it.each([
    ["2024-03-31", "ZZ001", "ACTIVE"],
    ["2024-04-01", "ZZ001", "CLOSED"],
    ["2027-03-31", "ZZNEW", "PLANNED"],
    ["2027-04-01", "ZZNEW", "ACTIVE"],
    ["2026-11-02", "X24", "ACTIVE"],
  ])("on %s the status of %s is %s", async (today, code, status) => {
    const { data } = await ask(`query ($code: ID!) { organisation(code: $code) { status } }`, {
      today,
      variables: { code },
    });
    expect(data).toEqual({ organisation: { status } });
  });

  it.each(["NOBODY", "zz020", "", "ZZ", "ZZ020'--", "ZZ020\n", "A".repeat(13), "ZZ\u0000", "ZZ\ud800", "ＺＺ020"])(
    "is null for %j, of which there is none",
    async (code) => {
      const { data, errors } = await ask(`query ($code: ID!) { organisation(code: $code) { name } }`, {
        variables: { code },
      });
      expect({ data, errors }).toEqual({ data: { organisation: null }, errors: [] });
    },
  );
});

describe("the professions", () => {
  it("are listed by title with the regulator of each, in two statements", async () => {
    const { data, errors, statements } = await ask(`{ professions { code title regulator { name } } }`);
    expect(errors).toEqual([]);
    expect(statements).toHaveLength(2);
    const { professions } = data as { professions: { code: string; title: string; regulator: { name: string } }[] };
    expect(professions.length).toBeGreaterThan(20);
    expect(professions).toContainEqual({
      code: "DOCTOR",
      title: "Doctor",
      regulator: { name: "General Medical Council" },
    });
  });
});

describe("organisations that another part of the graph refers to", () => {
  const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organisation { code name } } }`;
  const representation = (code: unknown) => ({ __typename: "Organisation", code });

  it("are read together, in the order asked, whatever else the representation claims", async () => {
    const { data, statements } = await ask(entities, {
      variables: {
        of: [{ ...representation("GMC"), name: "Forged" }, representation("Y60"), representation("GMC")],
      },
    });
    const gmc = { code: "GMC", name: "General Medical Council" };
    expect(data).toEqual({ _entities: [gmc, { code: "Y60", name: "Midlands" }, gmc] });
    expect(statements).toHaveLength(1);
  });

  it.each(["NOBODY", "gmc", "GMC\u0000", "' or true --", null, 7, ["GMC"], { eq: "GMC" }])(
    "are null for the key %j",
    async (code) => {
      const { data, errors } = await ask(entities, { variables: { of: [representation(code)] } });
      expect({ data, errors }).toEqual({ data: { _entities: [null] }, errors: [] });
    },
  );
});
