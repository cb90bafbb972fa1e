/**
 * Who asks. A caller is built once, from a verified token, and never changes: there is no anonymous and no default
 * caller. One person with several roles acts in the one they selected; roles are never combined.
 */

export const roles = [
  "QUALITY_LEAD",
  "CASE_HOLDER",
  "GUARDIAN",
  "EXECUTIVE",
  "ANALYST",
  "AUDITOR",
  "OPERATOR",
  "MEMBER",
] as const;
export type Role = (typeof roles)[number];

export const purposes = [
  "EDUCATION_QUALITY",
  "REGULATION",
  "SAFEGUARDING",
  "STATISTICS",
  "AUDIT",
  "BREAK_GLASS",
] as const;
export type Purpose = (typeof purposes)[number];

export const organisationKinds = [
  "NATIONAL_BODY",
  "REGION",
  "LOCAL_OFFICE",
  "ICB",
  "TRUST",
  "TRUST_SITE",
  "EDUCATION_PROVIDER",
  "REGULATOR",
  "OMBUDSMAN",
  "OTHER",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export interface Caller {
  /** Issuer of the token and the subject in it; together they name one person. */
  readonly issuer: string;
  readonly subject: string;
  /** Organisation code for which the caller acts, and what kind of organisation the directory says it is. */
  readonly organisation: string;
  readonly organisationKind: OrganisationKind;
  /** The one role selected for this session. */
  readonly role: Role;
  /** What the caller says the information is for; checked against what the role may declare. */
  readonly purpose: Purpose;
  /** Identity assurance level of the sign-in (0 to 3), or null where the issuer states none. */
  readonly assurance: number | null;
  /** `jti` of the access token. */
  readonly tokenId: string;
}

/** Who acted, or tried to, as the audit names them. The purpose is null where somebody was refused before one was established. */
export type AuditedCaller = Pick<Caller, "issuer" | "subject" | "organisation" | "role"> & {
  readonly purpose: Purpose | null;
};
