/**
 * Whose word it is who reads a row that a body owns: its own, and that of no other. SQL over `r`, the row, and `a`, the
 * row of the access index of whoever asks. What else an owner's word may be is one more
 * alternative here.
 */
const ownersWord: readonly string[] = ["a.organisation = r.owner", "a.organisation = any(r.shared_with)"];

/** Whether the owner lets the organisation that asks read the row. */
export const ownersAudience = ownersWord.join(" or ");

/** Whom else the owner lets read it, which is nobody's business but the owner's. */
export const sharedWithForTheOwner = "case when a.organisation = r.owner then r.shared_with end";
