/**
 * Regulatory review panels as a lifecycle: convened by the body that holds the information, answered by those it
 * invites, decided with every dissent kept, followed up to closure. Each body keeps its own powers and its own words.
 */
import type { ActionRule } from "../../action-rule.js";

export type PanelState = "CONVENED" | "DECIDED" | "CLOSED";
export type InvitationState = "INVITED" | "ACCEPTED" | "DECLINED" | "NOT_APPLICABLE";
export type PanelAction =
  | "invite"
  | "respondToInvitation"
  | "contribute"
  | "recordDecision"
  | "dissent"
  | "completeAction"
  | "decideDisclosure"
  | "close";

/** What a body is to a panel. The convenor attends by itself. */
export type PanelPart = "CONVENOR" | "ATTENDING" | "INVITED";

const roles = ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"] as const;
const convenor = { relations: ["CONVENOR"], roles } as const;
const attending = { relations: ["CONVENOR", "ATTENDING"], roles } as const;

export const panelActions: Readonly<Record<PanelAction, ActionRule<PanelState, PanelPart>>> = {
  invite: { ...convenor, from: ["CONVENED"] },
  respondToInvitation: { relations: ["INVITED"], roles, from: ["CONVENED"] },
  contribute: { ...attending, from: ["CONVENED"] },
  recordDecision: { ...convenor, from: ["CONVENED"], to: "DECIDED" },
  dissent: { ...attending, from: ["DECIDED"] },
  completeAction: { ...attending, from: ["DECIDED"] },
  decideDisclosure: { ...convenor, from: ["DECIDED"] },
  close: { ...convenor, from: ["DECIDED"], to: "CLOSED" },
};

export interface Invitation {
  readonly organisation: string;
  readonly state: InvitationState;
}

/** A body that declined, or that the matter does not concern, has no part in the panel and reads nothing of it. */
export function partsOf(
  organisation: string,
  panel: { readonly convenor: string; readonly invitations: readonly Invitation[] },
): PanelPart[] {
  if (panel.convenor === organisation) return ["CONVENOR"];
  const state = panel.invitations.find((invitation) => invitation.organisation === organisation)?.state;
  if (state === "ACCEPTED") return ["ATTENDING", "INVITED"];
  return state === "INVITED" ? ["INVITED"] : [];
}

/**
 * Who may know of a panel, and as what: the convenor and whoever attends, for good; who is invited, until it answers or
 * the panel has decided without it.
 */
export function panelRelations(panel: {
  readonly state: PanelState;
  readonly convenor: string;
  readonly invitations: readonly Invitation[];
}): ReadonlyMap<string, "PANEL" | "INVITED"> {
  const bodies = [panel.convenor, ...panel.invitations.map(({ organisation }) => organisation)];
  const relations = new Map<string, "PANEL" | "INVITED">();
  for (const organisation of bodies) {
    const parts = partsOf(organisation, panel);
    if (parts.includes("CONVENOR") || parts.includes("ATTENDING")) relations.set(organisation, "PANEL");
    else if (parts.includes("INVITED") && panel.state === "CONVENED") relations.set(organisation, "INVITED");
  }
  return relations;
}

export type InvitationRefusal = "NOT_AN_ANSWER" | "REASON_MISSING";

/** Who accepted may still withdraw. A refusal says why, so that the convenor knows whether to ask again. */
export function invitationRefusal(answer: InvitationState, reason: string): InvitationRefusal | undefined {
  if (answer === "INVITED") return "NOT_AN_ANSWER";
  return answer === "DECLINED" && reason.trim() === "" ? "REASON_MISSING" : undefined;
}

export type PanelActionStatus = "AGREED" | "DONE" | "DROPPED";

export interface AgreedAction {
  readonly owner: string;
  readonly dueOn: string;
  readonly status: PanelActionStatus;
}

export type ActionChangeRefusal = "NOT_YOURS_TO_DO" | "NOT_IN_THIS_STATE" | "REASON_MISSING";

/** An action is its owner's alone; dropping one says why. */
export function actionChangeRefusal(
  action: AgreedAction,
  to: PanelActionStatus,
  organisation: string,
  reason: string,
): ActionChangeRefusal | undefined {
  if (action.owner !== organisation) return "NOT_YOURS_TO_DO";
  if (action.status !== "AGREED" || to === "AGREED") return "NOT_IN_THIS_STATE";
  return to === "DROPPED" && reason.trim() === "" ? "REASON_MISSING" : undefined;
}

/** What those are told whom it concerns: by whom and when, or why they are not. */
export type Disclosure =
  | { readonly tell: true; readonly whom: string; readonly by: string; readonly on: string }
  | { readonly tell: false; readonly because: string };

export interface ProposedDisclosure {
  readonly tell: boolean;
  readonly whom: string | null;
  readonly by: string | null;
  readonly on: string | null;
  readonly because: string | null;
}

/** The decision that a proposal makes; none where it leaves out who is told, by which of those who attended, and when. */
export function disclosureOf(
  { tell, whom, by, on, because }: ProposedDisclosure,
  attended: readonly string[],
): Disclosure | undefined {
  if (!tell) return because === null || because.trim() === "" ? undefined : { tell, because };
  if (whom === null || by === null || on === null || !attended.includes(by)) return undefined;
  return { tell, whom, by, on };
}

export type PanelClosureRefusal =
  "ACTIONS_OPEN" | "DISCLOSURE_UNDECIDED" | "REASON_TO_WITHHOLD_MISSING" | "REVIEW_AHEAD";

export function panelClosureRefusal(
  panel: {
    readonly actions: readonly AgreedAction[];
    readonly disclosure: Disclosure | null;
    readonly reviewOn: string | null;
  },
  today: string,
): PanelClosureRefusal | undefined {
  if (panel.actions.some(({ status }) => status === "AGREED")) return "ACTIONS_OPEN";
  if (panel.disclosure === null) return "DISCLOSURE_UNDECIDED";
  if (!panel.disclosure.tell && panel.disclosure.because.trim() === "") return "REASON_TO_WITHHOLD_MISSING";
  return panel.reviewOn !== null && panel.reviewOn > today ? "REVIEW_AHEAD" : undefined;
}
