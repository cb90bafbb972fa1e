/** Sharing a concern under the Emerging Concerns Protocol, and withdrawing a share: access follows in the same step. */
import { randomUUID } from "node:crypto";
import { addDays } from "../../calendar-day.js";
import { idShape } from "../../records.js";
import { refreshAccess } from "../access/access-index.js";
import { protocolLimits } from "../casework-references.js";
import type { ConcernCommand } from "../concern-command.js";
import { ConcernShareRow } from "../concern-tables.js";
import { mayWithdraw, shareRefusal } from "./protocol-share.js";
import { protocolParties } from "../published-directory.js";
import { refusals } from "../refusals.js";
import { classesOf, openedByShare, readableToSharer } from "./what-a-share-opens.js";
import type { ShareConcernInput, WithdrawShareInput } from "./sharing-inputs.js";

export const shareConcern: ConcernCommand<ShareConcernInput> = {
  action: "share",
  writes: ["shares"],
  decide: async (change, { organisation, dataClasses, until, reason }) => {
    const { manager, concern, context, acting } = change;
    const proposal = {
      sharedBy: context.caller.organisation,
      sharedWith: organisation,
      classes: dataClasses,
      from: context.today,
      until,
      reason,
    };
    const parties = await protocolParties(manager);
    const lastDay = addDays(context.today, protocolLimits().longestShareDays);
    const readable = readableToSharer(context.caller, acting.relations);
    const refusal = shareRefusal(proposal, { mayPassOn: classesOf(readable) }, parties, lastDay);
    if (refusal !== undefined) return { refused: refusals[refusal] };
    const id = randomUUID();
    await manager.insert(ConcernShareRow, {
      id,
      concern: concern.key,
      organisation,
      sharedBy: proposal.sharedBy,
      classes: [...new Set(dataClasses)].sort(),
      compartments: openedByShare(dataClasses, readable),
      reason,
      sharedOn: context.today,
      until,
      withdrawnOn: null,
    });
    await refreshAccess(manager, concern, context.today);
    const audience = [organisation, proposal.sharedBy];
    return { appended: true, happened: [{ kind: "SHARED", record: id, named: [organisation], audience }] };
  },
};

export const withdrawShare: ConcernCommand<WithdrawShareInput> = {
  action: "withdrawShare",
  writes: ["shares"],
  ownRecord: ({ shareId: id }) => ({ table: "concerns.concern_share", owner: "shared_by", id }),
  decide: async (change, { shareId }) => {
    const { manager, concern, context, acting } = change;
    const share = idShape.test(shareId)
      ? await manager.findOneBy(ConcernShareRow, { id: shareId, concern: concern.key })
      : null;
    const organisation = context.caller.organisation;
    // Whoever may neither see nor withdraw it is told what a share that never was is told.
    if (share === null || !mayWithdraw(share, { organisation, relations: acting.relations }))
      return { refused: refusals.noShare };
    if (share.withdrawnOn !== null) return { refused: refusals.shareWithdrawn };
    await manager.update(ConcernShareRow, { id: share.id }, { withdrawnOn: context.today });
    await refreshAccess(manager, concern, context.today);
    const [named, audience] = [[share.organisation], [share.organisation, share.sharedBy]];
    return { appended: true, happened: [{ kind: "SHARE_WITHDRAWN", record: share.id, named, audience }] };
  },
};
