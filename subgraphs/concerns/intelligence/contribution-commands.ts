/**
 * Contributing intelligence, and saying who else reads it. None of it leaves a trace for anybody else: bodies that may
 * not know of the concern can be named, and it is not told whether they do.
 */
import { randomUUID } from "node:crypto";
import { idShape } from "../../records.js";
import type { ConcernChange } from "../concern-change.js";
import type { ConcernCommand } from "../concern-command.js";
import { protocolParties } from "../published-directory.js";
import { audienceRefusal, withBodies, withoutBodies } from "./contribution-rules.js";
import type * as inputs from "./intelligence-inputs.js";
import { intelligenceRefusals as refusals } from "./intelligence-refusals.js";
import { ContributionRow } from "./intelligence-tables.js";

export const contributeIntelligence: ConcernCommand<inputs.ContributeIntelligenceInput> = {
  action: "contribute",
  writes: ["intelligence"],
  decide: async ({ manager, concern, context }, { text, receivedOn, sharedWith }) => {
    const { caller, today } = context;
    const audience = withBodies([], sharedWith ?? []);
    const refusal = audienceRefusal(caller.organisation, audience, today, await protocolParties(manager));
    if (refusal !== undefined) return { refused: refusals[refusal] };
    if (receivedOn > today) return { refused: refusals.receivedLater };
    const id = randomUUID();
    await manager.insert(ContributionRow, {
      id,
      concern: concern.key,
      owner: caller.organisation,
      text,
      receivedOn,
      sharedWith: audience,
      contributedOn: today,
      byRole: caller.role,
    });
    const contributed = { kind: "CONTRIBUTED", record: id, audience: [caller.organisation] } as const;
    return {
      appended: true,
      happened: audience.length === 0 ? [contributed] : [contributed, sharing(caller.organisation, id, audience)],
    };
  },
};

export const shareContribution: ConcernCommand<inputs.ShareContributionInput> = {
  action: "shareContribution",
  writes: ["intelligence"],
  decide: async (change, { contributionId, sharedWith }) => {
    const { manager, context } = change;
    const contribution = await ownContribution(change, contributionId);
    if (contribution === null) return { refused: refusals.noContribution };
    const { id, owner, sharedWith: before } = contribution;
    const refusal = audienceRefusal(owner, sharedWith, context.today, await protocolParties(manager));
    if (refusal !== undefined) return { refused: refusals[refusal] };
    const added = withoutBodies(sharedWith, before);
    await manager.update(ContributionRow, { id }, { sharedWith: withBodies(before, added) });
    return { appended: true, happened: added.length === 0 ? [] : [sharing(owner, id, added)] };
  },
};

export const withdrawContribution: ConcernCommand<inputs.WithdrawContributionInput> = {
  action: "withdrawContribution",
  writes: ["intelligence"],
  ownRecord: ({ contributionId: id }) => ({ table: "concerns.contribution", owner: "owner", id }),
  decide: async (change, { contributionId, withdrawnFrom }) => {
    const contribution = await ownContribution(change, contributionId);
    if (contribution === null) return { refused: refusals.noContribution };
    const { id, owner, sharedWith: before } = contribution;
    const after = withoutBodies(before, withdrawnFrom ?? before);
    await change.manager.update(ContributionRow, { id }, { sharedWith: after });
    const gone = withoutBodies(before, after);
    const happened = [{ kind: "CONTRIBUTION_WITHDRAWN", record: id, audience: [owner, ...gone] }] as const;
    return { appended: true, happened: gone.length === 0 ? [] : happened };
  },
};

function sharing(owner: string, record: string, bodies: readonly string[]) {
  return { kind: "CONTRIBUTION_SHARED", record, named: bodies, audience: [owner, ...bodies] } as const;
}

/** One of this concern that the caller's organisation owns; any other is told apart from none by nobody. */
async function ownContribution(
  { manager, concern, context }: ConcernChange,
  id: string,
): Promise<ContributionRow | null> {
  if (!idShape.test(id)) return null;
  return manager.findOneBy(ContributionRow, { id, concern: concern.key, owner: context.caller.organisation });
}
