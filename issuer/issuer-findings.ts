/**
 * Why the demonstration issuer must not start. It signs anybody in as anybody, without a password: beside a real
 * identity provider, or where nobody asked for a demonstration, it would be a way past every other check.
 */
export interface IssuerCircumstances {
  /** HUB_DEMO. */
  readonly demonstration: boolean;
  /** OIDC_ISSUER; null when none is set. */
  readonly externalIssuer: string | null;
}

/** Reasons in plain English; none when the issuer may start. */
export function issuerFindings({ demonstration, externalIssuer }: IssuerCircumstances): string[] {
  const findings: string[] = [];
  if (!demonstration) {
    findings.push("The demonstration issuer signs anybody in without a password and runs only with HUB_DEMO=1.");
  }
  if (externalIssuer !== null) {
    findings.push(`The demonstration issuer does not run beside a real one: OIDC_ISSUER is set to ${externalIssuer}.`);
  }
  return findings;
}
