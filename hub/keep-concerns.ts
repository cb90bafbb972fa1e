/** What goes on beside the requests where the concerns are at home: access, reminders, deliveries and files. */
import type { Log } from "../database/start-refusal.js";
import { openPatientWriterSource } from "../database/writer-source.js";
import { concernsTables } from "../subgraphs/concerns/every-table.js";
import { keepAccess } from "./access-upkeep.js";
import { keepDelivering, type Delivering } from "./delivering.js";
import { contentStoreIn } from "./evidence-files.js";
import { keepEvidence } from "./evidence-upkeep.js";
import { openedTogether, type Closable } from "./opened-together.js";
import { keepReminding } from "./reminding.js";

export interface ConcernsUpkeep extends Omit<Delivering, "pause"> {
  readonly log: Log;
  readonly stopping?: AbortSignal | undefined;
}

/** Resolves when the access index is what the directory says. */
export function keepConcerns({ stopping, ...delivering }: ConcernsUpkeep): Promise<Closable> {
  const { settings, url, logger, log } = delivering;
  return openedTogether(async (onClose) => {
    const writer = await openPatientWriterSource(settings, url, concernsTables);
    onClose(() => writer.destroy());
    const keep = ({ close }: Closable): void => {
      onClose(close);
    };
    keep(await keepAccess(writer, { logger, log, stopping }));
    keep(keepReminding(writer, logger));
    keep(keepDelivering(delivering));
    keep(keepEvidence(writer, contentStoreIn(settings), logger));
    return {};
  });
}
