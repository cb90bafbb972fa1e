/** Amends the facts of a concern. Who may know of it follows in the same transaction, as its facts decide. */
import { appendNote } from "../append-note.js";
import type { ConcernCommand } from "../concern-command.js";
import { relatedTo } from "../events/related-bodies-reader.js";
import { factProblems } from "../fact-rules.js";
import { refusals } from "../refusals.js";
import { countRemovalsUnderWay } from "../removals/removal-effect.js";
import type { AmendConcernInput } from "./amending-inputs.js";
import { amendableFacts, amendmentOf } from "./amendment.js";

export const amendConcern: ConcernCommand<AmendConcernInput> = {
  action: "amend",
  writes: [...amendableFacts, "internalNotes"],
  decide: async (change, input) => {
    const { manager, concern, context } = change;
    const changes = amendmentOf(concern, input);
    if (Object.keys(changes).length === 0) return { refused: refusals.nothingToAmend };
    // Universities are heard on a removal by what they are to the concern: another one was not heard.
    if ("educationProvider" in changes && (await countRemovalsUnderWay(manager, concern)) > 0)
      return { refused: refusals.REMOVAL_NOT_ENDED };

    const { identifiedOn, standards } = { ...concern, ...changes };
    // What stays was right in its day: only of standards another day may want others.
    const told = "identifiedOn" in changes ? { ...changes, standards } : changes;
    const [problem] = await factProblems(manager, told, {
      provider: concern.provider,
      noticedOn: identifiedOn ?? concern.raisedOn,
      reportedOn: concern.raisedOn,
    });
    if (problem !== undefined) return { refused: problem };
    const knewBefore = await relatedTo(manager, concern, context.today);
    await appendNote(change, input.reason);
    return {
      changes,
      wrote: [...Object.keys(changes), "internalNotes"],
      happened: [{ kind: "NOTE_ADDED" }, { kind: "FACTS_AMENDED", knewBefore }],
    };
  },
};
