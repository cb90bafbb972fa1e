/**
 * Seals the audit of a database behind those who write to it, from a few seconds after the start on, and opens it for
 * the commands that verify it.
 */
import type { ClientBase } from "pg";
import type { Logger } from "pino";
import { createSealer, type SealerOptions } from "../audit/seal-entries.js";
import { openSealerPool } from "../database/pools.js";
import type { Settings } from "../settings/structured-settings.js";
import { againAndAgain } from "./again-and-again.js";
import type { Closable } from "./opened-together.js";

export interface Sealing extends SealerOptions {
  readonly settings: Settings;
  readonly url: string;
  readonly logger: Logger;
  /** Milliseconds between two looks at what was written. */
  readonly pause?: number;
}

const usualPause = 1_000;
const failure = "the audit was not sealed; another try follows";

export function keepSealing({ settings, url, logger, pause = usualPause, ...options }: Sealing): Closable {
  const pool = openSealerPool(settings, url, (line) => {
    logger.warn(line);
  });
  const sealer = createSealer(pool, settings.auditKeys, options);
  const loop = againAndAgain({ logger, pause, failure }, async (closing) => {
    while (!closing.aborted && (await sealer.seal()) === "MORE");
  });
  return {
    close: async () => {
      await loop.close();
      await pool.end();
    },
  };
}

/** For commands: on a connection of its own, as the sealer of the database at the address, without limits of time. */
export async function withSealer<Value>(
  settings: Settings,
  url: string,
  work: (client: ClientBase) => Promise<Value>,
): Promise<Value> {
  const pool = openSealerPool(settings, url, () => undefined, { query_timeout: 0 });
  try {
    const client = await pool.connect();
    try {
      await client.query("set statement_timeout = 0; set idle_in_transaction_session_timeout = '10min'");
      return await work(client);
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}
