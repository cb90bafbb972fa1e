/**
 * What the decision of a review panel has to hold: that several bodies met, the view of the risk, outcomes from the
 * list and the actions they need, dissent by those who attended, and the basis on which personal data were shared.
 */
export interface PanelOutcome {
  readonly code: string;
  /** From how many bodies actions have to be agreed. */
  readonly needsActionsOf: number;
  readonly needsReviewDate: boolean;
  /** Stands alone: with it nothing else was decided. */
  readonly isAlone: boolean;
}

export interface PanelReference {
  /** Bodies that have to meet, the convenor counted. */
  readonly quorum: number;
  readonly outcomes: readonly PanelOutcome[];
  readonly atRisk: readonly { readonly code: string }[];
  readonly urgencies: readonly { readonly code: string }[];
}

export interface ProposedAction {
  readonly owner: string;
  readonly text: string;
  readonly dueOn: string;
}

/** Sharing of personal data at the panel; null where there was none. */
export interface PersonalDataShared {
  readonly lawfulBasis: string;
  readonly whyNecessary: string;
}

export interface PanelDecision {
  readonly heldOn: string;
  /** Bodies that took part, the convenor among them. */
  readonly attended: readonly string[];
  readonly outcomes: readonly string[];
  /** Empty where the panel found nobody at risk. */
  readonly atRisk: readonly string[];
  readonly urgency: string;
  readonly actions: readonly ProposedAction[];
  readonly dissents: readonly { readonly organisation: string; readonly text: string }[];
  readonly personalData: PersonalDataShared | null;
  readonly reviewOn: string | null;
}

export type DecisionRefusal =
  | "HELD_IN_THE_FUTURE"
  | "HELD_BEFORE_CONVENED"
  | "NOT_ATTENDING"
  | "TOO_FEW_BODIES"
  | "OUTCOME_MISSING"
  | "UNKNOWN_OUTCOME"
  | "OUTCOMES_CONTRADICT"
  | "RISK_VIEW_MISSING"
  | "ACTION_OF_ABSENT_BODY"
  | "ACTION_INCOMPLETE"
  | "ACTION_DUE_IN_THE_PAST"
  | "TOO_FEW_ACTIONS"
  | "REVIEW_DATE_MISSING"
  | "DISSENT_OF_ABSENT_BODY"
  | "LAWFUL_BASIS_MISSING";

/** What the decision is held against: the lists, and the panel as it was convened and answered. */
export interface DecidingPanel extends PanelReference {
  readonly convenedOn: string;
  readonly convenor: string;
  /** Bodies that accepted, and the convenor. */
  readonly attending: readonly string[];
}

export function decisionRefusal(
  decision: PanelDecision,
  today: string,
  reference: DecidingPanel,
): DecisionRefusal | undefined {
  const attended = new Set(decision.attended);
  if (decision.heldOn > today) return "HELD_IN_THE_FUTURE";
  if (decision.heldOn < reference.convenedOn) return "HELD_BEFORE_CONVENED";
  if (!attended.has(reference.convenor) || decision.attended.some((body) => !reference.attending.includes(body)))
    return "NOT_ATTENDING";
  if (attended.size < reference.quorum) return "TOO_FEW_BODIES";
  if (!isRiskViewKnown(decision, reference)) return "RISK_VIEW_MISSING";
  if (decision.dissents.some(({ organisation }) => !attended.has(organisation))) return "DISSENT_OF_ABSENT_BODY";
  const { personalData } = decision;
  if (personalData !== null && (isBlank(personalData.lawfulBasis) || isBlank(personalData.whyNecessary)))
    return "LAWFUL_BASIS_MISSING";
  return actionsRefusal(decision.actions, attended, today) ?? outcomesRefusal(decision, today, reference);
}

function isRiskViewKnown({ atRisk, urgency }: PanelDecision, reference: PanelReference): boolean {
  return (
    atRisk.every((people) => reference.atRisk.some(({ code }) => code === people)) &&
    reference.urgencies.some(({ code }) => code === urgency)
  );
}

function actionsRefusal(
  actions: readonly ProposedAction[],
  attended: ReadonlySet<string>,
  today: string,
): DecisionRefusal | undefined {
  if (actions.some(({ owner }) => !attended.has(owner))) return "ACTION_OF_ABSENT_BODY";
  if (actions.some(({ text }) => isBlank(text))) return "ACTION_INCOMPLETE";
  return actions.some(({ dueOn }) => dueOn < today) ? "ACTION_DUE_IN_THE_PAST" : undefined;
}

function outcomesRefusal(
  { outcomes, actions, reviewOn }: PanelDecision,
  today: string,
  reference: PanelReference,
): DecisionRefusal | undefined {
  if (outcomes.length === 0) return "OUTCOME_MISSING";
  const known = reference.outcomes.filter(({ code }) => outcomes.includes(code));
  if (known.length !== outcomes.length) return "UNKNOWN_OUTCOME";
  if (known.length > 1 && known.some(({ isAlone }) => isAlone)) return "OUTCOMES_CONTRADICT";
  const owners = new Set(actions.map(({ owner }) => owner)).size;
  if (known.some(({ needsActionsOf }) => owners < needsActionsOf)) return "TOO_FEW_ACTIONS";
  const needsDate = known.some(({ needsReviewDate }) => needsReviewDate);
  return needsDate && (reviewOn === null || reviewOn <= today) ? "REVIEW_DATE_MISSING" : undefined;
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
