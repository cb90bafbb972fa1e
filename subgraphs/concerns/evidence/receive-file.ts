/**
 * Takes a file in for a caller who may attach it later: sealed and durable on disk first, then noted in one transaction
 * with its audit entry. What is not of a type on the list, or not what it says it is, does not stay.
 */
import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import type { AuditSink } from "../../../audit/audit-sink.js";
import { HubError } from "../../../errors/hub-error.js";
import { auditEntryOf } from "../../request-facts.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { TooLarge, type ContentStore, type KeptContent } from "./content-store.js";
import { maySendFiles } from "./evidence-lifecycle.js";
import { fileName, fileTypeOf, isOfType, mostFileBytes, mostWaitingUploads, type FileType } from "./file-rules.js";
import { noteUpload, waitingUploads } from "./upload-commands.js";

export interface SentFile {
  readonly mediaType: string;
  readonly name: string;
  readonly content: Readable;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

export interface ReceivedFile {
  readonly upload: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export interface FileReceiving {
  readonly store: ContentStore;
  readonly audit: AuditSink;
}

const problems = {
  type: "The file is not of a type that is taken.",
  content: "The content of the file is not what its type says.",
  empty: "The file is empty.",
} as const;
const waitingFiles = "waitingFiles";

/** Rejects with the refusal, once it is in the audit. */
export async function receiveFile(
  context: SubgraphContext,
  { store, audit }: FileReceiving,
  { mediaType, name, content, signal }: SentFile,
): Promise<ReceivedFile> {
  const refuse = async (error: HubError, because: string): Promise<never> => {
    await audit.record(auditEntryOf(context, "REFUSED", [], because));
    throw error;
  };
  if (!maySendFiles(context.caller.role)) return refuse(new HubError("FORBIDDEN"), "FORBIDDEN");
  const type = fileTypeOf(mediaType);
  if (type === undefined) return refuse(invalid("type"), problems.type);

  const upload = randomUUID();
  const kept = await keep(store, upload, content);
  if (kept === undefined)
    return refuse(new HubError("LIMIT_EXCEEDED", { limit: "fileBytes", most: mostFileBytes }), "fileBytes");
  const problem = problemWith(type, kept);
  if (problem !== undefined) {
    await store.remove(upload);
    return refuse(invalid(problem), problems[problem]);
  }
  const { size, sha256 } = kept;
  const file = { name: fileName(name, type), mediaType: type.mediaType, size, sha256 };
  try {
    // Who has left does not learn what to attach it by, and would have one file less to send for an hour.
    if (signal.aborted) {
      await audit.record(auditEntryOf(context, "FAILED", []));
      throw new HubError("UNAVAILABLE");
    }
    const tooMany = await context.commands.run(async (manager) => {
      const { count, untilFewer } = await waitingUploads(manager, context);
      if (count >= mostWaitingUploads)
        return { value: { retryAfter: untilFewer }, audit: auditEntryOf(context, "REFUSED", [], waitingFiles) };
      await noteUpload(manager, context, { id: upload, ...file });
      const records = [{ type: "Upload", ids: [upload], fields: ["content"], redacted: [] }];
      return { value: undefined, audit: auditEntryOf(context, "CHANGED", records) };
    });
    if (tooMany !== undefined)
      throw new HubError("LIMIT_EXCEEDED", { limit: waitingFiles, most: mostWaitingUploads, ...tooMany });
  } catch (error) {
    await store.remove(upload);
    throw error;
  }
  return { upload, ...file };
}

async function keep(store: ContentStore, upload: string, content: Readable): Promise<KeptContent | undefined> {
  try {
    return await store.keep(upload, content, mostFileBytes);
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

function problemWith(type: FileType, kept: KeptContent): "empty" | "content" | undefined {
  if (kept.size === 0) return "empty";
  return isOfType(type, kept) ? undefined : "content";
}

function invalid(problem: keyof typeof problems): HubError {
  return new HubError("BAD_USER_INPUT", { problem: problems[problem] });
}
