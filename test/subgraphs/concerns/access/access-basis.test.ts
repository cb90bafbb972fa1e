/** Of what the access index is made beside concerns, as a digest: another as soon as one of it is another. */
import { createHash } from "node:crypto";
import { expect, it } from "@jest/globals";
import type { EntityManager } from "typeorm";
import { policyVersion } from "../../../../authorisation/policy.js";
import { currentBasis } from "../../../../subgraphs/concerns/access/access-basis.js";

interface Directory {
  readonly national: string;
  readonly remits: readonly object[];
  readonly places: string;
}

const gmc = { regulator: "GMC", professions: ["DOCTOR", "DENTIST"], everySetting: false };
const cqc = { regulator: "CQC", professions: null, everySetting: true };
const directory: Directory = { national: "X24", remits: [gmc, cqc], places: "of these places" };

/** A transaction in which the directory says this. */
function saying({ national, remits, places }: Directory): EntityManager {
  const query = (sql: string): Promise<unknown> => {
    if (sql.includes("published_remit")) return Promise.resolve(remits);
    return Promise.resolve(sql.includes("NATIONAL_BODY") ? [{ code: national }] : [{ digest: places }]);
  };
  return { query } as EntityManager;
}

const basisOf = (more: Partial<Directory>) => currentBasis(saying({ ...directory, ...more }));

it.each([
  ["another national body", { national: "X25" }],
  ["another regulator", { remits: [{ ...gmc, regulator: "NMC" }, cqc] }],
  ["one profession more", { remits: [{ ...gmc, professions: ["DOCTOR", "DENTIST", "NURSE"] }, cqc] }],
  ["every setting", { remits: [{ ...gmc, everySetting: true }, cqc] }],
  ["one regulator less", { remits: [gmc] }],
])("is another with %s", async (_title, more) => {
  const [before, after] = [await basisOf({}), await basisOf(more)];
  expect(after.bodies).not.toBe(before.bodies);
  expect(after.places).toBe(before.places);
});

it("is the same in whichever order the directory says it", async () => {
  expect(await basisOf({ remits: [cqc, { ...gmc, professions: ["DENTIST", "DOCTOR"] }] })).toEqual(await basisOf({}));
});

it("is another for another place of an organisation, and that alone", async () => {
  expect(await basisOf({ places: "elsewhere" })).toEqual({ ...(await basisOf({})), places: "elsewhere" });
});

it("is a digest, which tells nothing of the directory, and another under another policy", async () => {
  const said = [
    policyVersion,
    "X24",
    [
      ["CQC", "EVERY_SETTING"],
      ["GMC", ["DENTIST", "DOCTOR"]],
    ],
  ];
  const digest = createHash("sha256").update(JSON.stringify(said)).digest("hex");
  expect((await basisOf({})).bodies).toBe(digest);
});
