/** What follows from the decision to remove learners: notices, places to go, and the day on which they go. */
import { databaseNow } from "../../database-clock-reader.js";
import { learnerRemoval } from "../casework-references.js";
import type { ConcernCommand } from "../concern-command.js";
import { organisationsByCode } from "../published-directory.js";
import { learnersWithoutPlace, relocationRefusal, type RelocationPlan } from "./learner-relocation.js";
import {
  nextRemovalReviewOn,
  noticeRefusal,
  outstandingNotices,
  startRefusal,
  type Notice,
} from "./learner-removal.js";
import { hanging, onRemoval, saveRemoval, type RemovalChange } from "./removal-change.js";
import type { RecordRelocationInput, RecordRemovalNoticeInput, StartRemovalInput } from "./removal-inputs.js";
import { removalRefusals } from "./removal-refusals.js";
import { RelocationRow, RemovalNoticeRow, RemovedLearnersRow } from "./removal-tables.js";

export const recordRemovalNotice: ConcernCommand<RecordRemovalNoticeInput> = {
  action: "recordRemovalNotice",
  writes: ["removals.notices"],
  decide: onRemoval(
    () => "recordNotice",
    async (change, { told, notApplicable, toldAt }) => {
      const { manager, removal } = change;
      const now = await databaseNow(manager);
      const notice: Notice = { told, isNotApplicable: notApplicable ?? false };
      const refusal = noticeRefusal(notice, learnerRemoval());
      if (refusal !== undefined) return { refused: removalRefusals[refusal] };
      if ((toldAt ?? now) > now) return { refused: removalRefusals.toldInTheFuture };

      const before = await noticesOf(change);
      await manager.insert(RemovalNoticeRow, {
        ...hanging(change),
        told,
        notApplicable: notice.isNotApplicable,
        toldAt: toldAt ?? now,
        sequence: before.length + 1,
      });
      const happened = [{ kind: "REMOVAL_NOTICE_GIVEN", record: removal.id }] as const;
      const isLast = outstandingNotices([...before, notice], learnerRemoval()).length === 0;
      if (removal.state !== "DECIDED" || !isLast) return { appended: true, happened };
      await saveRemoval(change, { state: "NOTIFIED" });
      return { changes: {}, happened };
    },
  ),
};

export const recordRelocation: ConcernCommand<RecordRelocationInput> = {
  action: "recordRelocation",
  writes: ["removals.relocations"],
  decide: onRemoval(
    () => "recordRelocation",
    async (change, { educationProvider, place, places, plan, payProtected, progressionProtected }) => {
      const { manager, context, removal } = change;
      const whose = educationProvider ?? null;
      const groups = await manager.findBy(RemovedLearnersRow, { removal: removal.id });
      const refusal = relocationRefusal(
        {
          educationProvider: whose,
          places,
          isPayProtected: payProtected,
          isProgressionProtected: progressionProtected,
        },
        groups,
      );
      if (refusal !== undefined) return { refused: removalRefusals[refusal] };
      if ((await organisationsByCode(manager, [place])).get(place)?.open !== true)
        return { refused: removalRefusals.unknownPlace };
      await manager.insert(RelocationRow, {
        ...hanging(change),
        educationProvider: whose,
        place,
        places,
        plan,
        payProtected,
        progressionProtected,
        recordedOn: context.today,
      });
      return { appended: true, happened: [{ kind: "REMOVAL_PREPARED", record: removal.id }] };
    },
  ),
};

export const startRemoval: ConcernCommand<StartRemovalInput> = {
  action: "startRemoval",
  writes: ["removals.state", "removals.inForceSince", "removals.nextReviewOn"],
  decide: onRemoval(
    () => "bringIntoForce",
    async (change) => {
      const { manager, context, removal } = change;
      const outstanding = outstandingNotices(await noticesOf(change), learnerRemoval());
      const groups = await manager.findBy(RemovedLearnersRow, { removal: removal.id });
      const without = learnersWithoutPlace(groups, await relocationsOf(change));
      const refusal = startRefusal({ isUrgent: removal.urgent, learnersWithoutPlace: without }, outstanding);
      if (refusal !== undefined) return { refused: removalRefusals[refusal] };
      await saveRemoval(change, {
        state: "IN_FORCE",
        inForceSince: context.today,
        nextReviewOn: nextRemovalReviewOn(context.today, learnerRemoval()),
      });
      return { changes: {}, happened: [{ kind: "LEARNERS_REMOVED", record: removal.id }] };
    },
  ),
};

async function noticesOf({ manager, removal }: RemovalChange): Promise<Notice[]> {
  const rows = await manager.findBy(RemovalNoticeRow, { removal: removal.id });
  return rows.map(({ told, notApplicable }) => ({ told, isNotApplicable: notApplicable }));
}

async function relocationsOf({ manager, removal }: RemovalChange): Promise<RelocationPlan[]> {
  const rows = await manager.findBy(RelocationRow, { removal: removal.id });
  return rows.map(({ educationProvider, places, payProtected, progressionProtected }) => ({
    educationProvider,
    places,
    isPayProtected: payProtected,
    isProgressionProtected: progressionProtected,
  }));
}
