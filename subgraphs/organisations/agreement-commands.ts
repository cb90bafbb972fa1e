/**
 * Mutations on sharing agreements: proposed by a party, signed by the named roles of each, suspended, resumed or ended
 * by one alone. What they open follows on the next request, since the views read what is in force.
 */
import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import { compartments, dataClassOf, type DataClass } from "../../authorisation/data-class.js";
import { unlocksOf } from "../../authorisation/unlocks.js";
import { actionRefusal } from "../action-rule.js";
import { answerOnce, type Work } from "../answer-once.js";
import { databaseNow } from "../database-clock-reader.js";
import type { CommandAnswer } from "../idempotency.js";
import type { SubgraphContext } from "../subgraph-context.js";
import type { UserError } from "../user-error.js";
import type { AgreementChangeInput, ProposeAgreementInput, ReasonedAgreementInput } from "./agreement-inputs.js";
import {
  agreementActions,
  agreementStateAt,
  signatoryRoles,
  signatureRefusal,
  suspendedBy,
  type AgreementEvent,
} from "./agreement-lifecycle.js";
import { agreementRefusal } from "./agreement-proposal.js";
import { agreementRefusals, otherRefusals } from "./agreement-refusals.js";
import {
  insertAgreement,
  insertAgreementEvent,
  lockAgreement,
  nationalBodies,
  unknownCodes,
  type LockedAgreement,
} from "./agreement-store.js";

const agreementMutation = { subgraph: "organisations", typeName: "SharingAgreement" } as const;

const refused = (error: UserError, subject: string | null = null): Work => ({
  answer: { subject, userErrors: [error] },
  writes: [],
});

export function proposeAgreement(context: SubgraphContext, input: ProposeAgreementInput): Promise<CommandAnswer> {
  return answerOnce(context, { ...agreementMutation, name: "propose", input }, async (manager) => {
    const { caller } = context;
    if (!signatoryRoles.includes(caller.role) || !mayRead(context)) return refused(otherRefusals.mayNotPropose);
    const classes = input.dataClasses.filter(isDataClass);
    const professions = input.professions ?? null;
    const regions = input.regions ?? null;
    const refusal = agreementRefusal(
      {
        ...input,
        classes,
        professions: professions ?? "EVERY_PROFESSION",
        regions: regions ?? "EVERY_REGION",
        proposedBy: caller.organisation,
        nationalBodies: await nationalBodies(manager),
      },
      await databaseNow(manager),
    );
    if (classes.length < input.dataClasses.length) return refused(agreementRefusals.CLASS_NOT_BY_AGREEMENT);
    if (refusal !== undefined) return refused(agreementRefusals[refusal]);
    const unknown = await unknownCodes(manager, { parties: input.parties, professions, regions });
    if (unknown !== undefined) return refused(otherRefusals[unknown]);

    const id = randomUUID();
    const proposal = { ...input, id, classes, professions, regions, onwardSharing: input.onwardSharing ?? null };
    await insertAgreement(manager, { ...proposal, proposedBy: caller.organisation, proposedOn: context.today });
    return { answer: { subject: id, userErrors: [] }, writes: Object.keys(input) };
  });
}

export function signAgreement(context: SubgraphContext, input: AgreementChangeInput): Promise<CommandAnswer> {
  return act(context, "sign", input, null, ({ agreement, at }) => {
    const refusal = signatureRefusal(agreement, context.caller, at);
    return refusal === undefined ? "SIGNED" : { refused: agreementRefusals[refusal] };
  });
}

export function suspendAgreement(context: SubgraphContext, input: ReasonedAgreementInput): Promise<CommandAnswer> {
  return act(context, "suspend", input, input.reason, ({ agreement, at }) =>
    suspendedBy(agreement, at).has(context.caller.organisation)
      ? { refused: otherRefusals.alreadySuspended }
      : "SUSPENDED",
  );
}

export function resumeAgreement(context: SubgraphContext, input: ReasonedAgreementInput): Promise<CommandAnswer> {
  return act(context, "resume", input, input.reason, ({ agreement, at }) =>
    suspendedBy(agreement, at).has(context.caller.organisation)
      ? "RESUMED"
      : { refused: otherRefusals.notYourSuspension },
  );
}

export function terminateAgreement(context: SubgraphContext, input: ReasonedAgreementInput): Promise<CommandAnswer> {
  return act(context, "terminate", input, input.reason, () => "TERMINATED");
}

type Outcome = AgreementEvent["kind"] | { readonly refused: UserError };

/** One party does one thing with an agreement that it may know of, at the version it read. */
function act(
  context: SubgraphContext,
  action: keyof typeof agreementActions,
  input: AgreementChangeInput,
  reason: string | null,
  decide: (locked: LockedAgreement) => Outcome,
): Promise<CommandAnswer> {
  return answerOnce(context, { ...agreementMutation, name: action, input }, async (manager) => {
    const locked = await visibleAgreement(manager, context, input.id);
    if (locked === undefined) return refused(otherRefusals.absent);
    const { agreement, version, at } = locked;
    const { organisation, role } = context.caller;
    const isParty = agreement.parties.some((party) => party.organisation === organisation);
    const acting = { role, relations: isParty ? (["PARTY"] as const) : [] };
    const refusal = actionRefusal(agreementActions[action], acting, agreementStateAt(agreement, at));
    if (refusal !== undefined) return refused(agreementRefusals[refusal], input.id);
    const { expectedVersion } = input;
    if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== version)
      return refused(otherRefusals.stale, input.id);
    const outcome = decide(locked);
    if (typeof outcome === "object") return refused(outcome.refused, input.id);
    await insertAgreementEvent(manager, locked, { kind: outcome, organisation, role, reason });
    return { answer: { subject: input.id, userErrors: [] }, writes: ["state", "history"] };
  });
}

/** An agreement of other parties and one that never was give the same answer. */
async function visibleAgreement(
  manager: EntityManager,
  context: SubgraphContext,
  id: string,
): Promise<LockedAgreement | undefined> {
  const { organisation, organisationKind } = context.caller;
  if (!mayRead(context)) return undefined;
  return lockAgreement(manager, id, organisationKind === "NATIONAL_BODY" ? null : organisation);
}

function mayRead({ caller }: SubgraphContext): boolean {
  return unlocksOf(caller)["OPERATIONAL:agreement"].length > 0;
}

function isDataClass(name: string): name is DataClass {
  return compartments.some((compartment) => dataClassOf(compartment) === name);
}
