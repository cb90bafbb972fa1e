/**
 * Which files are changed, and which tests are asked about each, the quickest first. A step that fails has killed the
 * mutant; one that no step kills has survived. None of them may copy a world: what a file wrote into that was written
 * before there was a fault.
 */

import type { Asked } from "./lane.js";

export interface Target {
  readonly part: Part;
  readonly file: string;
  readonly steps: readonly Pick<Asked, "files" | "ofAHub">[];
}

export const parts = ["policy", "guard", "relations", "masks", "access index"] as const;
export type Part = (typeof parts)[number];

const test = (name: string): string => `test/${name}.test.ts`;
/** Files whose rules are tested in the file of another. */
const testedWith: Readonly<Record<string, string>> = {
  caller: "words",
  relation: "words",
};
const authorisation = (part: Part, ...names: readonly string[]): Target[] =>
  names.map((name) => ({
    part,
    file: `authorisation/${name}.ts`,
    steps: [{ files: [test(`authorisation/${testedWith[name] ?? name}`)] }, { files: ["test/authorisation"] }],
  }));

const ofAHub: readonly string[] = ["access-refresh", "reports-and-the-directory"];
const ofTheIndex = (name: string, ...tests: readonly string[]): Target => ({
  part: "access index",
  file: `subgraphs/concerns/access/${name}.ts`,
  steps: tests.map((each) => ({
    files: [test(`subgraphs/concerns/access/${each}`)],
    ofAHub: ofAHub.includes(each) ? true : undefined,
  })),
});

export const targets: readonly Target[] = [
  ...authorisation("policy", "policy", "data-class", "caller", "relation"),
  ...authorisation("guard", "guard", "unlocks", "standing", "redaction", "classification"),
  ...authorisation("guard", "note-carriers", "conditions-given", "disclosure-log", "agreement-terms"),
  ...authorisation("relations", "relations-of", "access-rows"),
  ...["masked-view", "view-settings", "held-by-a-person"].map((name): Target => ({
    part: "masks",
    file: `database/${name}.ts`,
    steps: [{ files: [test("database/masked-view")] }, { files: [test("database/views-under-conditions")] }],
  })),
  ...["access-log-views", "inbox-views"].map((name): Target => ({
    part: "masks",
    file: `database/${name}.ts`,
    steps: [{ files: [test(`database/${name}`)] }],
  })),
  {
    part: "masks",
    file: "database/as-of-view.ts",
    steps: [{ files: [test("database/as-of-view")] }, { files: [test("database/who-stands-in-the-past")] }],
  },
  ofTheIndex("indexed-concern", "access-index"),
  ofTheIndex("access-index", "access-index", "access-refresh"),
  ofTheIndex("access-basis", "access-basis", "access-refresh", "reports-and-the-directory"),
  ofTheIndex("access-refresh", "access-refresh", "reports-and-the-directory"),
];
