import { describe, expect, it } from "@jest/globals";
import {
  choiceRefusal,
  movingStates,
  planSuccession,
  type Succession,
} from "../../../../subgraphs/concerns/merging/succession-moves.js";

const today = "2026-11-23";
const merged: Succession = { predecessor: "ZZA01", successor: "ZZB01", on: "2026-04-01" };
const split: Succession[] = [
  { predecessor: "ZZC01", successor: "ZZE01", on: "2026-10-01" },
  { predecessor: "ZZC01", successor: "ZZD01", on: "2026-10-01" },
];
const at = (provider: string, id = "one", siteRunBy: string | null = null) => ({ id, provider, siteRunBy });
const none = new Map<string, ReadonlyMap<string, string>>();
const chosen = (concern: string, predecessor: string, successor: string) =>
  new Map([[concern, new Map([[predecessor, successor]])]]);

describe("an open concern of a trust that was merged", () => {
  it("moves to the successor, on its day", () => {
    expect(planSuccession([at("ZZA01")], [merged], none, today)).toEqual({
      moves: [{ concern: "one", from: "ZZA01", to: "ZZB01", on: "2026-04-01" }],
      awaited: [],
    });
  });

  it.each([
    ["before the day", [{ ...merged, on: "2026-11-24" }], "ZZA01"],
    ["of a trust that goes on", [merged], "ZZN01"],
    ["of the successor", [merged], "ZZB01"],
    ["without any lineage", [], "ZZA01"],
  ])("does not move %s", (_, successions, provider) => {
    expect(planSuccession([at(provider)], successions, none, today)).toEqual({ moves: [], awaited: [] });
  });

  it("moves on the day itself", () => {
    expect(planSuccession([at("ZZA01")], [{ ...merged, on: today }], none, today).moves).toHaveLength(1);
  });

  it("follows a successor that was succeeded itself", () => {
    const again = { predecessor: "ZZB01", successor: "ZZF01", on: "2026-07-01" };
    expect(planSuccession([at("ZZA01")], [again, merged], none, today).moves).toEqual([
      { concern: "one", from: "ZZA01", to: "ZZB01", on: "2026-04-01" },
      { concern: "one", from: "ZZB01", to: "ZZF01", on: "2026-07-01" },
    ]);
  });

  it("stops where lineage runs in a circle", () => {
    const back = { predecessor: "ZZB01", successor: "ZZA01", on: "2026-07-01" };
    expect(planSuccession([at("ZZA01")], [merged, back], none, today).moves).toEqual([
      { concern: "one", from: "ZZA01", to: "ZZB01", on: "2026-04-01" },
    ]);
    expect(planSuccession([at("ZZA01")], [{ ...merged, successor: "ZZA01" }], none, today).moves).toEqual([]);
  });
});

describe("an open concern of a trust that was split", () => {
  it("waits for a choice among the successors", () => {
    expect(planSuccession([at("ZZC01")], split, none, today)).toEqual({
      moves: [],
      awaited: [{ concern: "one", from: "ZZC01", on: "2026-10-01", successors: ["ZZD01", "ZZE01"], suggested: null }],
    });
  });

  it.each([
    ["ZZE01", "ZZE01"],
    ["ZZN01", null],
  ])("at a site that %s now runs is suggested to %s, and waits all the same", (siteRunBy, suggested) => {
    const plan = planSuccession([at("ZZC01", "one", siteRunBy)], split, none, today);
    expect(plan.moves).toEqual([]);
    expect(plan.awaited.map((choice) => choice.suggested)).toEqual([suggested]);
  });

  it("that was split bit by bit waits since the last of it went", () => {
    const [east, west] = split;
    const plan = planSuccession(
      [at("ZZC01")],
      [{ ...east, on: "2026-09-01" } as Succession, west as Succession],
      none,
      today,
    );
    expect(plan.awaited).toMatchObject([{ on: "2026-10-01", successors: ["ZZD01", "ZZE01"] }]);
  });

  it("moves where it was chosen to, and no other with it", () => {
    const plan = planSuccession([at("ZZC01"), at("ZZC01", "two")], split, chosen("one", "ZZC01", "ZZE01"), today);
    expect(plan.moves).toEqual([{ concern: "one", from: "ZZC01", to: "ZZE01", on: "2026-10-01" }]);
    expect(plan.awaited.map(({ concern }) => concern)).toEqual(["two"]);
  });

  it("waits where the choice is no successor", () => {
    const plan = planSuccession([at("ZZC01")], split, chosen("one", "ZZC01", "ZZN01"), today);
    expect(plan.moves).toEqual([]);
    expect(plan.awaited).toHaveLength(1);
  });

  it("moves through a merger and waits at the split behind it", () => {
    const plan = planSuccession([at("ZZA01")], [{ ...merged, successor: "ZZC01" }, ...split], none, today);
    expect(plan.moves.map(({ to }) => to)).toEqual(["ZZC01"]);
    expect(plan.awaited.map(({ from }) => from)).toEqual(["ZZC01"]);
  });

  it("takes no choice that is not open, and none that is no successor", () => {
    const [awaited] = planSuccession([at("ZZC01")], split, none, today).awaited;
    expect(choiceRefusal(undefined, "ZZD01")).toBe("NOT_SPLIT");
    expect(choiceRefusal(awaited, "ZZC01")).toBe("NOT_A_SUCCESSOR");
    expect(choiceRefusal(awaited, "ZZN01")).toBe("NOT_A_SUCCESSOR");
    expect(choiceRefusal(awaited, "ZZD01")).toBeUndefined();
  });
});

describe("a concern that is no longer open", () => {
  it.each(["CLOSED", "DECLINED", "MERGED"])("stays in the history of its provider: %s", (status) => {
    expect(movingStates).not.toContain(status);
  });
});
