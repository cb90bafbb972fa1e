/** Leaks in the masks of the database, the guard, the readers and their lists. */
import { leak, type PlantedLeak } from "./planted-leak.js";

const masks = "database/masked-view.ts";
const persons = "database/held-by-a-person.ts";
/** What is of another class is of another schema, for which the supergraph is composed again. */
const composedAgain = [
  "gateway/attestation.ts",
  "if (attestation.sdlHash !== sdlHashes[subgraph]) {",
  "if (false) {",
] as const;
const concerns = "subgraphs/concerns/concern-reader.ts";
const concern = "subgraphs/concerns/concern.ts";
const removals = "subgraphs/concerns/removals/removal-rows.ts";
const inboxes = "database/inbox-views.ts";

const ofTheMasks: readonly PlantedLeak[] = [
  leak("a filter finds words of a narrative that is masked nowhere but in the graph", [
    masks,
    "return `case when ${shown} then ${expression} end`;",
    "return expression === 'r.narrative' ? expression : `case when ${shown} then ${expression} end`;",
  ]),
  leak(
    "the guard and the mask both forget one field",
    [
      masks,
      "return `case when ${shown} then ${expression} end`;",
      "return expression === 'r.outcome_reason' ? expression : `case when ${shown} then ${expression} end`;",
    ],
    [
      "authorisation/guard.ts",
      "if (!standing.readable.has(compartment)) {",
      'if (!standing.readable.has(compartment) && name !== "declineReason") {',
    ],
  ),
  leak("small counts are shown", [masks, "(${expression} >= ${suppressed.below} or", "(${expression} >= 1 or"]),
  leak("rows that are somebody's are everybody's", [
    masks,
    "`${sql} or ${isUnlocked(otherwise, index)}`",
    "`true or ${sql} or ${isUnlocked(otherwise, index)}`",
  ]),
  leak("events of certain bodies are told to all who read their class", [
    masks,
    'isUnlockedBy("r.compartment", index)} and (${where})`',
    'isUnlockedBy("r.compartment", index)} and (true or ${where})`',
  ]),
  leak("events are told whatever class they are of", [
    masks,
    'then ${one === existence ? "true" : isUnlocked(one, index)}`',
    "then true`",
  ]),
  leak("whoever may not know of a concern reads it as its region does", [
    masks,
    "`where ${isOfReader} and ${index.isShown}`",
    "`where (a.organisation = current_setting('hub.organisation', true) or 'REGIONAL' = any(a.relations) and not exists (select from ${index.table} o where o.${index.key} = a.${index.key} and o.organisation = current_setting('hub.organisation', true))) and ${index.isShown}`",
  ]),
  leak("a share opens what it does not name", [
    masks,
    "select unnest(s.compartments) from",
    "select unnest('{NARRATIVE,NARRATIVE:released,MANAGEMENT}'::text[]) from",
  ]),
  leak(
    "concerns are counted for a role that may read none",
    ["database/caller-settings.ts", 'unlocks[existence].length > 0 ? caller.organisation : ""', "caller.organisation"],
    [concerns, "return rows.map((row) =>", 'return rows.filter(() => context.caller.role !== "ANALYST").map((row) =>'],
    [concerns, "for (const row of rows) pages", 'if (context.caller.role !== "ANALYST") for (const row of rows) pages'],
    [
      concerns,
      "return new Map(rows.map((row) => [String",
      'return new Map((context.caller.role === "ANALYST" ? [] : rows).map((row) => [String',
    ],
  ),
  leak("a case-holder reads who spoke up without a reveal", [
    persons,
    "(${spokeOpenly} or ${openReveal} is not null)",
    "(true or ${spokeOpenly} or ${openReveal} is not null)",
  ]),
];

const ofTheRecords: readonly PlantedLeak[] = [
  leak("a list is in the order of a hidden date", [
    concern,
    'raised_order: { compartment: existence, sql: "a.raised_order" }',
    'raised_order: { compartment: existence, sql: "r.raised_on" }',
  ]),
  leak("a filter finds by a hidden date", [
    concern,
    'changed_order: { compartment: existence, sql: "a.changed_order" }',
    'changed_order: { compartment: existence, sql: "r.changed_on" }',
  ]),
  leak("a filter finds by a hidden fact", [
    concern,
    'removal_in_force: {\n        compartment: "OPERATIONAL",',
    "removal_in_force: {\n        compartment: existence,",
  ]),
  leak("a group is made by a field of the wrong class", composedAgain, [
    concern,
    '@Classified(() => [ThemeScalar], "OPERATIONAL", {',
    '@Classified(() => [ThemeScalar], "OPERATIONAL:headline", {',
  ]),
  leak("a figure adds up a field of the wrong class", composedAgain, [
    concern,
    '@Classified(() => ConcernStatus, "OPERATIONAL", {',
    '@Classified(() => ConcernStatus, "OPERATIONAL:headline", {',
  ]),
  leak("progress is told in full where it is to be told in brief", composedAgain, [
    "subgraphs/concerns/progress-update.ts",
    '@Classified(() => String, "MANAGEMENT", { description: "The whole account."',
    '@Classified(() => String, "MANAGEMENT:summary", { description: "The whole account."',
  ]),
  leak("what a requirement says is of the class of its dates", composedAgain, [
    "subgraphs/concerns/requirements/requirement.ts",
    '@Classified(() => String, "MANAGEMENT:summary", { description: "What is required.", column: {} })',
    '@Classified(() => String, "OPERATIONAL", { description: "What is required.", column: {} })',
  ]),
  leak("files that are kept from the provider are listed", [
    "subgraphs/concerns/evidence/evidence.ts",
    'sql: `r.released_on is not null and ${isUnlocked("NARRATIVE:evidence")}`',
    'sql: "true"',
  ]),
  leak("shares between others are listed", [
    "subgraphs/concerns/sharing/share.ts",
    "sql: `${acting} in (r.organisation, r.shared_by)`",
    'sql: "true"',
  ]),
  leak("cases that a regulator has not published are listed", [
    "subgraphs/concerns/regulator-cases/regulator-case.ts",
    'sql: "r.published_by_regulator"',
    'sql: "true"',
  ]),
  leak("what a body contributed is read by others", [
    "subgraphs/concerns/intelligence/owned-rows.ts",
    'export const ownersAudience = ownersWord.join(" or ");',
    'export const ownersAudience = "true";',
  ]),
  leak("with whom else a body shares is told to those it shares with", [
    "subgraphs/concerns/intelligence/owned-rows.ts",
    "`case when ${acting} = r.owner then r.shared_with end`",
    '"r.shared_with"',
  ]),
  leak("removals that are not decided are listed", [
    removals,
    "return `(${removal}.decided_on is not null or (${wasAsked}))`;",
    "return `(${removal}.decided_on is not null or true or (${wasAsked}))`;",
  ]),
  leak("a university counts the learners of others", [
    removals,
    "return `(not 'EDUCATION_PROVIDER' = any(a.relations) or ${column} = a.organisation)`;",
    "return `(true or ${column} = a.organisation)`;",
  ]),
];

const ofTheLists: readonly PlantedLeak[] = [
  leak("a cursor is taken from whoever has one", [
    "subgraphs/cursor.ts",
    "JSON.stringify([caller.issuer, caller.subject, caller.organisation, caller.role, scope])",
    "JSON.stringify([scope])",
  ]),
  leak(
    "a cursor holds how many events came before, hidden ones among them",
    [
      "subgraphs/concerns/events/timeline-reader.ts",
      "select ${entries.select(entries.fields)} from",
      "select ${entries.select(entries.fields)}, v.sequence from",
    ],
    [
      "subgraphs/concerns/events/timeline-resolver.ts",
      'cursors.seal({ value: event.id, key: "" })',
      "cursors.seal({ value: event.id, key: String((event as unknown as { sequence: number }).sequence) })",
    ],
  ),
  leak("a loader remembers rows for whoever asks next", [
    "subgraphs/concerns/lists-by-concern.ts",
    "    const rows = await context.database.readByIndex<Row>(\n      `select ${columns} from ${records.view} v where v.${column} = any($1) order by ${order}`,\n      [parents],\n    );",
    `    const key = JSON.stringify([records.view, parents]);
    const memories = globalThis as { memories?: WeakMap<object, Map<string, Row[]>> };
    const ofAllHubs = (memories.memories ??= new WeakMap());
    const memory = ofAllHubs.get(context.commands) ?? new Map<string, Row[]>();
    ofAllHubs.set(context.commands, memory);
    const known = records.view === "concerns.visible_share" ? memory.get(key) : undefined;
    const rows = known ?? await context.database.readByIndex<Row>(
      \`select \${columns} from \${records.view} v where v.\${column} = any($1) order by \${order}\`,
      [parents],
    );
    if (known === undefined) memory.set(key, rows);
    else memory.delete(key);`,
  ]),
  leak("messages go to every role of an organisation", [
    inboxes,
    "where m.organisation = ${organisation} and m.role = ${role}) m`",
    "where m.organisation = ${organisation}) m`",
  ]),
  leak(
    "messages are counted before those of other roles are left out",
    [inboxes, "select m.id, m.relations, m.kind, m.told_on,", "select m.id, m.relations, m.role, m.kind, m.told_on,"],
    [inboxes, "select m.id, m.kind, m.told_on, m.read_on,", "select m.id, m.role, m.kind, m.told_on, m.read_on,"],
    [
      inboxes,
      "where m.organisation = ${organisation} and m.role = ${role}) m`",
      "where m.organisation = ${organisation}) m`",
    ],
    [
      "subgraphs/concerns/inbox/inbox-reader.ts",
      "where (not $1 or not v.is_read) and (",
      "where v.role = current_setting('hub.role', true) and (not $1 or not v.is_read) and (",
    ],
  ),
  leak("an executive reads what other organisations did", [
    "database/access-log-views.ts",
    'const own = `e.organisation = ${acting} and ${opens("AUDIT:people", "ACTOR")}',
    'const own = `${opens("AUDIT:people", "ACTOR")}',
  ]),
  leak("a concern tells that a duplicate of it is hidden", [
    masks,
    "and a.organisation = ${acting} and ${isLive})`",
    "and ${isLive})`",
  ]),
];

export const leaksOfReading: readonly PlantedLeak[] = [...ofTheMasks, ...ofTheRecords, ...ofTheLists];
