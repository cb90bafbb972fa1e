/** The closed lists of the directory, with what each value means. The kinds are those that a caller may act for. */
import { describedEnum } from "../described-enum.js";

export enum OrganisationKind {
  NATIONAL_BODY = "NATIONAL_BODY",
  REGION = "REGION",
  LOCAL_OFFICE = "LOCAL_OFFICE",
  ICB = "ICB",
  TRUST = "TRUST",
  TRUST_SITE = "TRUST_SITE",
  EDUCATION_PROVIDER = "EDUCATION_PROVIDER",
  REGULATOR = "REGULATOR",
  OMBUDSMAN = "OMBUDSMAN",
  OTHER = "OTHER",
}

export enum OrganisationStatus {
  PLANNED = "PLANNED",
  ACTIVE = "ACTIVE",
  CLOSED = "CLOSED",
}

describedEnum(OrganisationKind, "OrganisationKind", "What kind of body an organisation is.", {
  NATIONAL_BODY: "Acts for the whole service, as NHS England does.",
  REGION: "A region of NHS England, and its education quality team.",
  LOCAL_OFFICE: "A local education office within a region.",
  ICB: "An integrated care board.",
  TRUST: "An NHS trust or foundation trust, which runs placements and answers for them.",
  TRUST_SITE: "A hospital or other place of a trust.",
  EDUCATION_PROVIDER: "A university or college; its code is its UKPRN.",
  REGULATOR: "Regulates professions, or the settings in which they work.",
  OMBUDSMAN: "Investigates complaints.",
  OTHER: "None of these.",
});
describedEnum(
  OrganisationStatus,
  "OrganisationStatus",
  "Whether an organisation operates today, worked out from its dates.",
  {
    PLANNED: "Its first day is still to come.",
    ACTIVE: "It operates. An organisation whose dates are not known is taken to.",
    CLOSED: "Its last day is past. Its record is kept.",
  },
);
