/**
 * Whom the convenor of a review panel is advised to invite, worked out from the place and the professions alone: not
 * from what any body holds, so that the suggestion tells nothing about it.
 */
import type { Remit } from "../../../authorisation/relations-of.js";
import { isSignatory, type ProtocolParties } from "../sharing/protocol-parties.js";

export type InviteeReason = "PROFESSION" | "SETTING" | "REGION";

export interface SuggestedInvitee {
  readonly organisation: string;
  readonly because: InviteeReason;
  /** Professions concerned that it regulates; empty for another reason. */
  readonly professions: readonly string[];
}

export interface PanelMatter {
  readonly convenor: string;
  readonly professions: readonly string[];
  /** NHS England's regions of the places concerned. */
  readonly regions: readonly string[];
}

/** Regulators that have signed and whose remit is touched, and the regional teams of the places; by code. */
export function suggestedInvitees(
  { convenor, professions, regions }: PanelMatter,
  remits: readonly Remit[],
  parties: ProtocolParties,
  day: string,
): SuggestedInvitee[] {
  const regulators = remits
    .filter(({ regulator }) => isSignatory(regulator, day, parties))
    .flatMap((remit) => suggestionFor(remit, professions));
  const teams = [...new Set(regions)].map((organisation) => ({
    organisation,
    because: "REGION" as const,
    professions: [],
  }));
  return [...regulators, ...teams]
    .filter(({ organisation }) => organisation !== convenor)
    .sort((left, right) => (left.organisation < right.organisation ? -1 : 1));
}

function suggestionFor(remit: Remit, professions: readonly string[]): SuggestedInvitee[] {
  const { regulator: organisation } = remit;
  if (remit.professions === "EVERY_SETTING") return [{ organisation, because: "SETTING", professions: [] }];
  const { professions: regulated } = remit;
  const concerned = professions.filter((profession) => regulated.has(profession)).sort();
  return concerned.length === 0 ? [] : [{ organisation, because: "PROFESSION", professions: concerned }];
}
