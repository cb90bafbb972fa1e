/**
 * Who takes part in the Emerging Concerns Protocol on a day: its signatories, each with the dates of its signature,
 * and NHS England, which is closely aligned with it. Nobody else shares or convenes under it.
 */
export interface Signatory {
  readonly organisation: string;
  readonly from: string;
  /** Last day; null while it goes on. */
  readonly until: string | null;
}

export interface ProtocolParties {
  readonly signatories: readonly Signatory[];
  /** Codes of the national body and the regions. */
  readonly nhsEngland: ReadonlySet<string>;
}

export function isSignatory(organisation: string, day: string, { signatories }: ProtocolParties): boolean {
  return signatories.some(
    (signatory) => signatory.organisation === organisation && signatory.from <= day && (signatory.until ?? day) >= day,
  );
}

export function isProtocolParty(organisation: string, day: string, parties: ProtocolParties): boolean {
  return parties.nhsEngland.has(organisation) || isSignatory(organisation, day, parties);
}
