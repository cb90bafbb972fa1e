import { describe, expect, it } from "@jest/globals";
import { compartments } from "../../../../authorisation/data-class.js";
import { openedByShare } from "../../../../subgraphs/concerns/sharing/what-a-share-opens.js";

const everything = new Set(compartments);

describe("a share opens", () => {
  it("of the classes that it names what its sharer reads", () => {
    expect(openedByShare(["NARRATIVE"], everything)).toEqual([
      "NARRATIVE:released",
      "NARRATIVE",
      "NARRATIVE:evidence",
      "NARRATIVE:unreleased",
    ]);
    expect(openedByShare(["NARRATIVE"], new Set(["OPERATIONAL", "NARRATIVE"]))).toEqual(["NARRATIVE"]);
  });

  it("nothing of a class that it does not name", () => {
    expect(openedByShare([], everything)).toEqual([]);
    expect(openedByShare(["OPERATIONAL"], everything)).toEqual([]);
  });

  it("nothing that no share opens, whoever reads it", () => {
    const opened = openedByShare(["MANAGEMENT", "LEARNERS", "IDENTITY", "DELIBERATION"], everything);
    expect(opened).toEqual(["MANAGEMENT:summary", "MANAGEMENT"]);
  });
});
