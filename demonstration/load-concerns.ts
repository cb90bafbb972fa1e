/**
 * Stores the first so many concerns of the demonstration. Each batch is one transaction, and concerns come in one
 * order, so a load that was stopped has stored a beginning of them, and the next load goes on from there. A batch is made
 * while the one before it is stored, and memory holds the two, however many concerns there are.
 */
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import type { Bodies } from "../authorisation/relations-of.js";
import type { IdentitySealKey } from "../subgraphs/concerns/speaking-up/identity-seal.js";
import { sealIdentity } from "../subgraphs/concerns/speaking-up/identity-seal.js";
import { inTransaction } from "../subgraphs/organisations/in-transaction.js";
import type { DemonstrationConcern } from "./demonstration-concern.js";
import { concernIdentifiers } from "./demonstration-identifiers.js";
import * as targets from "./demonstration-tables.js";
import type { CopyTarget } from "./copy-target.js";
import { generateConcern } from "./generate-concern.js";
import type { Demonstration } from "./generate-concern.js";
import { pastOf, type RecordedPast } from "./past-of-a-concern.js";
import { formerAccessTarget, versionTarget } from "./past-tables.js";
import { messagesOf } from "./plan-messages.js";

export interface ConcernLoad {
  readonly demonstration: Demonstration;
  readonly concerns: number;
  readonly bodies: Bodies;
  readonly identityKey: IdentitySealKey;
  /** After each batch, with how many concerns are stored. */
  readonly onProgress: (stored: number, concerns: number) => void;
}

export interface ConcernLoadCounts {
  readonly alreadyThere: number;
  readonly added: number;
  readonly accessRows: number;
}

const batchSize = 1_000;
/** So many come with the versions that they replaced; of the others, there for their number, the last version is all. */
const withTheirPast = 2_000;
/** Lines go to the server in pieces of about this many characters. */
const pieceLength = 64 * 1024;

export async function loadDemonstrationConcerns(client: Client, load: ConcernLoad): Promise<ConcernLoadCounts> {
  const alreadyThere = Math.min(await storedSoFar(client, load), load.concerns);
  let accessRows = 0;
  let following = makeBatch(load, alreadyThere);
  for (let first = alreadyThere; first < load.concerns; first += batchSize) {
    const batch = await following;
    following = makeBatch(load, first + batchSize);
    accessRows += await inTransaction(client, () => storeBatch(client, load, first, batch));
    load.onProgress(first + batch.length, load.concerns);
  }
  return { alreadyThere, added: load.concerns - alreadyThere, accessRows };
}

/** Found by halving, since what is stored is a beginning: about as many look-ups as the number has binary digits. */
async function storedSoFar(client: Client, { demonstration, concerns }: ConcernLoad): Promise<number> {
  const isStored = async (index: number) => {
    const { key } = concernIdentifiers(demonstration.seed, index);
    const found = await client.query("select from concerns.concern where key = $1", [key]);
    return found.rows.length > 0;
  };
  let [stored, notStored] = [0, concerns];
  while (stored < notStored) {
    const middle = Math.floor((stored + notStored) / 2);
    if (await isStored(middle)) stored = middle + 1;
    else notStored = middle;
  }
  return stored;
}

/** Lets what the server waits for go out between two concerns. */
async function makeBatch({ demonstration, concerns }: ConcernLoad, first: number): Promise<DemonstrationConcern[]> {
  const batch: DemonstrationConcern[] = [];
  for (let index = first; index < Math.min(first + batchSize, concerns); index += 1) {
    batch.push(generateConcern(demonstration, index));
    await setImmediate();
  }
  return batch;
}

/** Concerns first, then what belongs to them. */
async function storeBatch(
  client: Client,
  load: ConcernLoad,
  first: number,
  batch: readonly DemonstrationConcern[],
): Promise<number> {
  // The limit on a statement is for requests; these wait for the next batch as well, which is being made.
  await client.query("set local statement_timeout = 0");
  const { bodies, identityKey, demonstration } = load;
  const { lastDay } = demonstration;
  const known = batch.map((made, index) => {
    const past = pastOf(made, { bodies, lastDay, withVersions: first + index < withTheirPast });
    return { made, past, access: accessRows(made.concern, past.access) };
  });
  type Known = (typeof known)[number];
  const copyEach = <Row>(target: CopyTarget<Row>, rowsOf: (one: Known) => readonly Row[]): Promise<void> =>
    copy(client, target, known.flatMap(rowsOf));
  await copyEach(targets.concernTarget, ({ made }) => [made.concern]);
  const access = known.flatMap((one) => one.access).sort(byOrganisation);
  await copy(client, targets.accessTarget, access);
  await copyEach(formerAccessTarget, ({ past }) => past.formerAccess);
  await copyEach(versionTarget, ({ past }) => past.formerVersions);
  await copyEach(targets.messageTarget, (one) => messagesOf(one.made, one.access, lastDay));
  await copyEach(targets.categoryChangeTarget, ({ made }) => made.categoryChanges);
  await copyEach(targets.reviewTarget, ({ past }) => past.reviews);
  await copyEach(targets.requirementTarget, ({ past }) => past.requirements);
  await copyEach(targets.conditionTarget, ({ made }) => made.conditions);
  await copyEach(targets.responseTarget, ({ made }) => made.responses);
  await copyEach(targets.progressTarget, ({ made }) => made.progress);
  await copyEach(targets.noteTarget, ({ made }) => made.notes);
  await copyEach(targets.contributionTarget, ({ made }) => made.contributions);
  await copyEach(targets.regulatorCaseTarget, ({ made }) => made.regulatorCases);
  await copyEach(targets.eventTarget, ({ made }) => made.events);
  await copyEach(targets.reporterTarget, ({ made }) => sealedReporter(made, identityKey));
  return access.length;
}

async function copy<Row>(client: Client, target: CopyTarget<Row>, rows: Iterable<Row>): Promise<void> {
  await pipeline(Readable.from(pieces(target, rows)), client.query(copyFrom(target.statement)));
}

function* pieces<Row>(target: CopyTarget<Row>, rows: Iterable<Row>): Generator<Buffer> {
  let piece = "";
  for (const row of rows) {
    piece += target.line(row);
    if (piece.length < pieceLength) continue;
    yield Buffer.from(piece);
    piece = "";
  }
  if (piece !== "") yield Buffer.from(piece);
}

function accessRows({ key }: DemonstrationConcern["concern"], rows: RecordedPast["access"]) {
  return rows.map((row) => ({ ...row, relations: [...row.relations], concern: key }));
}

/** The index's own indexes begin with the organisation: in this order they take half the time. */
function byOrganisation(one: { readonly organisation: string }, other: { readonly organisation: string }): number {
  return one.organisation < other.organisation ? -1 : Number(one.organisation > other.organisation);
}

function sealedReporter({ concern, reporter }: DemonstrationConcern, key: IdentitySealKey) {
  return reporter === null ? [] : [{ concern: concern.key, ...sealIdentity(reporter, key, concern.id) }];
}
