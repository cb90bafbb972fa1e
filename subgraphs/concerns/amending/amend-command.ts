/** Amends the facts of a concern. Who may know of it follows in the same transaction, as its facts decide. */
import type { ConcernCommand } from "../concern-command.js";
import { refusals } from "../refusals.js";
import { factProblems } from "../report-rules.js";
import type { AmendConcernInput } from "./amending-inputs.js";
import { amendableFacts, amendmentOf } from "./amendment.js";

export const amendConcern: ConcernCommand<AmendConcernInput> = {
  action: "amend",
  writes: amendableFacts,
  decide: async ({ manager, context: { today }, concern }, input) => {
    const changes = amendmentOf(concern, input);
    if (Object.keys(changes).length === 0) return { refused: refusals.nothingToAmend };

    const amended = { ...concern, ...changes };
    const noticedOn = amended.identifiedOn ?? concern.raisedOn;
    // What stays was right in its day: only of standards another day may want others.
    const told = "identifiedOn" in changes ? { ...changes, standards: amended.standards } : changes;
    const [problem] = await factProblems(manager, told, { provider: concern.provider, noticedOn, today });
    if (problem !== undefined) return { refused: problem };
    return { changes, wrote: Object.keys(changes), happened: [{ kind: "FACTS_AMENDED" }] };
  },
};
