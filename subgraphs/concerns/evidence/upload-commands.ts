/** Files that were sent and are not evidence yet: noted when they come, taken once by whoever sent them, or forgotten. */
import type { EntityManager } from "typeorm";
import { callerDigest } from "../../idempotency.js";
import { idShape } from "../../records.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { UploadRow } from "./evidence-tables.js";

type Sender = Pick<SubgraphContext, "caller" | "hashOf">;
export type Upload = Omit<UploadRow, "sender">;

/** How long a file waits to be attached. */
const waits = "interval '1 hour'";

export async function noteUpload(manager: EntityManager, sender: Sender, upload: Upload): Promise<void> {
  await manager.insert(UploadRow, { ...upload, sender: callerDigest(sender) });
}

export interface WaitingUploads {
  readonly count: number;
  /** Seconds until the first of them is forgotten; 0 where there are none. */
  readonly untilFewer: number;
}

export async function waitingUploads(manager: EntityManager, sender: Sender): Promise<WaitingUploads> {
  const [waiting] = await manager.query<[WaitingUploads]>(
    `select count(*)::int as count,
       coalesce(ceil(extract(epoch from min(uploaded_at) + ${waits} - now())), 0)::int as "untilFewer"
     from concerns.upload where sender = $1 and uploaded_at > now() - ${waits}`,
    [callerDigest(sender)],
  );
  return waiting;
}

/** The upload, which is nobody's from now on; undefined where this caller has sent no such one in time. */
export async function takeUpload(manager: EntityManager, sender: Sender, id: string): Promise<Upload | undefined> {
  if (!idShape.test(id)) return undefined;
  const [taken]: [Upload[], number] = await manager.query(
    `delete from concerns.upload where id = $1 and sender = $2 and uploaded_at > now() - ${waits}
     returning id, name, media_type as "mediaType", size, sha256`,
    [id, callerDigest(sender)],
  );
  return taken[0];
}

/** Names of the content of uploads that nobody attached in time; what is told here is kept by nobody. */
export async function forgetUploads(manager: EntityManager): Promise<string[]> {
  const [forgotten]: [{ id: string }[], number] = await manager.query(
    `delete from concerns.upload where uploaded_at <= now() - ${waits} returning id`,
  );
  return forgotten.map(({ id }) => id);
}
