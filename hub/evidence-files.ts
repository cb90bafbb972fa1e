/**
 * Evidence files of the concerns in a database: taken in by the concerns subgraph, and fetched through its executor, so
 * that verification, guard and audit are those of the graph.
 */
import path from "node:path";
import type { Logger } from "pino";
import { HubError } from "../errors/hub-error.js";
import type { FileExchange } from "../endpoint/file-exchange.js";
import type { Settings } from "../settings/structured-settings.js";
import { createContentStore, type ContentStore } from "../subgraphs/concerns/evidence/content-store.js";
import { downloadDocument, downloadOperation, fileAllowed } from "../subgraphs/concerns/evidence/file-download.js";
import { receiveFile } from "../subgraphs/concerns/evidence/receive-file.js";
import { maskErrors } from "../subgraphs/masked-error.js";
import { contextOf } from "../subgraphs/request-context.js";
import { contextDependencies, executorOf, type HubDatabase } from "./subgraph-runtime.js";

export function contentStoreIn({ dataDirectory, identityKeys }: Settings): ContentStore {
  return createContentStore(path.join(dataDirectory, "files"), identityKeys);
}

export function evidenceFiles(database: HubDatabase, settings: Settings, logger: Logger): FileExchange {
  const store = contentStoreIn(settings);
  const execute = executorOf("concerns", database, settings, logger);
  const dependencies = contextDependencies(database, settings);
  const orHubError =
    (requestId: string) =>
    (error: unknown): never => {
      const [masked] = maskErrors([error], requestId, (cause) => {
        logger.error({ err: cause, requestId }, "a file was not exchanged");
      });
      throw hubErrorOf(masked?.extensions);
    };

  return {
    receive: async ({ authorization, purpose, requestId, ...file }) => {
      const request = {
        authorization,
        purpose,
        requestId,
        document: "POST /files",
        operationName: "SendFile",
        variables: {},
      };
      const received = async () => {
        const context = await contextOf("concerns", dependencies, request);
        return receiveFile(context, { store, audit: database.audit }, file);
      };
      return received().catch(orHubError(requestId));
    },
    fetch: async ({ id, signal, ...call }) => {
      const fetched = async () => {
        const reply = await execute({
          ...call,
          signal,
          document: downloadDocument,
          operationName: downloadOperation,
          variables: { id },
        });
        const [failure] = reply.errors ?? [];
        if (failure !== undefined) throw hubErrorOf(failure.extensions);
        const allowed = fileAllowed(reply.data);
        if (allowed === undefined) throw new HubError("NOT_FOUND");
        const content = await store.open(allowed.contentKey);
        if (content === undefined) throw new HubError("INTERNAL", {}, { cause: "the content of a file is missing" });
        signal.addEventListener("abort", () => content.destroy(), { once: true });
        if (signal.aborted) {
          content.destroy();
          throw new HubError("UNAVAILABLE");
        }
        return { ...allowed, content };
      };
      return fetched().catch(orHubError(call.requestId));
    },
    close: () => Promise.resolve(),
  };
}

function hubErrorOf(extensions: Readonly<Record<string, unknown>> = {}): HubError {
  const { code, ...details } = extensions;
  return new HubError((code as HubError["code"] | undefined) ?? "INTERNAL", details);
}
