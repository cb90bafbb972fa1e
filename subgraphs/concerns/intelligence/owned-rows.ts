/**
 * Whose word it is who reads a row that a body owns: its own, and that of no other. SQL over `r`, the row. What
 * else an owner's word may be is one more alternative here.
 */
import { acting } from "../../../database/view-settings.js";

const ownersWord: readonly string[] = [`${acting} = r.owner`, `${acting} = any(r.shared_with)`];

/** Whether the owner lets the organisation that asks read the row. */
export const ownersAudience = ownersWord.join(" or ");

/** Whom else the owner lets read it, which is nobody's business but the owner's. */
export const sharedWithForTheOwner = `case when ${acting} = r.owner then r.shared_with end`;
