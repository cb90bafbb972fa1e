/**
 * Every persona by every field by every way of reaching it: the value as it is recorded, or null and named once among
 * the redactions, as the reference policy says.
 */
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { isObjectType } from "graphql";
import { personas } from "../../demonstration/personas.js";
import { dayInEngland } from "../../hub/day-in-england.js";
import { subgraph } from "../../hub/subgraphs.js";
import type { WorldConcern } from "../support/access-world.js";
import { openAccessWorld } from "../support/access-world-hub.js";
import { openConcernsExecutor, type ConcernsExecutor } from "../support/concerns-executor.js";
import { heldBy, inAnEmergency } from "../support/protection.js";
import { recordedTruth, type Tree } from "../support/recorded-truth.js";
import { fieldsOf, mayKnow, recordTypes, verdictOn } from "../support/reference-policy.js";
import { addedUp, recordsIn, viewOf, type View } from "../support/reference-view.js";
import type { TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { ways, type Reached, type Way } from "../support/ways-of-reaching.js";

let hub: TestHub;
let executor: ConcernsExecutor;
let world: readonly WorldConcern[];
let truth: ReadonlyMap<string, Tree>;

beforeAll(async () => {
  // Everything at once of every concern there is costs more than one request may.
  ({ hub, world } = await openAccessWorld({ environment: { LIMIT_COST: "1000000", LIMIT_TOKENS: "10000" } }));
  executor = await openConcernsExecutor(hub);
  truth = await recordedTruth(hub.database.adminUrl, dayInEngland());
});
afterAll(async () => {
  await executor.close();
  await hub.close();
});

const askers: readonly Person[] = [...personas, ...inAnEmergency];

/** The concerns that a persona should find by a way, as that persona should see them. */
function expectedViews(persona: Person, { provider, foundBy }: Way): Map<string, View> {
  const views = new Map<string, View>();
  const { role, organisation } = persona;
  for (const concern of world) {
    const { id } = concern;
    const held = heldBy(persona, concern);
    const recorded = truth.get(id) ?? {};
    if (!mayKnow(role, held)) continue;
    if (foundBy !== undefined && verdictOn(role, held, "Concern", foundBy).reads === "nothing") continue;
    if (provider !== undefined && (recorded["provider"] as Tree)["code"] !== provider) continue;
    views.set(id, viewOf({ role, organisation }, held, recorded));
  }
  return views;
}

describe.each(askers)("$name", (persona) => {
  describe.each(ways)("reaching a concern $title", (way) => {
    let reached: Reached;
    let expected: Map<string, View>;
    beforeAll(async () => {
      reached = await way.reach({ hub, executor, person: persona, ids: world.map(({ id }) => id) });
      expected = expectedViews(persona, way);
    });

    it("finds the concerns that the organisation has to do with, and no other", () => {
      expect([...reached.concerns.keys()].sort()).toEqual([...expected.keys()].sort());
    });

    it("is told of the fields that are withheld, once in a response, and of nothing else", () => {
      for (const redactions of reached.redactions)
        expect(new Set(redactions.map(({ coordinate, reason }) => `${coordinate} ${reason}`)).size).toBe(
          redactions.length,
        );
      expect(addedUp(reached.redactions.flat())).toEqual(addedUp(withheldFrom(expected)));
    });

    // A test for each type: one for each field would be some sixty thousand, and take most of an hour.
    it.each(recordTypes)("reads every field of %s where the policy says so, and none where it does not", (type) => {
      for (const [id, { tree }] of expected) {
        const shown = recordsIn(reached.concerns.get(id) ?? {}, type);
        const allowed = recordsIn(tree, type);
        for (const field of fieldsOf(type)) {
          const [here, there] = [shown, allowed].map((records) => records.map((record) => record[field]));
          // `expect` takes longer than all the rest, where it is asked a million times.
          if (!isDeepStrictEqual(here, there)) expect([field, here]).toEqual([field, there]);
        }
      }
    });
  });
});

describe("the reference", () => {
  it.each(recordTypes)("has a line for every field of %s", (type) => {
    const graphType = subgraph("concerns").schema.getType(type);
    const fields = isObjectType(graphType) ? Object.keys(graphType.getFields()) : [];
    // `access` explains the rest, `accessLog` tells of the asking itself, and `asOf` is a concern again: each is looked
    // at in a test of its own.
    const elsewhere = ["access", "accessLog", "asOf"];
    expect([...fieldsOf(type)].sort()).toEqual(fields.filter((field) => !elsewhere.includes(field)).sort());
  });

  it.each(recordTypes)("is tried on a world that has a value for every field of %s", (type) => {
    const records = [...truth.values()].flatMap((tree) => recordsIn(tree, type));
    const never = fieldsOf(type).filter((field) => records.every((record) => record[field] == null));
    expect(never).toEqual([]);
  });

  it("holds every kind of difference between the personas", () => {
    const verdicts = askers.flatMap((asker) =>
      world.flatMap((concern) =>
        recordTypes.flatMap((type) =>
          fieldsOf(type).map((field) => {
            const verdict = verdictOn(asker.role, heldBy(asker, concern), type, field);
            return verdict.reads === "nothing" ? verdict.reason : verdict.reads;
          }),
        ),
      ),
    );
    expect([...new Set(verdicts)].sort()).toEqual([
      "AGREEMENT",
      "GLASS",
      "RELATION",
      "REVEAL",
      "ROLE",
      "SHARE",
      "all",
      "from five",
    ]);
  });
});

function withheldFrom(views: ReadonlyMap<string, View>): View["redactions"] {
  return [...views.values()].flatMap(({ redactions }) => redactions);
}
