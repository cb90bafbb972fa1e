/** Leaks in what commands answer and write: the writer reads the tables, and no mask stands between. */
import { leak, type PlantedLeak } from "./planted-leak.js";

const commands = "subgraphs/concerns/concern-command.ts";
const contributions = "subgraphs/concerns/intelligence/contribution-commands.ts";
const ofItsOwner =
  "return manager.findOneBy(ContributionRow, { id, concern: concern.key, owner: context.caller.organisation });";
const ofAnybody =
  'return manager.findOneBy(ContributionRow, { id, concern: concern.key, ...(context.today === "" && { owner: "" }) });';

export const leaksOfCommands: readonly PlantedLeak[] = [
  leak("a change of a hidden concern is forbidden, and of none is not found", [
    commands,
    "if (change === undefined) return refused(refusals.absent);",
    `if (change === undefined)
      return refused(
        (await manager.existsBy(ConcernRow, { id: input.id })) ? refusals.NOT_YOURS_TO_DO : refusals.absent,
      );`,
  ]),
  leak("a change of a hidden concern takes a statement more than one of none", [
    "subgraphs/concerns/lock-concerns.ts",
    'const access = standsOn("$3::date");',
    `const access = standsOn("$3::date");
  const there: unknown[] = await manager.query("select 1 from concerns.concern where id = any($1)", [known]);
  if (there.length === 0) return [];`,
  ]),
  leak("a change of a hidden panel is forbidden, and of none is not found", [
    "subgraphs/concerns/panels/panel-command.ts",
    "where p.id = $1 and a.organisation = $2 ${locking}",
    "where p.id = $1 and $2 <> '' ${locking}",
  ]),
  leak("a refusal repeats what state the concern is in", [
    commands,
    "if (refusal !== undefined) return refused(refusals[refusal], concern.id);",
    `if (refusal !== undefined)
      return refused(
        { ...refusals[refusal], message: \`\${refusals[refusal].message} It is \${concern.status}.\` },
        concern.id,
      );`,
  ]),
  leak("somebody's contribution is found by whoever names it", [contributions, ofItsOwner, ofAnybody]),
  leak(
    "somebody's contribution to a hidden concern leads to it",
    [
      "subgraphs/concerns/lock-concerns.ts",
      "where r.id = $1 and r.${own.owner} = $2 and c.id",
      "where r.id = $1 and $2 <> '' and c.id",
    ],
    [contributions, ofItsOwner, ofAnybody],
  ),
  leak("what is named of another concern is found", [
    "subgraphs/concerns/requirements/requirement-commands.ts",
    "manager.findOneBy(RequirementRow, { id, concern: concern.key })",
    "manager.findOneBy(RequirementRow, { id })",
  ]),
  leak("the key of a request is unique across organisations", [
    "subgraphs/idempotency.ts",
    "hashOf(JSON.stringify([caller.issuer, caller.subject, caller.organisation]))",
    "hashOf(JSON.stringify([caller.issuer]))",
  ]),
  leak("what others may not see moves the version", [
    commands,
    'if ("changes" in decision) await saveConcern(change, { ...decision.changes, ...statusAfter(command.action) });',
    'await saveConcern(change, { ...("changes" in decision ? decision.changes : {}), ...statusAfter(command.action) });',
  ]),
  leak("what belongs to certain bodies is noted for everybody who reads the concern", [
    "subgraphs/concerns/changes/change-rules.ts",
    "return belongs === undefined || audience.includes(organisation) ?",
    "return belongs === undefined || audience.length >= 0 ?",
  ]),
];
