/**
 * Asking who spoke up in confidence, and the answer of a second person. What an answer opens it opens to the one who
 * asked, until an instant that is kept with it; nothing has to be written for it to end.
 */
import { randomUUID } from "node:crypto";
import { IsNull, type EntityManager } from "typeorm";
import { databaseNow } from "../../database-clock-reader.js";
import { idShape } from "../../records.js";
import { speakingUp } from "../casework-references.js";
import type { IdentityMode } from "../concern-codes.js";
import type { ConcernRow } from "../concern-tables.js";
import type { ConcernChange } from "../concern-change.js";
import type { ConcernCommand } from "../concern-command.js";
import {
  answerRefusal,
  requestRefusal,
  revealStateAt,
  type Reveal,
  type RevealActing,
  type RevealLimits,
} from "./identity-reveal.js";
import { revealRefusals } from "./speaking-up-refusals.js";
import type { ApproveIdentityRevealInput, RequestIdentityRevealInput } from "./speaking-up-inputs.js";
import { IdentityRevealRow } from "./speaking-up-tables.js";

const minute = 60_000;

export const requestIdentityReveal: ConcernCommand<RequestIdentityRevealInput> = {
  action: "requestIdentityReveal",
  writes: ["reveals"],
  decide: async (change, { reason }) => {
    const { manager, concern } = change;
    const { issuer, subject, organisation, role } = actingOn(change);
    const requestedAt = await databaseNow(manager);
    const mine = await lastOf(manager, concern.key, { issuer, subject });
    const state = mine && revealStateAt(revealOf(mine), requestedAt, limitsOf(mine));
    const refusal = requestRefusal(actingOn(change), identityModeOf(concern), reason, state);
    if (refusal !== undefined) return { refused: revealRefusals[refusal] };
    const id = randomUUID();
    await manager.insert(IdentityRevealRow, {
      id,
      issuer,
      subject,
      organisation,
      role,
      concern: concern.key,
      reason,
      requestedAt,
      answerBefore: after(requestedAt, speakingUp().reveal.answerWithinHours * 60),
    });
    return { appended: true, happened: [{ kind: "REVEAL_REQUESTED", record: id }] };
  },
};

export const approveIdentityReveal: ConcernCommand<ApproveIdentityRevealInput> = {
  action: "approveIdentityReveal",
  writes: ["reveals"],
  decide: async (change, { revealId, approve, reason }) => {
    const { manager, concern } = change;
    const row = idShape.test(revealId)
      ? await manager.findOneBy(IdentityRevealRow, { id: revealId, concern: concern.key })
      : null;
    if (row === null) return { refused: revealRefusals.noReveal };
    const acting = actingOn(change);
    const answeredAt = await databaseNow(manager);
    const refusal = answerRefusal(acting, revealOf(row), answeredAt, limitsOf(row));
    if (refusal !== undefined) return { refused: revealRefusals[refusal] };
    const { affected } = await manager.update(
      IdentityRevealRow,
      { id: row.id, answeredAt: IsNull() },
      {
        answeredAt,
        answeredByIssuer: acting.issuer,
        answeredBySubject: acting.subject,
        answeredByOrganisation: acting.organisation,
        answeredByRole: acting.role,
        answerReason: reason,
        isApproved: approve,
        openBefore: approve ? after(answeredAt, speakingUp().reveal.openMinutes) : null,
      },
    );
    // The first answer stands, whatever the clock says.
    if (affected !== 1) return { refused: revealRefusals.NOT_IN_THIS_STATE };
    return { appended: true, happened: [{ kind: "REVEAL_ANSWERED", record: row.id, named: [row.organisation] }] };
  },
};

function identityModeOf({ identityMode }: ConcernRow): `${IdentityMode}` {
  return identityMode as `${IdentityMode}`;
}

function actingOn({ context: { caller }, acting }: ConcernChange): RevealActing {
  const { issuer, subject, organisation, role } = caller;
  return { issuer, subject, organisation, role, relations: acting.relations };
}

async function lastOf(
  manager: EntityManager,
  concern: string,
  { issuer, subject }: Pick<RevealActing, "issuer" | "subject">,
): Promise<IdentityRevealRow | undefined> {
  const [last] = await manager.find(IdentityRevealRow, {
    where: { concern, issuer, subject },
    order: { requestedAt: "DESC" },
    take: 1,
  });
  return last;
}

function revealOf(row: IdentityRevealRow): Reveal {
  const { issuer, subject, organisation, role, requestedAt, answeredAt } = row;
  const by = {
    issuer: row.answeredByIssuer ?? "",
    subject: row.answeredBySubject ?? "",
    organisation: row.answeredByOrganisation ?? "",
    role: row.answeredByRole ?? role,
  };
  return {
    requestedBy: { issuer, subject, organisation, role },
    requestedAt,
    answer: answeredAt && { by, at: answeredAt, isApproved: row.isApproved === true },
  };
}

/** The times that were the rule when it was asked and answered. */
function limitsOf({ requestedAt, answerBefore, answeredAt, openBefore }: IdentityRevealRow): RevealLimits {
  return {
    answerWithinHours: (answerBefore.getTime() - requestedAt.getTime()) / (60 * minute),
    openMinutes: answeredAt && openBefore ? (openBefore.getTime() - answeredAt.getTime()) / minute : 0,
  };
}

function after(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * minute);
}
