/** The closed lists of the directory, with what each value means. The kinds are those that a caller may act for. */
import { registerEnumType } from "type-graphql";

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

registerEnumType(OrganisationKind, {
  name: "OrganisationKind",
  description: "What kind of body an organisation is.",
  valuesConfig: {
    NATIONAL_BODY: { description: "Acts for the whole service, as NHS England does." },
    REGION: { description: "A region of NHS England, and its education quality team." },
    LOCAL_OFFICE: { description: "A local education office within a region." },
    ICB: { description: "An integrated care board." },
    TRUST: { description: "An NHS trust or foundation trust, which runs placements and answers for them." },
    TRUST_SITE: { description: "A hospital or other place of a trust." },
    EDUCATION_PROVIDER: { description: "A university or college; its code is its UKPRN." },
    REGULATOR: { description: "Regulates professions, or the settings in which they work." },
    OMBUDSMAN: { description: "Investigates complaints." },
    OTHER: { description: "None of these." },
  },
});
registerEnumType(OrganisationStatus, {
  name: "OrganisationStatus",
  description: "Whether an organisation operates today, worked out from its dates.",
  valuesConfig: {
    PLANNED: { description: "Its first day is still to come." },
    ACTIVE: { description: "It operates. An organisation whose dates are not known is taken to." },
    CLOSED: { description: "Its last day is past. Its record is kept." },
  },
});
