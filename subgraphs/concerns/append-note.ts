/** A note that NHS England's team writes to itself on a concern. */
import { randomUUID } from "node:crypto";
import type { ConcernChange } from "./concern-change.js";
import { InternalNoteRow } from "./concern-tables.js";

export async function appendNote({ manager, concern, context }: ConcernChange, text: string): Promise<void> {
  const sequence = 1 + (await manager.countBy(InternalNoteRow, { concern: concern.key }));
  await manager.insert(InternalNoteRow, {
    id: randomUUID(),
    concern: concern.key,
    text,
    addedOn: context.today,
    byRole: context.caller.role,
    sequence,
  });
}
