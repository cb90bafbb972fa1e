/**
 * Moves the open concerns of a dissolved provider, a hundred with each request and in one transaction: whoever has
 * more sends it again, and is told how many are left. What was moved is what the database says was moved.
 */
import { In, type EntityManager } from "typeorm";
import { existence } from "../../../authorisation/data-class.js";
import { unlocksOf } from "../../../authorisation/unlocks.js";
import { answerOnce } from "../../answer-once.js";
import type { CommandAnswer } from "../../idempotency.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import type { UserError } from "../../user-error.js";
import { refreshAccessOf } from "../access/access-index.js";
import { concernMutation } from "../concern-command.js";
import { ConcernRow } from "../concern-tables.js";
import { recordHappenings } from "../events/record-happenings.js";
import { organisationsByCode } from "../published-directory.js";
import type { MoveConcernsOfProviderInput } from "./move-inputs.js";
import { moveRefusals } from "./move-refusals.js";
import { keepHistory, moveConcern, placeAfter, planMove, type ProviderMove } from "./provider-move-commands.js";
import { mayMoveAll, movingStates } from "./succession-moves.js";

/** As many as are done well within the time that a request has. */
export const movedAtOnce = 100;

const { ofAll } = moveRefusals;

export function moveConcernsOfProvider(
  context: SubgraphContext,
  input: MoveConcernsOfProviderInput,
): Promise<CommandAnswer> {
  const mutation = { ...concernMutation, name: "moveConcernsOfProvider", input };
  return answerOnce(context, mutation, async (manager) => {
    const { caller } = context;
    const refused = (error: UserError) => ({ answer: { subject: null, userErrors: [error] }, writes: [] });
    if (!mayMoveAll(caller) || unlocksOf(caller)[existence].length === 0) return refused(ofAll.NOT_YOURS_TO_DO);

    const { provider, successor, reason } = input;
    const move = await planMove(manager, context, { provider, named: successor ?? null, reason });
    if ("refused" in move) return refused(ofAll[move.refused]);
    if ((await organisationsByCode(manager, [provider])).get(provider)?.open === true) return refused(ofAll.STILL_OPEN);

    const concerns = await lockOpenConcerns(manager, provider);
    await moveTogether(manager, context, concerns, move);
    const ids = concerns.map(({ id }) => id);
    return { answer: { subject: move.run, userErrors: [] }, writes: moveConcern.writes, ids };
  });
}

async function lockOpenConcerns(manager: EntityManager, provider: string): Promise<ConcernRow[]> {
  const rows: { key: string }[] = await manager.query(
    `select key from concerns.concern where provider = $1 and status = any($2) order by key limit $3 for update`,
    [provider, movingStates, movedAtOnce],
  );
  return manager.find(ConcernRow, { where: { key: In(rows.map(({ key }) => key)) }, order: { key: "ASC" } });
}

async function moveTogether(
  manager: EntityManager,
  context: SubgraphContext,
  concerns: readonly ConcernRow[],
  move: ProviderMove,
): Promise<void> {
  if (concerns.length === 0) return;
  const { today } = context;
  await keepHistory(manager, context, concerns, move);
  const moved = concerns.map((concern) => ({
    ...concern,
    ...placeAfter(concern, move),
    version: concern.version + 1,
    changedOn: today,
  }));
  await manager.query(
    `update concerns.concern c
     set provider = $3, region = $4, icb = $5, site = moved.site, version = c.version + 1, changed_on = $6
     from unnest($1::bigint[], $2::text[]) as moved (key, site) where c.key = moved.key`,
    [moved.map(({ key }) => key), moved.map(({ site }) => site), move.to.code, move.to.region, move.to.icb, today],
  );
  await refreshAccessOf(manager, moved, today);
  await recordHappenings(manager, moved, context, [{ kind: "PROVIDER_CHANGED" }]);
}
