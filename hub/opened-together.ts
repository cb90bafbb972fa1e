/**
 * Parts that are opened one after the other and closed in reverse order: when the whole is closed, and when it does
 * not come up. A part that fails to close does not keep the others open.
 */
import { HubError } from "../errors/hub-error.js";

export type OnClose = (end: () => Promise<unknown>) => void;

export interface Closable {
  close(): Promise<void>;
}

export async function openedTogether<Whole extends object>(
  open: (onClose: OnClose) => Promise<Whole>,
): Promise<Whole & Closable> {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const end of ends.splice(0).reverse()) await end().catch((failure: unknown) => failures.push(failure));
    if (failures.length > 0) throw new HubError("INTERNAL", {}, { cause: failures });
  };
  try {
    return { ...(await open((end) => ends.push(end))), close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}
