/**
 * Deciding on a removal of learners: each authority consents by itself, and with the last consent the removal is
 * decided and the concern stands at ISF4, in one step. The same authorities consent to the return.
 */
import { IsNull } from "typeorm";
import { refreshAccess } from "../access/access-index.js";
import { learnerRemoval } from "../casework-references.js";
import type { ConcernCommand, Decision } from "../concern-command.js";
import { refusals } from "../refusals.js";
import { hanging, onRemoval, saveRemoval, type RemovalChange } from "./removal-change.js";
import { suspend } from "./removal-category.js";
import {
  consentAs,
  consentRefusal,
  isBeforeUniversities,
  isDecided,
  outstandingConsents,
  requiredConsents,
  type Consent,
} from "./removal-decision.js";
import type { DecideRemovalInput } from "./removal-inputs.js";
import type { RemovalAction } from "./learner-removal.js";
import { removalRefusals } from "./removal-refusals.js";
import { RemovalConsentRow, RemovedLearnersRow } from "./removal-tables.js";

const actionByAnswer = {
  REMOVE: "consent",
  DECLINE: "decline",
  RETURN: "consentToReturn",
} as const satisfies Readonly<Record<DecideRemovalInput["answer"], RemovalAction>>;

export const decideRemoval: ConcernCommand<DecideRemovalInput> = {
  action: "decideRemoval",
  writes: ["removals.state", "removals.consents", "category", "categoryHistory", "nextReviewOn"],
  decide: onRemoval(
    ({ answer }) => actionByAnswer[answer],
    async (change, { answer, decider, reason }) => {
      const { context, acting, removal } = change;
      const reference = learnerRemoval();
      const consent = consentAs(decider, context.caller.organisation, reference);
      const required = await consentsFor(change);
      const subject = answer === "RETURN" ? "RETURN" : "REMOVAL";
      // Whoever has consented may still decline.
      const given = answer === "DECLINE" ? [] : await consentsGiven(change, subject);
      const by = { ...acting, organisation: context.caller.organisation };
      const refusal = consentRefusal(consent, by, required, given, reference);
      if (refusal === "NOT_YOURS_TO_DO") return { refused: refusals[refusal] };
      if (refusal !== undefined) return { refused: removalRefusals[refusal] };
      if (answer === "DECLINE") return decline(change, reason ?? null);
      if (isBeforeUniversities(consent, outstandingConsents(required, given)))
        return { refused: removalRefusals.universitiesFirst };

      await record(change, consent, subject);
      if (subject === "REMOVAL" && isDecided(required, [...given, consent])) return suspend(change);
      return { appended: true, happened: [{ kind: "REMOVAL_PREPARED", record: removal.id }] };
    },
  ),
};

/** Every consent that this removal needs. */
export async function consentsFor({ manager, removal }: RemovalChange): Promise<Consent[]> {
  const groups = await manager.findBy(RemovedLearnersRow, { removal: removal.id });
  return requiredConsents({ scope: removal.scope, extent: removal.extent, groups }, learnerRemoval());
}

export function consentsGiven(
  { manager, removal }: RemovalChange,
  subject: RemovalConsentRow["subject"],
): Promise<Consent[]> {
  return manager.findBy(RemovalConsentRow, { removal: removal.id, subject, lapsedOn: IsNull() });
}

async function decline(change: RemovalChange, reason: string | null): Promise<Decision> {
  const { manager, concern, context, removal } = change;
  if (reason === null) return { refused: removalRefusals.declineReasonMissing };
  await saveRemoval(change, { state: "DECLINED", outcomeReason: reason });
  await refreshAccess(manager, concern, context.today);
  return { appended: true, happened: [{ kind: "REMOVAL_PREPARED", record: removal.id }] };
}

async function record(change: RemovalChange, consent: Consent, subject: RemovalConsentRow["subject"]): Promise<void> {
  const { manager, context, removal } = change;
  const sequence = 1 + (await manager.countBy(RemovalConsentRow, { removal: removal.id }));
  await manager.insert(RemovalConsentRow, {
    ...hanging(change),
    ...consent,
    subject,
    byOrganisation: context.caller.organisation,
    byRole: context.caller.role,
    givenOn: context.today,
    lapsedOn: null,
    sequence,
  });
}
