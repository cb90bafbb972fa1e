/** Who may import whom, read off the imports of every source file. */
import { describe, expect, it } from "@jest/globals";
import { ownFolders, sourceFiles, type Import, type SourceFile } from "../support/source-imports.js";

/**
 * What each part of the hub may import of the others; a part that is missing here does not exist. What is only handed
 * over as a type is marked so.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  authorisation: [],
  errors: [],
  settings: [],
  audit: ["authorisation", "errors"],
  authentication: ["authorisation", "errors"],
  issuer: ["authentication", "authorisation", "errors", "demonstration (types)"],
  endpoint: ["errors"],
  gateway: ["authorisation", "endpoint", "errors"],
  "schema/migrations": [],
  database: ["audit", "authorisation", "errors", "schema/migrations", "settings"],
  subgraphs: ["audit", "authentication", "authorisation", "database", "endpoint", "errors"],
  "subgraphs/concerns": ["authorisation", "audit", "database", "errors", "subgraphs"],
  "subgraphs/organisations": ["authentication", "authorisation", "audit", "database", "errors", "subgraphs"],
  "subgraphs/standards": ["authorisation", "audit", "database", "errors", "subgraphs"],
  demonstration: [
    "authorisation",
    "database",
    "errors",
    "subgraphs/concerns",
    "subgraphs/organisations",
    "subgraphs/standards",
  ],
  dashboard: ["authorisation"],
};

/** They put the parts together: they may import every part, and no part imports them. */
const roots: readonly string[] = ["hub", "scripts", "bench", "deploy", "test"];

/** Packages of the parts whose worth is that they need so few. */
const packages: Readonly<Record<string, readonly string[]>> = {
  authorisation: ["graphql"],
  errors: ["graphql"],
  settings: ["zod"],
  audit: ["pg (types)"],
};

/** Rules of the trade, which somebody who knows neither GraphQL nor SQL can review. */
const domainFiles: readonly string[] = [
  "authorisation/access-rows.ts",
  "authorisation/agreement-terms.ts",
  "authorisation/relations-of.ts",
  "subgraphs/action-rule.ts",
  "subgraphs/calendar-day.ts",
  "subgraphs/concerns/access-log/named-fields.ts",
  "subgraphs/concerns/action-plan/action-plan.ts",
  "subgraphs/concerns/evidence/evidence-lifecycle.ts",
  "subgraphs/concerns/evidence/file-rules.ts",
  "subgraphs/concerns/break-glass/break-glass.ts",
  "subgraphs/concerns/changes/change-rules.ts",
  "subgraphs/concerns/concern-lifecycle.ts",
  "subgraphs/concerns/concern-states.ts",
  "subgraphs/concerns/events/event-rules.ts",
  "subgraphs/concerns/concern-reference.ts",
  "subgraphs/concerns/signals/emerging-signals.ts",
  "subgraphs/concerns/speaking-up/guardian-counts.ts",
  "subgraphs/concerns/speaking-up/identity-reveal.ts",
  "subgraphs/concerns/access/indexed-concern.ts",
  "subgraphs/concerns/intelligence/contribution-rules.ts",
  "subgraphs/concerns/regulator-cases/regulator-case-rules.ts",
  "subgraphs/concerns/intensive-support/intensive-support.ts",
  "subgraphs/concerns/intensive-support/step-down.ts",
  "subgraphs/concerns/removals/learner-reinstatement.ts",
  "subgraphs/concerns/removals/learner-relocation.ts",
  "subgraphs/concerns/removals/learner-removal.ts",
  "subgraphs/concerns/merging/merging.ts",
  "subgraphs/concerns/delivery/channel-rules.ts",
  "subgraphs/concerns/delivery/notice.ts",
  "subgraphs/concerns/inbox/message-words.ts",
  "subgraphs/concerns/inbox/notification-rules.ts",
  "subgraphs/concerns/panels/panel-convening.ts",
  "subgraphs/concerns/panels/panel-decision.ts",
  "subgraphs/concerns/panels/panel-invitees.ts",
  "subgraphs/concerns/sharing/protocol-parties.ts",
  "subgraphs/concerns/sharing/protocol-share.ts",
  "subgraphs/concerns/inbox/reminder-rules.ts",
  "subgraphs/concerns/removals/removal-actions.ts",
  "subgraphs/concerns/removals/removal-decision.ts",
  "subgraphs/concerns/removals/removal-proposal.ts",
  "subgraphs/concerns/requirements/requirement-due.ts",
  "subgraphs/concerns/requirements/requirement-lifecycle.ts",
  "subgraphs/concerns/panels/review-panel.ts",
  "subgraphs/concerns/reviews/posts.ts",
  "subgraphs/concerns/reviews/review-rules.ts",
  "subgraphs/concerns/speaking-up/speaking-up.ts",
  "subgraphs/concerns/merging/succession-moves.ts",
  "subgraphs/concerns/requirements/working-days.ts",
  "subgraphs/concerns/statistics/disclosure-control.ts",
  "subgraphs/concerns/statistics/figures.ts",
  "subgraphs/concerns/statistics/process-control.ts",
  "subgraphs/concerns/statistics/quarter.ts",
  "subgraphs/concerns/statistics/statistics-cube.ts",
  "subgraphs/concerns/statistics/statistics-lines.ts",
  "subgraphs/concerns/statistics/statistics-table.ts",
  "subgraphs/organisations/agreement-lifecycle.ts",
  "subgraphs/organisations/agreement-proposal.ts",
];

/** The words and the page of the policy, which rules are stated in. */
const pagesOfThePolicy: readonly string[] = [
  "authorisation/data-class.ts",
  "authorisation/policy.ts",
  "authorisation/relation.ts",
];

/** Readers, commands, loaders, migrations, what writes and reads the audit, and what opens, fills and measures databases. */
const sqlPlaces =
  /^(database\/|bench\/|hub\/prepare-databases\.ts$|audit\/(audit-sink|seal-entries|chain-reader)\.ts$|demonstration\/load-|schema\/migrations\/|subgraphs\/(idempotency|database-clock-reader|concerns\/lists-by-concern)\.ts$|subgraphs\/\w+\/([\w-]+\/)?((load|lock)-[\w-]+|[\w-]+-reader|[\w-]+-commands?|[\w-]+-import|upsert-rows|agreement-store|published-directory|report-concern|access-(index|basis|refresh)|change-feed)\.ts$)/;
/** `select 1` asks whether anybody is there, and for nothing else. */
const statement =
  /^\s*(select\s(?!1$)|insert\s+into\s|update\s+\w+\.|delete\s+from\s|with\s+(recursive\s+)?\w+\s*(\(\w+\)\s*)?as\s*\()/i;

const forbiddenNames: ReadonlySet<string> = new Set(["utils", "helpers", "common", "shared", "lib", "types"]);

const files = sourceFiles();

/** The frame of the subgraphs and each subgraph are parts of their own; below that, folders belong to their part. */
function partOf(file: string): string {
  const [first = "", second = ""] = file.split("/");
  const isNested = file.split("/").length > 2;
  if (first === "schema") return "schema/migrations";
  return first === "subgraphs" && isNested ? `${first}/${second}` : first;
}

const sources = files.filter(({ file }) => file.includes("/"));

function crossings({ file, imports }: SourceFile): Import[] {
  return imports.filter(({ to, own }) => own && partOf(to) !== partOf(file));
}

describe("the parts of the hub", () => {
  it("every source file belongs to a part that is written down", () => {
    const parts = new Set(sources.map(({ file }) => partOf(file)));
    expect([...parts].filter((part) => !(part in mayImport) && !roots.includes(part))).toEqual([]);
  });

  it.each(Object.entries(mayImport))("%s imports nothing but what it may", (part, allowed) => {
    const found = sources
      .filter(({ file }) => partOf(file) === part)
      .flatMap((source) =>
        crossings(source)
          .filter(
            ({ to, typeOnly }) =>
              !allowed.includes(partOf(to)) && !(typeOnly && allowed.includes(`${partOf(to)} (types)`)),
          )
          .map(({ to }) => `${source.file} imports ${to}`),
      );
    expect(found).toEqual([]);
  });

  it("nothing imports what puts the parts together", () => {
    const found = sources
      .filter(({ file }) => !roots.includes(partOf(file)))
      .flatMap((source) =>
        crossings(source)
          .filter(({ to }) => roots.includes(partOf(to)))
          .map(({ to }) => `${source.file} imports ${to}`),
      );
    expect(found).toEqual([]);
  });

  it("nothing but the scripts and the tests imports a script", () => {
    const found = sources.filter(
      ({ file, imports }) =>
        !["scripts", "test"].includes(partOf(file)) && imports.some(({ to, own }) => own && partOf(to) === "scripts"),
    );
    expect(found).toEqual([]);
  });

  it("nothing but the tests imports a test", () => {
    const found = sources.filter(
      ({ file, imports }) => partOf(file) !== "test" && imports.some(({ to, own }) => own && partOf(to) === "test"),
    );
    expect(found).toEqual([]);
  });

  it("no two folders import each other, by whichever way round", () => {
    const edges = new Map<string, Set<string>>();
    for (const source of sources)
      for (const { to } of crossings(source))
        edges.set(partOf(source.file), (edges.get(partOf(source.file)) ?? new Set()).add(partOf(to)));
    expect(cycleIn(edges)).toEqual([]);
  });
});

describe("packages", () => {
  it.each(Object.entries(packages))("%s needs nothing but %j and what comes with Node", (part, allowed) => {
    const found = sources
      .filter(({ file }) => partOf(file) === part)
      .flatMap(({ file, imports }) =>
        imports
          .filter(
            ({ to, own, typeOnly }) =>
              !own &&
              !to.startsWith("node:") &&
              !allowed.includes(to) &&
              !(typeOnly && allowed.includes(`${to} (types)`)),
          )
          .map(({ to }) => `${file} imports ${to}`),
      );
    expect(found).toEqual([]);
  });
});

describe("files", () => {
  it.each(domainFiles)("%s imports nothing but types, the policy and other rules of the trade", (name) => {
    const domain = files.find(({ file }) => file === name);
    const mayUse = [...domainFiles, ...pagesOfThePolicy];
    expect(domain?.imports.filter(({ to, typeOnly }) => !typeOnly && !mayUse.includes(to))).toEqual([]);
  });

  it("the policy itself needs nothing of the hub but its words", () => {
    const needed = files
      .filter(({ file }) => pagesOfThePolicy.includes(file))
      .flatMap(({ imports }) => imports.filter(({ own, typeOnly }) => own && !typeOnly));
    expect(needed).toEqual([]);
  });

  it("SQL stands in readers, commands, loaders, migrations, database/ and what writes and reads the audit, and nowhere else", () => {
    const found = sources
      .filter(({ file, texts }) => partOf(file) !== "test" && texts.some((text) => statement.test(text)))
      .map(({ file }) => file);
    expect(found.filter((file) => !sqlPlaces.test(file))).toEqual([]);
    expect(found.length).toBeGreaterThan(10);
  });

  it("no file does nothing but pass on what others export", () => {
    expect(files.filter(({ file }) => /(^|\/)index\.ts$/.test(file)).map(({ file }) => file)).toEqual([]);
  });
});

it("no folder has a name that says nothing", () => {
  const found = ownFolders().filter((folder) => forbiddenNames.has(folder.split("/").at(-1) ?? ""));
  expect(found).toEqual([]);
});

/** The folders of one cycle, in order; none where there is no cycle. */
function cycleIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const done = new Set<string>();
  const follow = (folder: string, path: readonly string[]): string[] => {
    const at = path.indexOf(folder);
    if (at >= 0) return [...path.slice(at), folder];
    if (done.has(folder)) return [];
    for (const next of edges.get(folder) ?? []) {
      const cycle = follow(next, [...path, folder]);
      if (cycle.length > 0) return cycle;
    }
    done.add(folder);
    return [];
  };
  return [...edges.keys()].map((folder) => follow(folder, [])).find((cycle) => cycle.length > 0) ?? [];
}
