/** What a concern says about access to itself is what the reference policy withholds, field by field, with whom to ask. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { redactionReasons } from "../../authorisation/redaction.js";
import { personas } from "../../demonstration/personas.js";
import type { WorldConcern } from "../support/access-world.js";
import { openAccessWorld } from "../support/access-world-hub.js";
import { verdictOnAccessLog } from "../support/reference-access-log.js";
import { fieldsOf, mayKnow, verdictOn, type Party } from "../support/reference-policy.js";
import type { TestHub } from "../support/test-hub.js";

let hub: TestHub;
let world: readonly WorldConcern[];
beforeAll(async () => {
  ({ hub, world } = await openAccessWorld());
});
afterAll(() => hub.close());

const relationOf: Readonly<Record<Party, string>> = {
  provider: "RESPONSIBLE",
  university: "EDUCATION_PROVIDER",
  reporter: "REPORTED_BY",
  region: "REGIONAL",
  nation: "NATIONAL",
  regulator: "REMIT",
  shared: "SHARED",
  sharedText: "SHARED",
  board: "ICB",
  panel: "PANEL",
};

interface Access {
  readonly relations: readonly string[];
  readonly hidden: readonly { field: string; dataClass: string; because: string; ask: string }[];
}

const query = "query($id: ID!) { concern(id: $id) { access { relations hidden { field dataClass because ask } } } }";

/** That there is a panel is told to those who read of panels, and to whom it alone makes the concern known. */
function partsTold(role: string, held: readonly Party[]): readonly Party[] {
  const others = held.filter((party) => party !== "panel");
  return ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"].includes(role) || others.length === 0 ? held : others;
}

describe.each(personas)("$name", ({ role, organisation, ...persona }) => {
  it("is told its own part in each concern, and just the fields that are withheld", async () => {
    for (const { id, parties } of world) {
      const held = parties[organisation] ?? [];
      const { data, redactions } = await hub.as({ role, organisation, ...persona }).for(query, { id });
      const access = (data?.["concern"] as unknown as { access: Access } | null)?.access;
      expect(access !== undefined).toBe(mayKnow(role, held));
      // To be told what is withheld is not to have asked for it.
      expect(redactions).toEqual([]);
      if (access === undefined) continue;
      expect([...access.relations].sort()).toEqual(
        partsTold(role, held)
          .map((party) => relationOf[party])
          .sort(),
      );
      const expected = [...fieldsOf("Concern"), "accessLog", "asOf"].flatMap((field) => {
        const isLog = field === "accessLog";
        // An earlier day is for whom its history is for.
        const like = field === "asOf" ? "categoryHistory" : field;
        const verdict = isLog ? verdictOnAccessLog(role, held) : verdictOn(role, held, "Concern", like);
        return verdict.reads === "nothing" ? [`${field} ${verdict.dataClass} ${verdict.reason}`] : [];
      });
      expect(access.hidden.map(({ field, dataClass, because }) => `${field} ${dataClass} ${because}`).sort()).toEqual(
        expected.sort(),
      );
      for (const { because, ask } of access.hidden)
        expect(ask).toBe(redactionReasons[because as keyof typeof redactionReasons]);
    }
  });
});
